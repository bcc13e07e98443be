import { othersOf } from './page-ledger.ts';
import { viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';

/** What a stranger has asked for: by a post that proves nothing, or by the form that anybody may fill in. */
export type Hand = 'unproved' | 'form';

/** So many of strangers' mails may go ahead of a tip: groups take turns, and few tips wait at once. */
const aheadOfATip = 5;

/** Checks that strangers change nothing and delay no tip. */
export const createStrangerLedger = (verdict: Verdict, nameOf: (pk: string) => string) => {
  const mayWrite = (hand: Hand, sk: string, before: Item | undefined, after: Item | undefined): boolean => {
    if (hand === 'unproved') return false;
    if (sk.startsWith('CONSENT#') || sk === 'REQUESTS') return true;
    if (sk !== 'PROFILE') return false;
    // An alias whose person is gone.
    if (before && !after) return before['alias'] !== undefined;
    if (before && after) return othersOf(before) === othersOf(after);
    return viewOf(after)?.status === 'pending';
  };

  return {
    wrote: (
      hand: Hand | undefined,
      pk: string,
      sk: string,
      before: Item | undefined,
      after: Item | undefined,
    ): void => {
      if (hand && !mayWrite(hand, sk, before, after))
        verdict.broken(rules.stranger, nameOf(pk), `a stranger's post wrote ${sk}`);
    },
    /** A group of tips has waited while so many confirmations were served. */
    overtook: (confirmations: number): void => {
      if (confirmations > aheadOfATip)
        verdict.broken(rules.overtaken, 'a group of tips', `waited while ${confirmations} confirmations were mailed`);
    },
  };
};
