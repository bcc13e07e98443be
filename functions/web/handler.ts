import type { LambdaEvent } from 'hono/aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { webDeps } from './deps.ts';
import { lambdaAdapter } from './lambda-adapter.ts';
import { createWeb } from './web.ts';

const web = once(async () => lambdaAdapter(createWeb(await webDeps(process.env, systemRuntime))));

export const handler = async (event: LambdaEvent) => (await web())(event);
