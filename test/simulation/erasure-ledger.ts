import { type ProfileView, viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';
import { clockSkew, day, type World } from './world.ts';

interface Erasure {
  readonly id: string;
  readonly epoch: string;
  /** When it was carried out. */
  readonly at: number;
  /** The other names of theirs, under which an earlier subscription may have left something; no subscription has one. */
  readonly names: readonly string[];
  gone: boolean;
}

/** An item's first write: when, by the world's own clock, and in whose enrolment; undefined where nobody stood there. */
interface Creation {
  readonly at: number;
  readonly epoch: string | undefined;
}

const aliasesIn = (item: Item | undefined): readonly string[] =>
  Array.isArray(item?.['aliases']) ? item['aliases'].map(String) : [];

/** Checks erasures: everything that was erased is gone and stays gone. */
export const createErasureLedger = (
  world: World,
  verdict: Verdict,
  engine: () => MemoryEngine,
  nameOf: (pk: string) => string,
) => {
  const erasures = new Map<string, Erasure>();
  const created = new Map<string, Creation>();
  /** When each enrolment began. */
  const enrolledAt = new Map<string, number>();

  const profileOf = (id: string): ProfileView | undefined => viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));

  /** What came of a tip, written when nobody was there, or of a day that was over when the enrolment began. */
  const isOfNobody = (id: string, sortKey: string): boolean => {
    const creation = created.get(`${id} ${sortKey}`);
    if (!sortKey.startsWith('TIP#') || !creation) return false;
    if (creation.epoch === undefined) return true;
    const since = enrolledAt.get(creation.epoch) ?? 0;
    return Date.parse(sortKey.slice('TIP#'.length)) < since - 2 * day;
  };

  /** Whether an item other than a page is of the time before an erasure. */
  const isOlder = ({ id, at, epoch }: Erasure, sortKey: string, item: Item): boolean => {
    if (!('at' in item)) return false;
    // A cohort says when it was joined, which for one that was carried over from another name of theirs was long ago.
    if (sortKey.startsWith('COHORT#')) return sortKey === `COHORT#${epoch}`;
    // It says so itself: of an ERASE that was heard late it may be younger than its text, and a receipt may have come since.
    if (item['epoch'] === epoch) return true;
    const isCreatedBefore = (created.get(`${id} ${sortKey}`)?.at ?? at) < at;
    // A process whose clock is slow dates a JOIN right after an ERASE before that ERASE.
    const isDatedBefore = Number(item['at']) < at - clockSkew;
    // A JOIN that was sent after the ERASE, and both found late, is dated before the ERASE was carried out.
    if (sortKey.startsWith('CONSENT#')) return isCreatedBefore;
    // The outcome of a day on which somebody joined again and got a tip takes the place of that day's first.
    if (sortKey.startsWith('TIP#') && profileOf(id)) return isDatedBefore;
    return isDatedBefore || isCreatedBefore;
  };

  /** Of what stood under another name of theirs nothing may be left, but where that has a profile of its own by now. */
  const checkNames = ({ id, at, names }: Erasure): void => {
    for (const name of names) {
      if (profileOf(name)) continue;
      for (const item of engine().partition(`SUB#${name}`)) {
        const sortKey = String(item['SK']);
        const isOld = (created.get(`${name} ${sortKey}`)?.at ?? at) < at;
        if (isOld && /^(DAY|CONSENT|TIP)#/.test(sortKey) && !sortKey.endsWith('#-'))
          verdict.broken(rules.erased, nameOf(`SUB#${id}`), `${nameOf(`SUB#${name}`)} ${sortKey} is left after ERASE`);
      }
    }
  };

  const checkGone = (erasure: Erasure): void => {
    const { id, epoch, gone } = erasure;
    const name = nameOf(`SUB#${id}`);
    if (!gone) verdict.broken(rules.erased, name, 'asked for ERASE and is still there');
    for (const item of engine().partition(`SUB#${id}`)) {
      const sortKey = String(item['SK']);
      const isLeft = sortKey.startsWith('DAY#')
        ? sortKey.endsWith(`#${epoch}`)
        : isOlder(erasure, sortKey, item) || isOfNobody(id, sortKey);
      if (isLeft) verdict.broken(rules.erased, name, `${sortKey} is left after ERASE`);
    }
  };

  return {
    wroteItem: (id: string, sortKey: string, before: Item | undefined): void => {
      if (before) return;
      created.set(`${id} ${sortKey}`, { at: world.timeline.now(), epoch: profileOf(id)?.epoch });
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, now] = [viewOf(before), viewOf(after)];
      if (now && !enrolledAt.has(now.epoch)) enrolledAt.set(now.epoch, world.timeline.now());
      if (now?.status === 'erasing' && old?.status !== 'erasing') {
        erasures.set(now.epoch, {
          id,
          epoch: now.epoch,
          at: world.timeline.now(),
          names: aliasesIn(after).filter((name) => !profileOf(name)),
          gone: false,
        });
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
      for (const erasure of erasures.values()) {
        checkGone(erasure);
        checkNames(erasure);
      }
      for (const item of engine().all()) {
        if (typeof item['alias'] !== 'string') continue;
        const primary = viewOf(engine().peek(`SUB#${item['alias']}`, 'PROFILE'));
        if (!primary) verdict.broken(rules.erased, nameOf(String(item['PK'])), 'is an alias of somebody who is gone');
      }
    },
  };
};
