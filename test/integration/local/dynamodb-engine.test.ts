import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { startDynamoDbEngine } from '../../../local/dynamodb-engine.ts';
import { createTableKeeper } from '../../../local/table-keeper.ts';

const clientFor = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
const key = { PK: { S: 'SUB#a' }, SK: { S: 'PROFILE' } };

it('keeps its data in the file over a restart, until it is emptied', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backbeat-engine-'));
  const dataFile = join(folder, 'table.sqlite');
  try {
    const first = await startDynamoDbEngine({ dataFile });
    await createTableKeeper(first.endpoint, 'backbeat').ensure();
    await clientFor(first.endpoint).send(new PutItemCommand({ TableName: 'backbeat', Item: key }));
    await first.stop();

    const second = await startDynamoDbEngine({ dataFile });
    const tables = createTableKeeper(second.endpoint, 'backbeat');
    await tables.ensure();
    const read = async () =>
      (await clientFor(second.endpoint).send(new GetItemCommand({ TableName: 'backbeat', Key: key }))).Item;
    expect(await read()).toEqual(key);
    await tables.empty();
    expect(await read()).toBeUndefined();
    await second.stop();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('leaves no process behind when it is stopped', async () => {
  const { endpoint, stop } = await startDynamoDbEngine();
  await stop();
  await stop();
  await expect(fetch(endpoint)).rejects.toThrow();
});
