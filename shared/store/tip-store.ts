import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../domain/time/local-time.ts';
import type { TriedDay } from '../domain/tips/failing-address.ts';
import type { DueMember } from '../domain/tips/job.ts';
import { rankOfTip, type TipOutcome, type TipState } from '../domain/tips/tip-outcome.ts';
import { BatchUnfinishedError, batchGet, executeBatch, type Statement, statementsABatch } from './batch.ts';
import { isWritten } from './conditional-write.ts';
import type { Table } from './dynamodb-table.ts';
import { idOfKey, subscriberKey, tipKey } from './keys.ts';
import { outcomeItem, stateOfItem, triedDayOfItem } from './tip-item.ts';

const insertion = (table: Table, outcome: TipOutcome): Statement => {
  const attributes = Object.entries(outcomeItem(outcome)).filter(([, value]) => value !== undefined);
  return {
    Statement: `INSERT INTO "${table.name}" VALUE {${attributes.map(([name]) => `'${name}': ?`).join(', ')}}`,
    Parameters: attributes.map(([, value]) => value),
  };
};

/** Stores the outcome of each tip: one item per local day, written once and moved forward by receipts. */
export const createTipStore = (table: Table) => {
  /**
   * Moves the state of an existing item forward; a state that is as far already stays. False if there is no such item.
   */
  const moveForward = async (outcome: TipOutcome): Promise<boolean> => {
    const key = { PK: subscriberKey(outcome.id), SK: tipKey(outcome.date) };
    const details = Object.entries({
      state: outcome.state,
      rank: rankOfTip(outcome.state),
      at: outcome.at,
      epoch: outcome.epoch,
      providerId: outcome.providerId,
      code: outcome.code,
      tip: outcome.tip,
      channel: outcome.channel,
    }).filter(([, value]) => value !== undefined);
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key,
          UpdateExpression: `SET ${details.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(PK) AND #rank < :rank',
          ExpressionAttributeNames: Object.fromEntries(details.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(details.map(([name, value]) => [`:${name}`, value])),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return error.Item !== undefined;
      throw error;
    }
  };

  return {
    /**
     * Records outcomes, 25 per call. One that exists already (a receipt overtook us, or the group came twice) is only
     * moved forward.
     * @throws BatchUnfinishedError when some could not be written: the group is to come back
     */
    record: async (outcomes: readonly TipOutcome[]): Promise<void> => {
      for (let from = 0; from < outcomes.length; from += statementsABatch) {
        const part = outcomes.slice(from, from + statementsABatch);
        const results = await executeBatch(
          table,
          part.map((outcome) => insertion(table, outcome)),
        );
        const duplicates = part.filter((_, index) => results[index] === 'duplicate');
        for (const outcome of duplicates) await moveForward(outcome);
        const failed = results.filter((result) => typeof result === 'object').length;
        if (failed > 0) throw new BatchUnfinishedError(failed);
      }
    },

    moveForward,

    /** The state of one tip; undefined where none is recorded. Consistent. */
    readState: async ({ id, date }: DueMember): Promise<TipState | undefined> => {
      const { Item } = await table.client.send(
        new GetCommand({
          TableName: table.name,
          Key: { PK: subscriberKey(id), SK: tipKey(date) },
          ConsistentRead: true,
        }),
      );
      return Item && stateOfItem(Item);
    },

    /**
     * Records what a receipt says about a tip whose outcome is not written yet. If it has been written meanwhile, its
     * state is moved forward.
     */
    putIfAbsent: async (outcome: TipOutcome): Promise<void> => {
      const isNew = await isWritten(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: outcomeItem(outcome),
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      );
      if (!isNew) await moveForward(outcome);
    },

    /**
     * Reads the outcomes of somebody's tips in the days up to and including a date, newest first; consistent, one
     * Query.
     */
    readLast: async (id: SubscriberId, date: LocalDate, days: number): Promise<readonly TriedDay[]> => {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': subscriberKey(id),
            ':from': tipKey(addDays(date, 1 - days)),
            ':to': tipKey(date),
          },
        }),
      );
      return Items.map(triedDayOfItem);
    },

    /** The states of those members' tips that have an outcome; consistent. */
    readStates: async (members: readonly DueMember[]): Promise<ReadonlyMap<SubscriberId, TipState>> => {
      const keys = members.map(({ id, date }) => ({ PK: subscriberKey(id), SK: tipKey(date) }));
      const items = await batchGet(table, keys, true);
      return new Map(items.map((item) => [idOfKey(String(item['PK'])), stateOfItem(item)]));
    },
  };
};

/** Records what became of tips; a later receipt is never overwritten. */
export type TipStore = ReturnType<typeof createTipStore>;
