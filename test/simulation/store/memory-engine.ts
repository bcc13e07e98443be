import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { tableDefinition } from '../../../shared/store/table.ts';
import { createDueIndex } from './due-index.ts';
import { holds, type Item, type Parameters, readCondition, UnknownExpression } from './expression.ts';
import { sizeOf, storedItem } from './item-value.ts';
import { readKeyCondition } from './key-condition.ts';
import { insertOf, isInsert, updateOf } from './partiql.ts';
import { createPartitions, type Key } from './partitions.ts';
import { applyUpdate, readUpdate } from './update.ts';

export interface EngineOptions {
  /** Told of every write that changed something. */
  readonly onWrite?: (key: Key, before: Item | undefined, after: Item | undefined) => void;
  /** Brings a write to the index: at once, unless a test makes the index lag. */
  readonly indexLater?: (apply: () => void) => void;
  /** Whether an eventually consistent read misses the last write of an item. */
  readonly readsStale?: (key: Key) => boolean;
  /** Items a page of a Query at most, besides DynamoDB's megabyte. */
  readonly itemsAPage?: () => number;
}

const pageBytes = 1024 * 1024;
const keySchema = z.strictObject({ PK: z.string().min(1), SK: z.string().min(1) });
const readKey = (key: unknown) => keySchema.parse(key);
const keyOf = (item: Item) => readKey({ PK: item['PK'], SK: item['SK'] });

interface Expressions {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, unknown> | undefined;
}

/** The placeholders of a command; `finish` refuses those that nothing used, as DynamoDB does. */
const parametersOf = ({ ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Expressions) => {
  const unused = new Set([...Object.keys(ExpressionAttributeNames), ...Object.keys(ExpressionAttributeValues)]);
  const parameters: Parameters = {
    name: (placeholder) => {
      unused.delete(placeholder);
      const name = ExpressionAttributeNames[placeholder];
      if (name === undefined) throw new UnknownExpression(`no name for ${placeholder}`);
      return name;
    },
    value: (placeholder) => {
      unused.delete(placeholder);
      const value = ExpressionAttributeValues[placeholder];
      if (value === undefined) throw new UnknownExpression(`no value for ${placeholder}`);
      return value;
    },
  };
  const finish = (): void => {
    if (unused.size > 0) throw new UnknownExpression(`unused in expressions: ${[...unused].join(', ')}`);
  };
  return { ...parameters, finish };
};

/** DynamoDB in memory: exactly the commands and expressions our stores use, and an error for anything else. */
export const createMemoryEngine = (tableName: string, options: EngineOptions = {}) => {
  const items = createPartitions();
  const previous = createPartitions();
  const index = createDueIndex();

  const checkTable = (name: string | undefined): void => {
    if (name !== tableName) throw new UnknownExpression(`no such table: ${name}`);
  };

  const write = (key: Key, after: Item | undefined): void => {
    const before = items.get(key);
    if (!before && !after) return;
    previous.set(key, before);
    items.set(key, after);
    const reindex = () => index.set(key, items.get(key));
    if (before?.['due'] !== after?.['due'] || before?.['zone'] !== after?.['zone']) {
      (options.indexLater ?? ((apply) => apply()))(reindex);
    }
    options.onWrite?.(key, before, after);
  };

  const refuse = (item: Item | undefined, wantsOld: boolean): never => {
    throw new ConditionalCheckFailedException({
      message: 'The conditional request failed',
      $metadata: { httpStatusCode: 400 },
      ...(wantsOld && item ? { Item: {} } : {}),
    });
  };

  const change = (
    key: Key,
    input: Expressions & { ConditionExpression?: string | undefined; ReturnValuesOnConditionCheckFailure?: unknown },
    to: (item: Item | undefined, parameters: Parameters) => Item | undefined,
  ): Item | undefined => {
    const parameters = parametersOf(input);
    const item = items.get(key);
    const condition =
      input.ConditionExpression === undefined ? undefined : readCondition(input.ConditionExpression, parameters);
    const after = to(item, parameters);
    parameters.finish();
    if (condition && !holds(condition, item)) refuse(item, input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD');
    write(key, after);
    return after;
  };

  const pageOf = (found: Iterable<Item>, keyFor: (item: Item) => Item) => {
    const Items: Item[] = [];
    const most = options.itemsAPage?.() ?? Number.POSITIVE_INFINITY;
    let bytes = 0;
    for (const item of found) {
      const last = Items.at(-1);
      if (last && (Items.length >= most || bytes >= pageBytes)) return { Items, LastEvaluatedKey: keyFor(last) };
      Items.push(item);
      bytes += sizeOf(item);
    }
    return { Items };
  };

  const query = ({ input }: QueryCommand) => {
    checkTable(input.TableName);
    const { IndexName, ProjectionExpression, ExclusiveStartKey: start } = input;
    const parameters = parametersOf(input);
    const range = readKeyCondition(input.KeyConditionExpression ?? '', parameters);
    const wanted = ProjectionExpression?.split(',').map((name) =>
      name.trim().startsWith('#') ? parameters.name(name.trim()) : name.trim(),
    );
    parameters.finish();
    const { dueIndex, partitionKey, sortKey } = tableDefinition;
    if (IndexName !== undefined) {
      if (IndexName !== dueIndex.name || input.ConsistentRead) throw new UnknownExpression(`index ${IndexName}`);
      if (range.partitionName !== dueIndex.partitionKey) throw new UnknownExpression(range.partitionName);
      return pageOf(index.find(range.partition, range, start), (item) => item);
    }
    if (range.partitionName !== partitionKey) throw new UnknownExpression(range.partitionName);
    const after = start ? readKey(start).SK : undefined;
    const found = function* (): Generator<Item> {
      for (const item of items.from(range.partition, after ?? range.low)) {
        const SK = String(item[sortKey]);
        if (SK > range.high) return;
        if (SK >= range.low && SK !== after && SK.startsWith(range.prefix)) yield item;
      }
    };
    const page = pageOf(found(), keyOf);
    const project = (item: Item): Item =>
      wanted ? Object.fromEntries(Object.entries(item).filter(([name]) => wanted.includes(name))) : item;
    return { ...page, Items: page.Items.map(project) };
  };

  const read = (key: Key, consistent: boolean): Item | undefined =>
    !consistent && options.readsStale?.(key) ? previous.get(key) : items.get(key);

  const statement = (text: string, values: readonly unknown[]): string | undefined => {
    if (isInsert(text)) {
      const item = storedItem(insertOf(text, tableName, values));
      const key = keyOf(item);
      if (items.get(key)) return 'DuplicateItem';
      write(key, item);
      return undefined;
    }
    const { key, condition, update } = updateOf(text, tableName, values);
    const item = items.get(readKey(key));
    if (!item || (condition && !holds(condition, item))) return 'ConditionalCheckFailed';
    write(readKey(key), storedItem(applyUpdate(update, item)));
    return undefined;
  };

  const batchExecute = ({ input }: BatchExecuteStatementCommand) => {
    const statements = input.Statements ?? [];
    if (statements.length === 0 || statements.length > 25) throw new UnknownExpression('1 to 25 statements a call');
    const seen = new Set<string>();
    return {
      Responses: statements.map(({ Statement = '', Parameters: values = [] }) => {
        const place = JSON.stringify(
          isInsert(Statement)
            ? keyOf(storedItem(insertOf(Statement, tableName, values)))
            : updateOf(Statement, tableName, values).key,
        );
        if (seen.has(place)) throw new UnknownExpression('two statements of a batch on one item');
        seen.add(place);
        const Code = statement(Statement, values);
        return Code ? { TableName: tableName, Error: { Code } } : { TableName: tableName };
      }),
    };
  };

  const batchGet = ({ input }: BatchGetCommand) => {
    const request = input.RequestItems?.[tableName];
    const keys = (request?.Keys ?? []).map(readKey);
    if (keys.length === 0 || keys.length > 100) throw new UnknownExpression('1 to 100 keys a call');
    if (new Set(keys.map(({ PK, SK }) => `${PK}|${SK}`)).size < keys.length) throw new UnknownExpression('a key twice');
    const found = keys.map((key) => read(key, request?.ConsistentRead === true)).filter((item) => item !== undefined);
    return { Responses: { [tableName]: found }, UnprocessedKeys: {} };
  };

  const batchWrite = ({ input }: BatchWriteCommand) => {
    const requests = input.RequestItems?.[tableName] ?? [];
    if (requests.length === 0 || requests.length > 25) throw new UnknownExpression('1 to 25 writes a call');
    for (const { DeleteRequest, PutRequest } of requests) {
      if (PutRequest || !DeleteRequest) throw new UnknownExpression('only deletions are written in batches');
      write(readKey(DeleteRequest.Key), undefined);
    }
    return { UnprocessedItems: {} };
  };

  const get = ({ input }: GetCommand) => {
    checkTable(input.TableName);
    const item = read(readKey(input.Key), input.ConsistentRead === true);
    return item ? { Item: item } : {};
  };

  const put = ({ input }: PutCommand) => {
    checkTable(input.TableName);
    const item = storedItem(input.Item ?? {});
    change(keyOf(item), input, () => item);
    const CapacityUnits = Math.ceil(sizeOf(item) / 1024);
    return input.ReturnConsumedCapacity ? { ConsumedCapacity: { Table: { CapacityUnits } } } : {};
  };

  const update = ({ input }: UpdateCommand) => {
    checkTable(input.TableName);
    const key = readKey(input.Key);
    change(key, input, (item, parameters) =>
      storedItem(applyUpdate(readUpdate(input.UpdateExpression ?? '', parameters), item ?? key)),
    );
    return {};
  };

  const remove = ({ input }: DeleteCommand) => {
    checkTable(input.TableName);
    change(readKey(input.Key), input, () => undefined);
    return {};
  };

  return {
    /** The item under that key at this moment, for the ledgers. */
    peek: (PK: string, SK: string): Item | undefined => items.get({ PK, SK }),
    all: () => items.all(),
    partition: (PK: string) => items.from(PK, ''),
    /** What a command is answered with. Throws what the SDK would throw, or UnknownExpression. */
    execute: (command: unknown): unknown => {
      if (command instanceof QueryCommand) return query(command);
      if (command instanceof BatchExecuteStatementCommand) return batchExecute(command);
      if (command instanceof BatchGetCommand) return batchGet(command);
      if (command instanceof BatchWriteCommand) return batchWrite(command);
      if (command instanceof GetCommand) return get(command);
      if (command instanceof PutCommand) return put(command);
      if (command instanceof UpdateCommand) return update(command);
      if (command instanceof DeleteCommand) return remove(command);
      throw new UnknownExpression('a command this engine does not know');
    },
  };
};

export type MemoryEngine = ReturnType<typeof createMemoryEngine>;
