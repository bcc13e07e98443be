import type { SQSHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { eraseSubscriberDeps } from './deps.ts';
import { createEraseSubscriber } from './erase-subscriber.ts';

const eraseSubscriber = once(async () => createEraseSubscriber(await eraseSubscriberDeps(process.env, systemRuntime)));

export const handler: SQSHandler = async (event) => (await eraseSubscriber())(event);
