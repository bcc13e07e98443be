import type { SQSHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectSendTips } from './connect.ts';

const sendTips = once(() => connectSendTips(process.env, systemRuntime));

export const handler: SQSHandler = async (event) => (await sendTips())(event);
