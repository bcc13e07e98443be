import { codeIn } from './cards.ts';
import { viewOf } from './profile-view.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';

export interface CohortLedgerOptions {
  readonly verdict: Verdict;
  readonly engine: () => MemoryEngine;
  readonly replies: ReplyLedger;
  readonly nameOf: (pk: string) => string;
  /** Whether strangers fill in forms, without a code, with the mailboxes of people: the last one is the one that counts. */
  readonly isBeset: boolean;
}

/**
 * Watches that whoever joins by the code of a card is in its cohort before they are anybody at all, is counted once for that text,
 * and that nobody else is in one.
 */
export const createCohortLedger = ({ verdict, engine, replies, nameOf, isBeset }: CohortLedgerOptions) => {
  /** The codes that each mailbox was asked to confirm with, by its id. */
  const filledIn = new Map<string, Set<string>>();
  /** The day, in UTC, on which each message or link was counted for a code. */
  const countedOn = new Map<string, string>();
  let joined = 0;
  const broken = (id: string, what: string): void => verdict.broken(rules.cohort, nameOf(`SUB#${id}`), what);

  const personOf = (id: string): string => nameOf(`SUB#${id}`).replace("'s mailbox", '');

  const cohortOf = (id: string, epoch: string): unknown => engine().peek(`SUB#${id}`, `COHORT#${epoch}`)?.['code'];

  /** By a text: the profile that remembers it is written after the cohort, and the cohort after its count. */
  const joinedByText = (id: string, epoch: string, key: string): void => {
    const text = replies.byKey(key);
    const code = text && codeIn(text.body);
    if (text === undefined || code === undefined) return;
    joined += 1;
    const found = cohortOf(id, epoch);
    if (found !== code) broken(id, `"${text.body}" is carried out, and the cohort is ${found}`);
  };

  /** By a link of the sign-up page, which is always filled in with the code of a card in a world that has them. */
  const joinedByLink = (id: string, epoch: string): void => {
    const codes = filledIn.get(id);
    if (!codes || isBeset) return;
    joined += 1;
    const found = cohortOf(id, epoch);
    if (!codes.has(String(found)))
      broken(id, `confirms a form with ${[...codes].join(' or ')}; the cohort is ${found}`);
  };

  return {
    /** Somebody presses the button of the sign-up page, with the code of their card. */
    filledIn: (mailId: string, code: string): void => {
      filledIn.set(mailId, (filledIn.get(mailId) ?? new Set()).add(code));
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, now] = [viewOf(before), viewOf(after)];
      if (!now || now.status !== 'active') return;
      const isConfirmed = old?.status === 'pending' && old.page !== undefined && now.mailbox?.link !== undefined;
      if (isConfirmed) joinedByLink(id, now.epoch);
      // An enrolment that has just begun remembers the JOIN that began it as its last; one merged into it comes with others.
      const last = now.commands.at(-1);
      const isNew = last !== undefined && !old?.commands.includes(last);
      const added = now.commands.filter((key) => !old?.commands.includes(key));
      if (isNew && (old?.epoch !== now.epoch || added.length === 1)) joinedByText(id, now.epoch, last);
    },
    wroteCohort: (id: string, after: Item | undefined): void => {
      const code = after?.['code'];
      if (code === undefined) return;
      const said = replies.texts.some((text) => personOf(text.id) === personOf(id) && codeIn(text.body) === code);
      const filled = [...filledIn].some(
        ([mailId, codes]) => personOf(mailId) === personOf(id) && codes.has(String(code)),
      );
      if (!said && !filled) broken(id, `is in the cohort of ${code}, whose code they never gave`);
    },
    /** A day's count of a code was written. */
    wroteCount: (code: string, date: string, after: Item | undefined): void => {
      const keys: unknown = after?.['joined'];
      if (!(keys instanceof Set)) return;
      for (const key of keys) {
        const text = replies.byKey(String(key));
        // What is no reply of theirs is the link of a form that was filled in with it.
        if (text ? codeIn(text.body) !== code : String(key).startsWith('r#') || filledIn.size === 0)
          verdict.broken(rules.cohort, code, `counts ${key}, which is no JOIN by it`);
        const named = `${code} ${key}`;
        const earlier = countedOn.get(named);
        if (earlier !== undefined && earlier !== date)
          verdict.broken(rules.cohort, code, `the same JOIN is counted on ${earlier} and on ${date}`);
        countedOn.set(named, date);
      }
    },
    count: (): number => joined,
  };
};

export type CohortLedger = ReturnType<typeof createCohortLedger>;
