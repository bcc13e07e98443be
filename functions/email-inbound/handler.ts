import type { SESHandler } from 'aws-lambda';
import { once } from '../../shared/cold-start.ts';
import { systemRuntime } from '../../shared/system-runtime.ts';
import { emailInboundDeps } from './deps.ts';
import { createEmailInbound } from './email-inbound.ts';

const emailInbound = once(async () => createEmailInbound(await emailInboundDeps(process.env, systemRuntime)));

export const handler: SESHandler = async (event) => (await emailInbound())(event);
