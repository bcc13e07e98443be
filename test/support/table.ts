import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createTableInput } from '../../shared/store/table-schema.ts';

/** A fresh table of its own. */
export const makeTable = async (endpoint: string): Promise<Table> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const name = `backbeat-${randomBytes(6).toString('hex')}`;
  await client.send(new CreateTableCommand(createTableInput(name)));
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name,
  };
};
