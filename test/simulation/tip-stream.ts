import { createKeepTallies } from '../../functions/keep-tallies/keep-tallies.ts';
import { toAttribute } from '../../shared/store/attribute-value.ts';
import { createTallyStore } from '../../shared/store/tally-store.ts';
import { createProcess } from './process.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { Key } from './store/partitions.ts';
import { tableOf } from './table-client.ts';
import { clockSkew, minute, second, type World } from './world.ts';

/** The parts of a table whose changes are told apart from each other's. */
export const shards = ['shardId-0', 'shardId-1'] as const;
type ShardName = (typeof shards)[number];

const timeoutMs = 60 * second;
/** A batch that failed so often in a row is not let fail for ever. */
const failuresInARow = 4;

interface Shard {
  readonly name: ShardName;
  readonly records: unknown[];
  /** So many of them need not be told again. */
  told: number;
  failures: number;
  isPlanned: boolean;
}

const imageOf = (item: Item | undefined) =>
  item &&
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, toAttribute(value)]),
  );

/**
 * The table's stream of what becomes of tips, and keep-tallies behind it, whose processes die and whose calls fail like any other:
 * what was not handled to its end is told again, whole, longer or shorter, and now and then so is what was. Its own random
 * numbers, so that it changes nothing else that a seed decides.
 */
export const createTipStream = (world: World, engine: () => MemoryEngine, nameOf: (pk: string) => string) => {
  const { timeline, random } = world;
  const byName: Readonly<Record<ShardName, Shard>> = {
    'shardId-0': { name: 'shardId-0', records: [], told: 0, failures: 0, isPlanned: false },
    'shardId-1': { name: 'shardId-1', records: [], told: 0, failures: 0, isPlanned: false },
  };
  let started = 0;
  let sequence = 0;

  const invoke = (event: unknown, sheltered: boolean, ended: (done: boolean) => void): void => {
    started += 1;
    const process = createProcess(world, `keep-tallies/${started}`, random.whole(-clockSkew, clockSkew));
    const table = tableOf(engine(), process, random, nameOf, () => false);
    const keep = createKeepTallies({ log: () => {}, tallies: createTallyStore(table) });
    let over = false;
    const end = (done: boolean): void => {
      if (over) return;
      over = true;
      ended(done);
    };
    process.begin(sheltered, () => end(false));
    timeline.after(timeoutMs, () => {
      if (!over) process.die('of its timeout');
    });
    timeline.wake();
    keep(event).then(
      () => end(true),
      () => end(false),
    );
  };

  const plan = (shard: Shard): void => {
    if (shard.isPlanned || shard.told === shard.records.length) return;
    shard.isPlanned = true;
    timeline.after(random.whole(second, 2 * minute), () => tell(shard));
  };

  const tell = (shard: Shard): void => {
    const from = random.chance(0.05) ? Math.max(0, shard.told - random.whole(1, 10)) : shard.told;
    const to = Math.min(shard.records.length, from + random.whole(1, 40));
    const event = { Records: shard.records.slice(from, to), shardId: shard.name, state: {} };
    invoke(event, shard.failures >= failuresInARow, (done) => {
      shard.failures = done ? 0 : shard.failures + 1;
      // What was handled, and is not remembered to be, comes again.
      if (done && !random.chance(0.05)) shard.told = Math.max(shard.told, to);
      shard.isPlanned = false;
      plan(shard);
    });
  };

  return {
    wrote: ({ PK, SK }: Key, before: Item | undefined, after: Item | undefined): void => {
      sequence += 1;
      const shard = byName[PK.charCodeAt(PK.length - 1) % 2 === 0 ? 'shardId-0' : 'shardId-1'];
      shard.records.push({
        dynamodb: {
          Keys: { PK: { S: PK }, SK: { S: SK } },
          SequenceNumber: String(sequence),
          ApproximateCreationDateTime: Math.floor(timeline.now() / 1000),
          OldImage: imageOf(before),
          NewImage: imageOf(after),
        },
      });
      plan(shard);
    },
    isDrained: (): boolean => Object.values(byName).every(({ told, records }) => told === records.length),
  };
};
