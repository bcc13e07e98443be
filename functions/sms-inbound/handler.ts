import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectSmsInbound } from './connect.ts';

const smsInbound = once(() => connectSmsInbound(process.env, systemRuntime));

export const handler: APIGatewayProxyHandlerV2 = async (event) => (await smsInbound())(event);
