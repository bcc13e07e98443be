import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { Key } from './store/partitions.ts';
import { createTipStream, shards } from './tip-stream.ts';
import { rules, type Verdict } from './verdict.ts';
import { day, hour, minute, type World } from './world.ts';

/** So long after its day an outcome is counted (docs/desk.md). */
const counted = 40 * day;
/** The stream is not let be behind for longer than this after its faults. */
const patience = 3 * hour;
const ownNames: ReadonlySet<string> = new Set(['PK', 'SK', 'last', 'ttl']);

/** What a scan would count an outcome as. */
const nameOfItem = (item: Item | undefined): string | undefined => {
  if (item === undefined) return undefined;
  return item['state'] === 'skipped' ? `skipped:${item['reason']}` : String(item['state']);
};

interface TallyLedgerOptions {
  /** With random numbers of its own. */
  readonly world: World;
  readonly verdict: Verdict;
  readonly engine: () => MemoryEngine;
  readonly nameOf: (pk: string) => string;
  readonly until: number;
}

/** Holds today's picture, as keep-tallies counts it, against what stands in the table, at the end of each day. */
export const createTallyLedger = ({ world, verdict, engine, nameOf, until }: TallyLedgerOptions) => {
  const { timeline } = world;
  const stream = createTipStream(world, engine, nameOf);
  /** What stands in the table of each date, by whose it is. */
  const standing = new Map<string, Map<string, string>>();

  const scanOf = (date: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const name of standing.get(date)?.values() ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };

  const talliesOf = (date: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const shard of shards)
      for (const [name, count] of Object.entries(engine().peek(`TALLY#${date}`, shard) ?? {}))
        if (!ownNames.has(name)) counts.set(name, (counts.get(name) ?? 0) + Number(count));
    return new Map([...counts].filter(([, count]) => count !== 0));
  };

  const inWords = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .map(([name, count]) => `${count} ${name}`)
      .toSorted()
      .join(', ');

  const check = (): void => {
    for (const date of standing.keys()) {
      const [scan, tally] = [inWords(scanOf(date)), inWords(talliesOf(date))];
      if (scan !== tally) verdict.broken(rules.tally, date, `a scan says "${scan}", the tallies "${tally}"`);
    }
  };

  const checkOnceDrained = (since: number): void => {
    if (stream.isDrained()) check();
    else if (timeline.now() - since > patience) verdict.broken(rules.tally, 'the stream', 'is behind for hours');
    else timeline.after(minute, () => checkOnceDrained(since));
  };

  return {
    wrote: (key: Key, before: Item | undefined, after: Item | undefined): void => {
      const date = key.SK.slice('TIP#'.length);
      stream.wrote(key, before, after);
      // The stream tells seconds.
      if (Math.floor(timeline.now() / 1000) * 1000 - Date.parse(date) >= counted) return;
      const ofDay = standing.get(date) ?? new Map<string, string>();
      standing.set(date, ofDay);
      const name = nameOfItem(after);
      if (name === undefined) ofDay.delete(key.PK);
      else ofDay.set(key.PK, name);
    },
    start: (): void => {
      // At noon in UTC the day before has ended everywhere.
      const noon = Math.ceil(timeline.now() / day) * day + 12 * hour;
      for (let at = noon; at < until; at += day) timeline.at(at, () => checkOnceDrained(at));
    },
    finish: (): void => {
      if (!stream.isDrained()) verdict.broken(rules.drain, 'the stream', 'is not told to its end');
      check();
    },
  };
};
