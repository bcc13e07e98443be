import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectSmsInbound } from './connect.ts';

const smsInbound = renewed(connectSmsInbound, process.env, systemRuntime);

/**
 * The function that Lambda calls with a text from Twilio; it connects once, and anew when the secrets may have changed.
 */
export const handler: APIGatewayProxyHandlerV2 = async (event) => (await smsInbound())(event);
