import type { Observer } from '../observer.ts';
import type { World } from '../world.ts';
import { createMemoryEngine, type MemoryEngine } from './memory-engine.ts';

/** The engine of a world: by what is drawn its index lags, its reads are stale, and its pages hold one item, two or many. */
export const drawEngine = ({ timeline, random }: World, wrote: Observer['wrote']): MemoryEngine => {
  const lag = random.pick([0, 500, 60_000]);
  const pages = random.pick([1, 2, 100]);
  const stale = random.pick([0, 0.3]);
  const written = new Map<string, number>();
  return createMemoryEngine('backbeat', {
    onWrite: (key, before, after) => {
      if (stale > 0) written.set(`${key.PK}${key.SK}`, timeline.now());
      wrote(key, before, after);
    },
    indexLater: (apply) => timeline.after(random.whole(0, lag), apply),
    readsStale: ({ PK, SK }) => timeline.now() - (written.get(`${PK}${SK}`) ?? 0) < 1000 && random.chance(stale),
    itemsAPage: () => pages,
  });
};
