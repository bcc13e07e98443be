import type { Item } from './expression.ts';

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

interface Partition {
  /** In order. */
  readonly sortKeys: string[];
  readonly items: Map<string, Item>;
}

const positionOf = (sorted: readonly string[], key: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Items by partition, in the order of their sort keys. */
export const createPartitions = () => {
  const partitions = new Map<string, Partition>();
  return {
    get: ({ PK, SK }: Key): Item | undefined => partitions.get(PK)?.items.get(SK),
    set: ({ PK, SK }: Key, item: Item | undefined): void => {
      let partition = partitions.get(PK);
      if (!partition) {
        if (!item) return;
        partition = { sortKeys: [], items: new Map() };
        partitions.set(PK, partition);
      }
      const known = partition.items.has(SK);
      if (item) {
        if (!known) partition.sortKeys.splice(positionOf(partition.sortKeys, SK), 0, SK);
        partition.items.set(SK, item);
      } else if (known) {
        partition.sortKeys.splice(positionOf(partition.sortKeys, SK), 1);
        partition.items.delete(SK);
      }
    },
    /** The items of a partition from a sort key on, in order. */
    from: function* (PK: string, SK: string): Generator<Item> {
      const partition = partitions.get(PK);
      if (!partition) return;
      for (let index = positionOf(partition.sortKeys, SK); index < partition.sortKeys.length; index += 1) {
        const item = partition.items.get(partition.sortKeys[index] ?? '');
        if (item) yield item;
      }
    },
    all: function* (): Generator<Item> {
      for (const { items } of partitions.values()) yield* items.values();
    },
  };
};
