import type { LambdaEvent } from 'hono/aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectWeb } from './connect.ts';

const web = renewed(connectWeb, process.env, systemRuntime);

export const handler = async (event: LambdaEvent) => (await web())(event);
