import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/cold-start.ts';
import { systemRuntime } from '../../shared/system-runtime.ts';
import { scheduleTipsDeps } from './deps.ts';
import { createScheduleTips } from './schedule-tips.ts';

const scheduleTips = once(async () => createScheduleTips(await scheduleTipsDeps(process.env, systemRuntime)));

export const handler: ScheduledHandler = async () => (await scheduleTips())();
