import type { SESHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEmailInbound } from './connect.ts';

const emailInbound = once(() => connectEmailInbound(process.env, systemRuntime));

export const handler: SESHandler = async (event) => (await emailInbound())(event);
