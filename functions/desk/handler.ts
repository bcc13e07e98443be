import type { LambdaEvent } from 'hono/aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectDesk } from './connect.ts';

const desk = renewed(connectDesk, process.env, systemRuntime);

export const handler = async (event: LambdaEvent) => (await desk())(event);
