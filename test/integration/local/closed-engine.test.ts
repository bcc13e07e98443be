import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClosedEngine } from '../../../local/closed-engine.ts';
import { prepareDataFolder } from '../../../local/data-folder.ts';
import { createDynamoDbStandIn } from '../../../local/dynamodb-stand-in.ts';
import { listen } from '../../../local/http-server.ts';
import { createTableKeeper } from '../../../local/table-keeper.ts';
import { createTableInput } from '../../../shared/store/table-schema.ts';
import { makeTable } from '../../support/table.ts';
import { describeStores } from '../store/store-suite.ts';

const serve = async (dataFile?: string) => {
  const engine = await startClosedEngine(dataFile === undefined ? {} : { dataFile });
  const server = await listen(createDynamoDbStandIn(engine).fetch, 0);
  const stop = async (): Promise<void> => {
    await server.close();
    await engine.stop();
  };
  return { engine, endpoint: `http://127.0.0.1:${server.port}`, stop };
};
const clientOf = (endpoint: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );

let served: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

describeStores('the engine of npm start', () => makeTable(served.endpoint), { counts: false });

describe('the engine that listens nowhere', () => {
  it('answers in pages as DynamoDB does', async () => {
    const table = await makeTable(served.endpoint);
    const long = 'x'.repeat(300_000);
    for (const SK of ['1', '2', '3', '4', '5'])
      await table.client.send(new PutCommand({ TableName: table.name, Item: { PK: 'a', SK, long } }));
    const query = {
      TableName: table.name,
      KeyConditionExpression: 'PK = :a',
      ExpressionAttributeValues: { ':a': 'a' },
    };
    const first = await table.client.send(new QueryCommand(query));
    expect(first.LastEvaluatedKey).toBeDefined();
    const second = await table.client.send(new QueryCommand({ ...query, ExclusiveStartKey: first.LastEvaluatedKey }));
    expect((first.Items?.length ?? 0) + (second.Items?.length ?? 0)).toBe(5);
  });

  it('keeps data over a restart, in files of its owner alone, and no copy of a table that was emptied', async () => {
    const folder = join(tmpdir(), `backbeat-closed-${process.pid}`);
    try {
      await prepareDataFolder(folder);
      const dataFile = join(folder, 'table.sqlite');
      const key = { PK: 'a', SK: 'b' };
      const first = await serve(dataFile);
      const client = clientOf(first.endpoint);
      await client.send(new CreateTableCommand(createTableInput('backbeat')));
      await client.send(new PutCommand({ TableName: 'backbeat', Item: { ...key, note: 'a secret of somebody' } }));
      await first.stop();
      const second = await serve(dataFile);
      const read = async () =>
        (await clientOf(second.endpoint).send(new GetCommand({ TableName: 'backbeat', Key: key }))).Item;
      expect(await read()).toMatchObject(key);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
        expect((await stat(join(entry.parentPath, entry.name))).mode & 0o777).toBe(entry.isFile() ? 0o600 : 0o700);
      await createTableKeeper(second.endpoint, 'backbeat').empty();
      expect(await read()).toBeUndefined();
      await second.stop();
      expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.db'))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('has ended when it is stopped, and says so', async () => {
    const engine = await startClosedEngine();
    await engine.stop();
    await engine.stop();
    await expect(engine.call('list_tables', {})).rejects.toThrow('has ended');
  });

  it('does not start on what is no folder', async () => {
    await expect(startClosedEngine({ dataFile: '/nonexistent/table.sqlite' })).rejects.toThrow('does not start');
  });
});
