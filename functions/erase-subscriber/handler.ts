import type { SQSHandler } from 'aws-lambda';
import { renewed } from '../../shared/platform/renewed.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { connectEraseSubscriber } from './connect.ts';

const eraseSubscriber = renewed(connectEraseSubscriber, process.env, systemRuntime);

/**
 * The function that Lambda calls with jobs of the erasure queue; it connects once, and anew when the secrets may have
 * changed.
 */
export const handler: SQSHandler = async (event) => (await eraseSubscriber())(event);
