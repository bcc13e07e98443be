import type { DynamoDBStreamHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { connectKeepLedger } from './connect.ts';

const keepLedger = once(() => connectKeepLedger(process.env));

/** The function that Lambda calls with a batch of the table's stream; it connects once per environment. */
export const handler: DynamoDBStreamHandler = async (event) => (await keepLedger())(event);
