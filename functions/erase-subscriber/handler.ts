import type { SQSHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEraseSubscriber } from './connect.ts';

const eraseSubscriber = renewed(connectEraseSubscriber, process.env, systemRuntime);

export const handler: SQSHandler = async (event) => (await eraseSubscriber())(event);
