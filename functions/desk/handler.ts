import type { LambdaEvent } from 'hono/aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectDesk } from './connect.ts';

const desk = renewed(connectDesk, process.env, systemRuntime);

/**
 * The function that Lambda calls with a request to the staff page; it connects once, and anew when the secrets may have
 * changed.
 */
export const handler = async (event: LambdaEvent) => (await desk())(event);
