import type { SQSHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEraseSubscriber } from './connect.ts';

const eraseSubscriber = once(() => connectEraseSubscriber(process.env, systemRuntime));

export const handler: SQSHandler = async (event) => (await eraseSubscriber())(event);
