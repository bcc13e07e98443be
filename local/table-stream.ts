import * as z from 'zod';
import type { TimedSource } from './agenda.ts';
import type { ClosedEngine } from './closed-engine.ts';

const listed = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })).default([]) });
const described = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const begun = z.object({ ShardIterator: z.string() });
const recordSchema = z.object({ dynamodb: z.object({ Keys: z.object({ SK: z.object({ S: z.string() }) }) }) });
const told = z.object({ Records: z.array(z.unknown()).default([]), NextShardIterator: z.string().optional() });

/** The table's stream could not be read; carries the engine's own name for what was wrong. */
class StreamError extends Error {
  override readonly name = 'StreamError';
}

interface Parts {
  readonly engine: Pick<ClosedEngine, 'call'>;
  readonly tableName: string;
  /** The function behind the stream. */
  readonly run: (event: unknown) => Promise<unknown>;
  readonly report: (what: string, error: unknown) => void;
}

/** What the event source of keep-tallies lets through (infra/constructs/tallies.ts). */
const isOfTip = (record: unknown): boolean => {
  const read = recordSchema.safeParse(record);
  return read.success && read.data.dynamodb.Keys.SK.S.startsWith('TIP#');
};

/**
 * The table's stream, as Lambda hands it to a function: batch after batch of one shard, the same again where the function failed.
 * After a start it is told from the beginning of what the engine keeps, a day: whoever counts has to know what they have counted.
 */
export const createTableStream = ({ engine, tableName, run, report }: Parts) => {
  let place: { readonly shardId: string; iterator: string } | undefined;

  const call = async (tool: string, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const answer = await engine.call(tool, input);
    if (answer.kind === 'error') throw new StreamError(`${tool}: ${answer.code}`);
    return answer.output;
  };

  const begin = async (): Promise<typeof place> => {
    const [stream] = listed.parse(await call('list_streams', { table_name: tableName })).Streams;
    if (stream === undefined) return undefined;
    const { StreamArn: stream_arn } = stream;
    const { StreamDescription } = described.parse(await call('describe_stream', { stream_arn }));
    const shardId = StreamDescription.Shards[0]?.ShardId;
    if (shardId === undefined) return undefined;
    const asked = { stream_arn, shard_id: shardId, shard_iterator_type: 'TRIM_HORIZON' };
    return { shardId, iterator: begun.parse(await call('get_shard_iterator', asked)).ShardIterator };
  };

  const source: TimedSource = {
    nextAt: () => undefined,
    runDue: async () => {
      try {
        place ??= await begin();
        if (place === undefined) return false;
        const page = told.parse(await call('get_records', { shard_iterator: place.iterator }));
        if (page.Records.length === 0) return false;
        const Records = page.Records.filter(isOfTip);
        if (Records.length > 0) await run({ Records, shardId: place.shardId });
        place.iterator = page.NextShardIterator ?? place.iterator;
        return true;
      } catch (error) {
        // From where it stood, at the next look: by then the cause may be gone.
        report('the function behind the stream of the table failed', error);
        return false;
      }
    },
  };
  return {
    source,
    /** The table was made anew, and so was its stream. */
    forget: (): void => {
      place = undefined;
    },
  };
};
