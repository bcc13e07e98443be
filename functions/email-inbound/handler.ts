import type { SESHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { emailInboundDeps } from './deps.ts';
import { createEmailInbound } from './email-inbound.ts';

const emailInbound = once(async () => createEmailInbound(await emailInboundDeps(process.env, systemRuntime)));

export const handler: SESHandler = async (event) => (await emailInbound())(event);
