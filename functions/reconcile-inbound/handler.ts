import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { reconcileInboundDeps } from './deps.ts';
import { createReconcileInbound } from './reconcile-inbound.ts';

const reconcile = once(async () => createReconcileInbound(await reconcileInboundDeps(process.env, systemRuntime)));

export const handler: ScheduledHandler = async () => (await reconcile())();
