import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectReconcileInbound } from './connect.ts';

const reconcile = once(() => connectReconcileInbound(process.env, systemRuntime));

export const handler: ScheduledHandler = async () => (await reconcile())();
