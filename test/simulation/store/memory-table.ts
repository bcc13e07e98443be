import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createMemoryEngine } from './memory-engine.ts';

/** A document client of which only `send` is there: all that the stores use. */
export const clientOf = (send: (command: unknown) => Promise<unknown>): DynamoDBDocumentClient =>
  z.custom<DynamoDBDocumentClient>().parse({ send });

/** A table in memory that answers at once, for the tests of the stores. */
export const createMemoryTable = (itemsAPage = Number.POSITIVE_INFINITY): Table => {
  const engine = createMemoryEngine('memory', { itemsAPage: () => itemsAPage });
  return { client: clientOf(async (command) => engine.execute(command)), name: 'memory' };
};
