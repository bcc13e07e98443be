import { viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';
import { clockSkew, type World } from './world.ts';

interface Erasure {
  readonly id: string;
  readonly epoch: string;
  readonly at: number;
  gone: boolean;
}

/** Checks erasures: everything that was erased is gone and stays gone. */
export const createErasureLedger = (
  world: World,
  verdict: Verdict,
  engine: () => MemoryEngine,
  nameOf: (pk: string) => string,
) => {
  const erasures = new Map<string, Erasure>();
  /** When each item was created, by the world's own clock. */
  const created = new Map<string, number>();

  const checkGone = ({ id, epoch, at, gone }: Erasure): void => {
    const name = nameOf(`SUB#${id}`);
    if (!gone) verdict.broken(rules.erased, name, 'asked for ERASE and is still there');
    for (const item of engine().partition(`SUB#${id}`)) {
      const sortKey = String(item['SK']);
      // A process whose clock is slow dates a JOIN right after an ERASE before that ERASE.
      const isDatedBefore = Number(item['at']) < at - clockSkew;
      const isOlder = 'at' in item && (isDatedBefore || (created.get(`${id} ${sortKey}`) ?? at) < at);
      const isLeft = sortKey.startsWith('DAY#') ? sortKey.endsWith(`#${epoch}`) : isOlder;
      if (isLeft) verdict.broken(rules.erased, name, `${sortKey} is left after ERASE`);
    }
  };

  return {
    wroteItem: (id: string, sortKey: string, before: Item | undefined): void => {
      if (!before) created.set(`${id} ${sortKey}`, world.timeline.now());
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, now] = [viewOf(before), viewOf(after)];
      if (now?.status === 'erasing' && old?.status !== 'erasing') {
        erasures.set(now.epoch, { id, epoch: now.epoch, at: world.timeline.now(), gone: false });
      }
      const erasure = now && erasures.get(now.epoch);
      if (erasure && now.status !== 'erasing') {
        verdict.broken(rules.erased, nameOf(`SUB#${id}`), `is ${now.status} again after ERASE, without JOIN`);
      }
      if (erasure?.gone && now) verdict.broken(rules.erased, nameOf(`SUB#${id}`), 'the erased profile is back');
      const ended = old && erasures.get(old.epoch);
      if (ended && old.epoch !== now?.epoch) ended.gone = true;
    },
    count: (): number => erasures.size,
    /** Called when all sweeps are done: nothing of an erased enrolment may be left. */
    finish: (): void => {
      for (const erasure of erasures.values()) checkGone(erasure);
      for (const item of engine().all()) {
        if (typeof item['alias'] !== 'string') continue;
        const primary = viewOf(engine().peek(`SUB#${item['alias']}`, 'PROFILE'));
        if (!primary) verdict.broken(rules.erased, nameOf(String(item['PK'])), 'is an alias of somebody who is gone');
      }
    },
  };
};
