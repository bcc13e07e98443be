import type { LambdaEvent } from 'hono/aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectWeb } from './connect.ts';

const web = once(() => connectWeb(process.env, systemRuntime));

export const handler = async (event: LambdaEvent) => (await web())(event);
