import { inspect } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import * as z from 'zod';
import { startLocalService } from '../../../local/service.ts';
import { tableName } from '../../../local/settings.ts';
import { httpClient } from '../../../shared/platform/http-client.ts';
import { profileKey } from '../../../shared/store/keys.ts';
import { tableDefinition } from '../../../shared/store/table.ts';

const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;
const commandSchema = z.object({ input: z.record(z.string(), z.unknown()) });
const keysSchema = z.record(z.string(), z.unknown());

/**
 * The whole service inside this process, with all that leaves a function written down: log lines and errors, queue
 * messages, the labels that providers send back, and the keys of the table. Providers and the table fail on demand.
 */
export const startWatchedService = async () => {
  const logged: string[] = [];
  const queued: string[] = [];
  const labels: string[] = [];
  const askedBack: string[] = [];
  const failing: { twilio?: () => Promise<Response>; ses?: () => Error; table?: () => Error } = {};

  const write = (...values: unknown[]): void => {
    // Errors with their causes and all that hangs on them: Lambda's runtime logs an uncaught error's own fields too.
    logged.push(values.map((value) => (typeof value === 'string' ? value : inspect(value, { depth: 12 }))).join(' '));
  };
  const spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(write));
  const restore: (() => void)[] = spies.map((spy) => () => spy.mockRestore());

  const realSend = httpClient.send;
  const httpSpy = vi.spyOn(httpClient, 'send').mockImplementation((url, request) => {
    const isSend = url.includes('/Messages.json') && request.method === 'POST';
    if (isSend) labels.push(new URLSearchParams(request.body).get('StatusCallback') ?? '');
    return isSend && failing.twilio ? failing.twilio() : realSend(url, request);
  });
  restore.push(() => httpSpy.mockRestore());

  /** Calls through to the real client unless told to fail. */
  const watch = (
    client: { prototype: { send: (command: never) => unknown } },
    seen: (input: Record<string, unknown>) => void,
    failure: () => (() => Error) | undefined,
  ): void => {
    const real = client.prototype.send;
    const spy = vi.spyOn(client.prototype, 'send').mockImplementation(function (this: unknown, ...args: [never]) {
      seen(commandSchema.parse(args[0]).input);
      const fail = failure();
      return fail ? Promise.reject(fail()) : real.apply(this, args);
    });
    restore.push(() => spy.mockRestore());
  };
  watch(
    SQSClient,
    (input) => queued.push(JSON.stringify(input)),
    () => undefined,
  );
  watch(
    SESv2Client,
    ({ EmailTags }) => labels.push(JSON.stringify(EmailTags ?? [])),
    () => failing.ses,
  );
  watch(
    DynamoDBDocumentClient,
    (input) => {
      const text = JSON.stringify(input);
      if (text.includes('ReturnValuesOnConditionCheckFailure')) askedBack.push(text);
    },
    () => failing.table,
  );

  const service = await startLocalService({
    port: 0,
    folder: undefined,
    environment: process.env,
    printMetrics: write,
  });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const scan = async (index?: string): Promise<readonly Record<string, unknown>[]> => {
    const { Items = [] } = await client.send(
      new ScanCommand({ TableName: tableName, ...(index === undefined ? {} : { IndexName: index }) }),
    );
    return z.array(keysSchema).parse(Items);
  };
  const { partitionKey, sortKey, dueIndex } = tableDefinition;

  return {
    url: service.url,
    logged,
    queued,
    labels,
    /** The writes that want the old item back if they are refused: it then hangs on the error. */
    askedBack,
    failing,
    items: () => scan(),
    /** Every key, index key and attribute name of the table. */
    keys: async (): Promise<readonly string[]> => [
      ...(await scan()).flatMap((item) => [
        String(item[partitionKey]),
        String(item[sortKey]),
        ...Object.keys(item),
        String(item[dueIndex.partitionKey] ?? ''),
        String(item[dueIndex.sortKey] ?? ''),
      ]),
      ...(await scan(dueIndex.name)).flatMap((item) => Object.values(item).map(String)),
    ],
    /** Puts a value that no code of ours writes into every profile. */
    corrupt: async (value: string): Promise<void> => {
      for (const item of await scan()) {
        if (item[sortKey] !== profileKey) continue;
        await client.send(new PutCommand({ TableName: tableName, Item: { ...item, home: { value }, [value]: value } }));
      }
    },
    stop: async (): Promise<void> => {
      client.destroy();
      await service.stop();
      for (const undo of restore) undo();
    },
  };
};

export type WatchedService = Awaited<ReturnType<typeof startWatchedService>>;
