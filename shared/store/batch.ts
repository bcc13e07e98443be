import { type AttributeValue, BatchExecuteStatementCommand, BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { fromAttributes, toAttribute } from './attribute-value.ts';
import type { Table } from './dynamodb-table.ts';

/** The most statements of a BatchExecuteStatement (DynamoDB's limit). */
export const statementsABatch = 25;

/** The most writes of a BatchWriteItem (DynamoDB's limit). */
export const writesABatch = 25;
const keysABatch = 100;

/** How often the unprocessed rest of a batch is sent again. The pause between two rounds doubles from 50 ms. */
const rounds = 6;
const firstPauseMs = 50;

const pauseFor = (longestMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, longestMs * (0.5 + Math.random() / 2)));

/** Waits before a round that sends the rest of the round before; the first (0) starts at once. */
export const pauseBefore = async (table: Table, round: number): Promise<void> => {
  if (round > 0) await (table.pause ?? pauseFor)(firstPauseMs * 2 ** (round - 1));
};

/** Part of a batch was refused for load, round after round. The message says how many, never which. */
export class BatchUnfinishedError extends Error {
  override readonly name = 'BatchUnfinishedError';
  readonly unfinished: number;
  constructor(unfinished: number) {
    super(`${unfinished} items of a batch were still unprocessed after ${rounds} rounds`);
    this.unfinished = unfinished;
  }
}

/** A PartiQL statement and its parameters. */
export interface Statement {
  readonly Statement: string;
  readonly Parameters: unknown[];
}

/** The result of one statement of a batch: DynamoDB answers 200 whatever became of them (docs/design.md#section-6). */
export type StatementResult = 'done' | 'condition-failed' | 'duplicate' | { readonly failed: string };

// These codes are about load, not about the statement: it may pass a moment later. Every write here is conditional, so
// repeating one is safe.
const passing = new Set([
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'TransactionConflict',
]);

const resultOf = (code: string | undefined): StatementResult => {
  if (code === undefined) return 'done';
  if (code === 'ConditionalCheckFailed') return 'condition-failed';
  if (code === 'DuplicateItem') return 'duplicate';
  return { failed: code };
};

/** Runs up to 25 PartiQL writes in one call; those that failed for load are tried again. One result a statement, in order. */
export const executeBatch = async (table: Table, statements: readonly Statement[]): Promise<StatementResult[]> => {
  const results: StatementResult[] = statements.map(() => ({ failed: 'not-run' }));
  const written = statements.map(({ Statement, Parameters }) => ({
    Statement,
    Parameters: Parameters.map(toAttribute),
  }));
  let open = statements.map((_, index) => index);
  for (let round = 0; open.length > 0 && round < rounds; round += 1) {
    await pauseBefore(table, round);
    const answer = await table.client.send(
      new BatchExecuteStatementCommand({
        Statements: open.flatMap((index) => written[index] ?? []),
      }),
    );
    const again: number[] = [];
    open.forEach((index, position) => {
      const code = answer.Responses?.[position]?.Error?.Code;
      results[index] = resultOf(code);
      if (code !== undefined && passing.has(code)) again.push(index);
    });
    open = again;
  }
  return results;
};

/**
 * Reads items by key, eventually consistent unless asked; `UnprocessedKeys` are asked for again.
 * @throws BatchUnfinishedError
 */
export const batchGet = async (
  table: Table,
  keys: readonly { readonly PK: string; readonly SK: string }[],
  consistent = false,
): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  for (let from = 0; from < keys.length; from += keysABatch) {
    let open: Record<string, AttributeValue>[] = keys
      .slice(from, from + keysABatch)
      .map(({ PK, SK }) => ({ PK: { S: PK }, SK: { S: SK } }));
    for (let round = 0; open.length > 0; round += 1) {
      if (round >= rounds) throw new BatchUnfinishedError(open.length);
      await pauseBefore(table, round);
      const answer = await table.client.send(
        new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: open, ConsistentRead: consistent } } }),
      );
      items.push(...(answer.Responses?.[table.name] ?? []).map(fromAttributes));
      open = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return items;
};
