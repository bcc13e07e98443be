import type { ScheduledHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectReconcileInbound } from './connect.ts';

const reconcile = renewed(connectReconcileInbound, process.env, systemRuntime);

export const handler: ScheduledHandler = async () => (await reconcile())();
