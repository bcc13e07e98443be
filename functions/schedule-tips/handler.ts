import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectScheduleTips } from './connect.ts';

const scheduleTips = once(() => connectScheduleTips(process.env, systemRuntime));

/** The function that Lambda calls on a schedule; it connects once per environment. */
export const handler: ScheduledHandler = async () => (await scheduleTips())();
