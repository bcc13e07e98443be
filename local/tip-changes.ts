import * as z from 'zod';
import type { TimedSource } from './agenda.ts';
import type { ClosedEngine } from './closed-engine.ts';

type Input = Readonly<Record<string, unknown>>;

const text = z.object({ S: z.string() });
const keySchema = z.object({ PK: text, SK: text });
type Key = z.output<typeof keySchema>;
const itemSchema = z.record(z.string(), z.unknown());
const batchSchema = z.record(
  z.string(),
  z.array(
    z.object({
      PutRequest: z.object({ Item: z.unknown() }).optional(),
      DeleteRequest: z.object({ Key: z.unknown() }).optional(),
    }),
  ),
);
const statementsSchema = z.array(z.object({ Parameters: z.array(z.unknown()).default([]) }));
const readSchema = z.object({ Responses: z.record(z.string(), z.array(itemSchema)).default({}) });

/** The keys that a PartiQL statement may write: its first parameter is the owner's, the next an item's. */
const keysIn = (parameters: readonly unknown[]): readonly unknown[] =>
  parameters.slice(1).map((SK, index) => ({ PK: parameters[index], SK }));

const writtenBy = (operation: string, input: Input): readonly unknown[] => {
  switch (operation) {
    case 'PutItem':
      return [input['Item']];
    case 'UpdateItem':
    case 'DeleteItem':
      return [input['Key']];
    case 'BatchWriteItem':
      return Object.values(batchSchema.parse(input['RequestItems']))
        .flat()
        .flatMap(({ PutRequest, DeleteRequest }) => [PutRequest?.Item, DeleteRequest?.Key]);
    case 'BatchExecuteStatement':
      return statementsSchema.parse(input['Statements']).flatMap(({ Parameters }) => keysIn(Parameters));
    default:
      return [];
  }
};

/** The outcomes of tips that a call may write. */
const tipsIn = (operation: string, input: Input): readonly Key[] =>
  writtenBy(operation, input).flatMap((some) => {
    const { data } = keySchema.safeParse(some);
    return data?.PK.S.startsWith('SUB#') && data.SK.S.startsWith('TIP#') ? [{ PK: data.PK, SK: data.SK }] : [];
  });

interface Change {
  readonly dynamodb: {
    readonly Keys: Key;
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
    readonly OldImage?: unknown;
    readonly NewImage?: unknown;
  };
}

/** The one shard of the stream. */
const shardId = 'shardId-local';

/**
 * Plays the table's stream, as far as tips go. The engine's own stream outlives the table and would keep on disk what
 * was erased; this one is kept in memory until it is delivered. It watches one call at a time, as the stand-in lets
 * them through.
 */
export const createTipChanges = (engine: Pick<ClosedEngine, 'call'>, tableName: string, now: () => number) => {
  const waiting: Change[] = [];
  let last = 0;
  /**
   * The next sequence number. It grows over restarts as well, because the tallies on disk remember how far they have
   * counted.
   */
  const nextSequence = (): string => {
    last = Math.max(last + 1, Date.now() * 1000);
    return String(last);
  };

  const read = async (keys: readonly Key[]): Promise<ReadonlyMap<string, unknown>> => {
    const answer = await engine.call('batch_get_item', { request_items: { [tableName]: { keys } } });
    if (answer.kind === 'error') return new Map();
    const items = readSchema.parse(answer.output).Responses[tableName] ?? [];
    return new Map(items.map((item) => [JSON.stringify([item['PK'], item['SK']]), item]));
  };

  return {
    /** Makes a call, and remembers what it changed of tips. */
    watch: async <T>(operation: string, input: Input, call: () => Promise<T>): Promise<T> => {
      const keys = tipsIn(operation, input);
      if (keys.length === 0) return call();
      const before = await read(keys);
      const answer = await call();
      const after = await read(keys);
      for (const key of keys) {
        const name = JSON.stringify([key.PK, key.SK]);
        const [OldImage, NewImage] = [before.get(name), after.get(name)];
        if (JSON.stringify(OldImage) === JSON.stringify(NewImage)) continue;
        const at = { SequenceNumber: nextSequence(), ApproximateCreationDateTime: Math.floor(now() / 1000) };
        waiting.push({ dynamodb: { Keys: key, ...at, OldImage, NewImage } });
      }
      return answer;
    },
    /** Forgets all changes, because the table was made anew. */
    forget: (): void => {
      waiting.length = 0;
    },
    /**
     * Delivers waiting changes to the function behind the stream, as Lambda does: the same ones again, at the next
     * look, if it fails.
     */
    sourceFor: (
      run: (event: unknown) => Promise<unknown>,
      report: (what: string, error: unknown) => void,
    ): TimedSource => ({
      nextAt: () => undefined,
      runDue: async () => {
        const Records = waiting.slice();
        if (Records.length === 0) return false;
        try {
          await run({ Records, shardId, state: {} });
          waiting.splice(0, Records.length);
          return true;
        } catch (error) {
          report('the function behind the stream of the table failed', error);
          return false;
        }
      },
    }),
  };
};

/** Changes of the table's tips, as its stream would deliver them. */
export type TipChanges = ReturnType<typeof createTipChanges>;
