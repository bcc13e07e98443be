import type { ScheduledHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectReconcileInbound } from './connect.ts';

const reconcile = renewed(connectReconcileInbound, process.env, systemRuntime);

/** The function that Lambda calls on a schedule; it connects once, and anew when the secrets may have changed. */
export const handler: ScheduledHandler = async () => (await reconcile())();
