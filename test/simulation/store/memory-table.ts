import { BatchExecuteStatementCommand, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchExecuteStatementCommand as BatchExecuteDocuments,
  BatchGetCommand as BatchGetDocuments,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { fromAttribute, fromAttributes, toAttribute } from '../../../shared/store/attribute-value.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createMemoryEngine } from './memory-engine.ts';

const found = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));
const batchGetAnswer = z.object({
  Responses: found,
  UnprocessedKeys: z.record(z.string(), z.looseObject({ Keys: found.valueType })).default({}),
});

const attributesOf = (items: z.infer<typeof found.valueType>): unknown[] => items.map((item) => toAttribute(item).M);
const eachOf = <T, R>(values: Readonly<Record<string, T>>, make: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]));

const getDocuments = async (
  { input }: BatchGetItemCommand,
  send: (command: unknown) => Promise<unknown>,
): Promise<unknown> => {
  const RequestItems = eachOf(input.RequestItems ?? {}, ({ Keys = [], ...rest }) => ({
    ...rest,
    Keys: Keys.map(fromAttributes),
  }));
  const answer = batchGetAnswer.parse(await send(new BatchGetDocuments({ RequestItems })));
  return {
    Responses: eachOf(answer.Responses, attributesOf),
    UnprocessedKeys: eachOf(answer.UnprocessedKeys, ({ Keys, ...rest }) => ({ ...rest, Keys: attributesOf(Keys) })),
  };
};

const inDocuments = ({ input }: BatchExecuteStatementCommand): BatchExecuteDocuments =>
  new BatchExecuteDocuments({
    Statements: (input.Statements ?? []).map(({ Statement, Parameters = [] }) => ({
      Statement,
      Parameters: Parameters.map(fromAttribute),
    })),
  });

/** A document client of which only `send` is there: all that the stores use. The batches of sending, which carry attributes, reach it as documents. */
export const clientOf = (send: (command: unknown) => Promise<unknown>): DynamoDBDocumentClient =>
  z.custom<DynamoDBDocumentClient>().parse({
    send: async (command: unknown) => {
      if (command instanceof BatchGetItemCommand) return getDocuments(command, send);
      return send(command instanceof BatchExecuteStatementCommand ? inDocuments(command) : command);
    },
  });

/** A table in memory that answers at once, for the tests of the stores. */
export const createMemoryTable = (itemsAPage = Number.POSITIVE_INFINITY): Table => {
  const engine = createMemoryEngine('memory', { itemsAPage: () => itemsAPage });
  return { client: clientOf(async (command) => engine.execute(command)), name: 'memory' };
};
