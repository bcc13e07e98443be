import type { DynamoDBStreamHandler } from 'aws-lambda';
import { once } from '../../shared/platform/once.ts';
import { connectKeepLedger } from './connect.ts';

const keepLedger = once(() => connectKeepLedger(process.env));

export const handler: DynamoDBStreamHandler = async (event) => (await keepLedger())(event);
