import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectAlertClinic } from './connect.ts';

const alertClinic = once(() => connectAlertClinic(process.env, systemRuntime));

/** The function that Lambda calls on a schedule; it connects once per environment. */
export const handler: ScheduledHandler = async () => (await alertClinic())();
