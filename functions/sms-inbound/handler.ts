import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { smsInboundDeps } from './deps.ts';
import { createSmsInbound } from './sms-inbound.ts';

const smsInbound = once(async () => createSmsInbound(await smsInboundDeps(process.env, systemRuntime)));

export const handler: APIGatewayProxyHandlerV2 = async (event) => (await smsInbound())(event);
