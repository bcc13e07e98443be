import type { SESHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEmailInbound } from './connect.ts';

const emailInbound = renewed(connectEmailInbound, process.env, systemRuntime);

export const handler: SESHandler = async (event) => (await emailInbound())(event);
