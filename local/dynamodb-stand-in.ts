import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { ClosedEngine, EngineAnswer } from './closed-engine.ts';
import { createMutex } from './mutex.ts';
import type { TipChanges } from './tip-changes.ts';

type Input = Readonly<Record<string, unknown>>;

/**
 * The engine's tools have the names and arguments of the operations in snake case. Only the first level of names is
 * converted here; the calls below convert deeper ones where the engine wants that.
 */
const snakeCase = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
const snakeKeys = (input: Input, keep: readonly string[] = []): Input =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (keep.includes(name) ? [] : [[snakeCase(name), value]])),
  );
const records = z.record(z.string(), z.unknown());
const listOf = (value: unknown): readonly Input[] => z.array(records).parse(value);
const deeper = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(deeper);
  const object = records.safeParse(value);
  if (!object.success) return value;
  return Object.fromEntries(Object.entries(object.data).map(([name, inner]) => [snakeCase(name), deeper(inner)]));
};

/**
 * Arguments that are dropped: by this interface the engine always reads consistently, and does not count consumed
 * capacity.
 */
const leftOut = ['ConsistentRead', 'ReturnConsumedCapacity', 'ReturnItemCollectionMetrics'];

const plain = (input: Input): Input => snakeKeys(input, leftOut);

const tables = (input: Input, change: (value: unknown) => unknown): Input =>
  Object.fromEntries(
    Object.entries(records.parse(input['RequestItems'])).map(([name, value]) => [name, change(value)]),
  );

const batchWrite = (requests: unknown): unknown =>
  listOf(requests).map((request) =>
    Object.fromEntries(Object.entries(request).map(([kind, one]) => [snakeCase(kind), snakeKeys(records.parse(one))])),
  );

/** The operations that the functions and this folder use; any other is refused by name. */
const operations: Readonly<Record<string, (input: Input) => Input>> = {
  ListTables: plain,
  DescribeTable: plain,
  DeleteTable: plain,
  CreateTable: (input) => records.parse(deeper(input)),
  GetItem: (input) => snakeKeys(input, leftOut),
  PutItem: plain,
  UpdateItem: plain,
  DeleteItem: plain,
  Query: plain,
  Scan: plain,
  BatchGetItem: (input) => ({ request_items: tables(input, (value) => snakeKeys(records.parse(value), leftOut)) }),
  BatchWriteItem: (input) => ({ request_items: tables(input, batchWrite) }),
  BatchExecuteStatement: (input) => ({ statements: input['Statements'] }),
};
const tools: Readonly<Record<string, string>> = { BatchExecuteStatement: 'batch_execute_partiql' };

const itemSchema = z.object({ Item: z.unknown() });
const snapshotsSchema = z.object({ snapshots: z.array(z.object({ name: z.string() })).default([]) });

const respond = (context: Context, status: 200 | 400, body: object): Response =>
  context.body(JSON.stringify(body), status, { 'content-type': 'application/x-amz-json-1.0' });

/**
 * Speaks DynamoDB's JSON protocol, and lets the engine without a port answer (closed-engine.ts). It takes one call at a
 * time, because SQLite writes that way anyway. When a condition fails, the engine does not return the item by this
 * interface; it is read before the next call, so it cannot have changed.
 */
export const createDynamoDbStandIn = (
  engine: Pick<ClosedEngine, 'call'>,
  changes?: Pick<TipChanges, 'watch'>,
): Hono => {
  const oneAtATime = createMutex();

  const itemOf = async ({ TableName, Key, Item }: Input, found: readonly string[]): Promise<unknown> => {
    const whole = records.parse(Key ?? Item);
    const key = Key ?? Object.fromEntries(found.map((name) => [name, whole[name]]));
    const answer = await engine.call('get_item', { table_name: TableName, key });
    return answer.kind === 'output' ? itemSchema.partial().parse(answer.output).Item : undefined;
  };

  /** Deletes the copy that the engine keeps of each deleted table, which would outlive an ERASE. */
  const forgetSnapshots = async (): Promise<void> => {
    const listed = await engine.call('list_snapshots', {});
    if (listed.kind === 'error') return;
    for (const { name } of snapshotsSchema.parse(listed.output).snapshots)
      await engine.call('delete_snapshot', { name });
  };

  const run = async (operation: string, input: Input): Promise<EngineAnswer & { readonly item?: unknown }> => {
    const translate = operations[operation];
    if (translate === undefined)
      return { kind: 'error', code: 'UnknownOperationException', message: `${operation} is not known here` };
    const answer = await engine.call(tools[operation] ?? snakeCase(operation), translate(input));
    if (operation === 'DeleteTable') await forgetSnapshots();
    const wantsItem =
      answer.kind === 'error' &&
      answer.code === 'ConditionalCheckFailedException' &&
      input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
    return wantsItem ? { ...answer, item: await itemOf(input, ['PK', 'SK']) } : answer;
  };

  return new Hono().post('*', async (context) => {
    const operation = context.req.header('x-amz-target')?.split('.')[1] ?? '';
    const input = records.parse(await context.req.json());
    const answer = await oneAtATime(
      () => changes?.watch(operation, input, () => run(operation, input)) ?? run(operation, input),
    );
    if (answer.kind === 'output') return respond(context, 200, records.parse(answer.output));
    const { code, message, item } = answer;
    return respond(context, 400, {
      __type: `com.amazonaws.dynamodb.v20120810#${code}`,
      message,
      ...(item === undefined ? {} : { Item: item }),
    });
  });
};
