import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TipClaim } from '../../../shared/domain/people/subscriber.ts';
import { type ClaimItem, claimOfItem } from '../../../shared/store/claim-item.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { subscriberItem } from '../../../shared/store/subscriber-item.ts';
import { sizeOf } from '../store/item-value.ts';
import { clientOf } from '../store/memory-table.ts';
import { type Crowd, zones } from './crowd.ts';
import { idAt, indexOfId } from './subscribers.ts';

/** A command that the day of a crowd was not expected to need. */
export class UnexpectedCommand extends Error {
  override readonly name = 'UnexpectedCommand';
}

/** What was asked of the table: calls and capacity units, as DynamoDB counts them (docs/facts.md#e4). */
export interface TableUsage {
  calls: number;
  readUnits: number;
  writeUnits: number;
}

const pageBytes = 1024 * 1024;
const profileStart = 'SUB#'.length;
const dueValues = z.object({ ':zone': z.string(), ':time': z.string() });
const startKey = z.object({ position: z.number() });
const watermark = z.object({ at: z.number() });
const keySchema = z.object({ PK: z.string(), SK: z.string() });
const claimParameters = z.tuple([
  z.custom<ClaimItem>(),
  z.number(),
  z.string(),
  z.string(),
  z.number(),
  z.string(),
  z.literal('PROFILE'),
  z.number(),
]);

const blocks = (bytes: number, block: number): number => Math.max(1, Math.ceil(bytes / block));

/**
 * A table that holds a crowd in about twenty bytes a person: items are made when they are read, and only what a day of
 * tips changes is kept. It knows the commands of that day, refuses others, and counts what DynamoDB would charge.
 */
export const createCrowdTable = (crowd: Crowd, { used, pause }: { used: TableUsage; pause: () => Promise<void> }) => {
  const revision = new Uint8Array(crowd.people).fill(1);
  const recorded = new Uint8Array(crowd.people);
  const claims = new Map<number, TipClaim>();
  let reached: number | undefined;
  let skipped = 0;

  const itemOf = (index: number): Record<string, unknown> => {
    const lastTip = claims.get(index);
    const subscriber = crowd.subscriber(index, { rev: revision[index] ?? 1, ...(lastTip ? { lastTip } : {}) });
    return subscriberItem(subscriber);
  };

  const findDue = ({ input }: QueryCommand) => {
    const { ':zone': zone, ':time': time } = dueValues.parse(input.ExpressionAttributeValues);
    const [from, to] = crowd.dueRange(zone, time.slice(0, 5));
    let position = input.ExclusiveStartKey ? startKey.parse(input.ExclusiveStartKey).position : from;
    const Items: Record<string, unknown>[] = [];
    let bytes = 0;
    for (; position < to && bytes < pageBytes; position += 1) {
      const index = crowd.at(position);
      const id = idAt(index);
      const item = { PK: `SUB#${id}`, SK: 'PROFILE', zone, due: `${time}${crowd.channelOf(index)}#${id}` };
      bytes += sizeOf(item);
      Items.push(item);
    }
    used.readUnits += 0.5 * blocks(bytes, 4096);
    return { Items, ...(position < to ? { LastEvaluatedKey: { position } } : {}) };
  };

  const batchGet = ({ input }: BatchGetCommand) => {
    const [[name, request] = []] = Object.entries(input.RequestItems ?? {});
    const found = (request?.Keys ?? []).flatMap((key) => {
      const { PK, SK } = keySchema.parse(key);
      const index = indexOfId(PK.slice(profileStart));
      const isThere = SK === 'PROFILE' || recorded[index] === 1;
      const item = SK === 'PROFILE' ? itemOf(index) : { PK, SK, state: 'accepted', at: 0 };
      used.readUnits += (request?.ConsistentRead ? 1 : 0.5) * blocks(sizeOf(item), 4096);
      return isThere ? [item] : [];
    });
    return { Responses: { [name ?? '']: found }, UnprocessedKeys: {} };
  };

  const claim = (values: readonly unknown[]): string | undefined => {
    const [lastTip, , , , rev, key, , read] = claimParameters.parse(values);
    const index = indexOfId(key.slice(profileStart));
    if (revision[index] !== read) return 'ConditionalCheckFailed';
    revision[index] = rev;
    claims.set(index, claimOfItem(lastTip));
    used.writeUnits += blocks(sizeOf(itemOf(index)), 1024);
    return undefined;
  };

  const record = (statement: string, values: readonly unknown[]): string | undefined => {
    const names = [...statement.matchAll(/'(\w+)': \?/g)].map(([, name = '']) => name);
    const item = Object.fromEntries(names.map((name, position) => [name, values[position]]));
    const index = indexOfId(keySchema.parse(item).PK.slice(profileStart));
    if (recorded[index] === 1) return 'DuplicateItem';
    recorded[index] = 1;
    if (item['state'] === 'skipped') skipped += 1;
    // A person with an outcome is not read again that day, so only open claims are kept.
    claims.delete(index);
    used.writeUnits += blocks(sizeOf(item), 1024);
    return undefined;
  };

  const batchExecute = ({ input }: BatchExecuteStatementCommand) => ({
    Responses: (input.Statements ?? []).map(({ Statement = '', Parameters: values = [] }) => {
      const Code = Statement.startsWith('INSERT') ? record(Statement, values) : claim(values);
      return Code ? { Error: { Code } } : {};
    }),
  });

  const getOne = (PK: unknown) => {
    used.readUnits += 1;
    if (PK === 'ZONES') return { Item: { zones: new Set(zones) } };
    return PK === 'WATERMARK' && reached !== undefined ? { Item: { at: reached } } : {};
  };

  const execute = (command: unknown): unknown => {
    if (command instanceof QueryCommand && command.input.IndexName !== undefined) return findDue(command);
    if (command instanceof BatchGetCommand) return batchGet(command);
    if (command instanceof BatchExecuteStatementCommand) return batchExecute(command);
    if (command instanceof GetCommand) return getOne(command.input.Key?.['PK']);
    if (command instanceof PutCommand && command.input.Item?.['PK'] === 'WATERMARK') {
      used.writeUnits += 1;
      reached = watermark.parse(command.input.Item).at;
      return {};
    }
    throw new UnexpectedCommand(Object(command).constructor.name);
  };

  const table: Table = {
    name: 'crowd',
    pause,
    client: clientOf(async (command) => {
      used.calls += 1;
      await pause();
      return execute(command);
    }),
  };
  return { table, skipped: () => skipped, recorded: () => recorded.reduce((sum, one) => sum + one, 0) };
};
