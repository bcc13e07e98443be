import type { SESHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEmailInbound } from './connect.ts';

const emailInbound = renewed(connectEmailInbound, process.env, systemRuntime);

/**
 * The function that Lambda calls when SES has received a mail; it connects once, and anew when the secrets may have
 * changed.
 */
export const handler: SESHandler = async (event) => (await emailInbound())(event);
