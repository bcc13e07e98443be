import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/cold-start.ts';
import { systemRuntime } from '../../shared/system-runtime.ts';
import { reconcileInboundDeps } from './deps.ts';
import { createReconcileInbound } from './reconcile-inbound.ts';

const reconcile = once(async () => createReconcileInbound(await reconcileInboundDeps(process.env, systemRuntime)));

export const handler: ScheduledHandler = async () => (await reconcile())();
