import type { SQSHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectSendTips } from './connect.ts';

const sendTips = renewed(connectSendTips, process.env, systemRuntime);

export const handler: SQSHandler = async (event) => (await sendTips())(event);
