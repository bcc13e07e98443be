import * as z from 'zod';
import type { Item } from './expression.ts';
import type { KeyRange } from './key-condition.ts';
import type { Key } from './partitions.ts';

interface Entry extends Key {
  readonly zone: string;
  readonly due: string;
}

const indexed = z.object({ PK: z.string(), SK: z.string(), zone: z.string(), due: z.string() });
const order = (entry: Entry): string => `${entry.due}|${entry.PK}`;

/** The sparse index: who has a `zone` and a `due`, by zone in the order of `due`; keys only. */
export const createDueIndex = () => {
  const places = new Map<string, Entry>();
  const zones = new Map<string, Entry[]>();
  return {
    set: (key: Key, item: Item | undefined): void => {
      const place = `${key.PK}|${key.SK}`;
      const old = places.get(place);
      if (old) {
        places.delete(place);
        zones.set(
          old.zone,
          (zones.get(old.zone) ?? []).filter((entry) => entry !== old),
        );
      }
      const parsed = indexed.safeParse(item);
      if (!parsed.success) return;
      const entry: Entry = parsed.data;
      places.set(place, entry);
      zones.set(
        entry.zone,
        [...(zones.get(entry.zone) ?? []), entry].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      );
    },
    find: function* (zone: string, { low, high, prefix }: KeyRange, start: unknown): Generator<Item> {
      const after = start === undefined ? undefined : order(indexed.parse(start));
      for (const entry of zones.get(zone) ?? []) {
        if (after !== undefined && order(entry) <= after) continue;
        if (entry.due >= low && entry.due <= high && entry.due.startsWith(prefix)) yield { ...entry };
      }
    },
  };
};
