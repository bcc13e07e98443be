import type { LambdaEvent } from 'hono/aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectWeb } from './connect.ts';

const web = renewed(connectWeb, process.env, systemRuntime);

/**
 * The function that Lambda calls with a request for a page; it connects once, and anew when the secrets may have
 * changed.
 */
export const handler = async (event: LambdaEvent) => (await web())(event);
