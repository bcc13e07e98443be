import type { SQSHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { sendTipsDeps } from './deps.ts';
import { createSendTips } from './send-tips.ts';

const sendTips = once(async () => createSendTips(await sendTipsDeps(process.env, systemRuntime)));

export const handler: SQSHandler = async (event) => (await sendTips())(event);
