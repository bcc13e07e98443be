import type { SQSHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectSendTips } from './connect.ts';

const sendTips = renewed(connectSendTips, process.env, systemRuntime);

/**
 * The function that Lambda calls with messages of one channel's queue; it connects once, and anew when the secrets may
 * have changed.
 */
export const handler: SQSHandler = async (event) => (await sendTips())(event);
