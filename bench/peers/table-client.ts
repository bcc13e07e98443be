import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { connectDocuments, type Table } from '../../shared/store/dynamodb-table.ts';
import type { StoreUsage } from './worker-messages.ts';

export const tableName = 'bench';

/** The SDK as the functions use it, on the engine or on another handler of its requests. */
export const connectDynamoDb = (target: Pick<DynamoDBClientConfig, 'endpoint' | 'requestHandler'>): DynamoDBClient =>
  new DynamoDBClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    ...target,
  });

export const tableOf = (client: DynamoDBClient): Table => ({
  client: connectDocuments(client),
  name: tableName,
});

const statements = z.object({ Statements: z.array(z.unknown()) });
const writing = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand']);

/** Counts calls and items written from here on. */
export const countUsage = ({ client }: Table): (() => StoreUsage) => {
  let usage: StoreUsage = { calls: 0, writes: 0 };
  client.middlewareStack.add(
    (next, context) => async (request) => {
      const batch = statements.safeParse(request.input);
      const single = writing.has(context.commandName ?? '') ? 1 : 0;
      usage = {
        calls: usage.calls + 1,
        writes: usage.writes + (batch.success ? batch.data.Statements.length : single),
      };
      return next(request);
    },
    { step: 'initialize', name: 'count-usage' },
  );
  return () => usage;
};
