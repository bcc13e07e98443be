import { isRestingIn, viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';

/** The parts of a profile that a form may change: the request that waits, and the count of writes. */
const ofTheForm: ReadonlySet<string> = new Set(['page', 'rev', 'ttl']);

/**
 * People to whom nothing is sent until they write leave the due index with the next write of their profile, which may
 * be a form's.
 */
const ofTheIndex: ReadonlySet<string> = new Set(['zone', 'due']);

const isResting = (item: Item): boolean => {
  const view = viewOf(item);
  return view !== undefined && isRestingIn(view);
};

/** All of a profile that no form may touch. */
export const othersOf = (item: Item): string =>
  JSON.stringify(
    Object.entries(item)
      .filter(([name]) => !ofTheForm.has(name) && !(ofTheIndex.has(name) && isResting(item)))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Watches the sign-up page: anybody may fill it in, with anybody's mailbox. */
export const createPageLedger = (verdict: Verdict, nameOf: (pk: string) => string) => ({
  wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
    const [old, now] = [viewOf(before), viewOf(after)];
    if (!before || !after || !old || !now?.page || now.page.t === old.page?.t) return;
    if (othersOf(before) !== othersOf(after))
      verdict.broken(rules.proved, nameOf(`SUB#${id}`), 'was changed by a form that nobody has confirmed');
  },
});
