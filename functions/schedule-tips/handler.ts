import type { ScheduledHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { scheduleTipsDeps } from './deps.ts';
import { createScheduleTips } from './schedule-tips.ts';

const scheduleTips = once(async () => createScheduleTips(await scheduleTipsDeps(process.env, systemRuntime)));

export const handler: ScheduledHandler = async () => (await scheduleTips())();
