import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** What was asked of DynamoDB: calls, and the capacity units they consumed, indexes included. */
export interface Usage {
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const consumed = z.object({ CapacityUnits: z.number().default(0) });
const answer = z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional() });

const readCommands = new Set(['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand']);

/** Counts the calls and units of a client by a middleware that asks each call for its consumed capacity. */
export const keepLedger = (client: DynamoDBDocumentClient) => {
  let usage: Usage = { calls: 0, reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };
  client.middlewareStack.add(
    (next, context) => async (request) => {
      Object.assign(request.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(request);
      const { ConsumedCapacity = [] } = answer.parse(result.output);
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      const isRead = readCommands.has(context.commandName ?? '');
      usage = {
        calls: usage.calls + 1,
        reads: usage.reads + Number(isRead),
        writes: usage.writes + Number(!isRead),
        readUnits: usage.readUnits + (isRead ? units : 0),
        writeUnits: usage.writeUnits + (isRead ? 0 : units),
      };
      return result;
    },
    { step: 'initialize', name: 'ledger' },
  );
  return {
    /** The calls and units since it was last called. */
    take: (): Usage => {
      const taken = usage;
      usage = { calls: 0, reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };
      return taken;
    },
  };
};
