import * as z from 'zod';
import type { Attempt } from './observer.ts';
import { viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, hour, minute, type World } from './world.ts';

const names = z.object({ alias: z.string().optional() });
const requests = z.object({ asked: z.record(z.string(), z.number()).default({}) });

/** Two ticks until a webhook that died is noticed, three hours without a tick, and the queue. */
const askedWithin = 8 * hour;

/** A confirmation mail that was sent up to ten minutes before a sign-up counts for it. */
const justBefore = 10 * minute + clocksDiffer;

/** The most mails that one mailbox gets in a day, whoever asks for them. */
const mailsADay = 3;

/** One press of the sign-up page's button. */
export interface Press {
  /** The requests counted for a mailbox were written for it. */
  readonly counted: () => void;
  /** The page has said that a mail is on its way. */
  readonly promised: () => void;
}

/** Watches the mailboxes that texts and the sign-up page name: each is written to, whatever died on the way. */
export const createMailboxLedger = (
  { timeline }: World,
  verdict: Verdict,
  engine: () => MemoryEngine,
  nameOf: (pk: string) => string,
) => {
  /** When a confirmation mail was last handed to SES, or held back for too many of them. */
  const dealtWith = new Map<string, number>();

  /** When a profile last had a request of the page's that waits, or was being erased and so could have none. */
  const waited = new Map<string, number>();

  const check = (id: string, key: string, at: number): void => {
    const view = viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));
    // No mail is owed: the mailbox has confirmed, or they have left or named another one since.
    if (view?.status !== 'active' || view.box?.b !== key) return;
    if ((dealtWith.get(id) ?? 0) < at)
      verdict.broken(rules.asked, nameOf(`SUB#${id}`), 'named a mailbox that was not written to');
  };

  /** The ids of the profiles that a mailbox leads to. */
  const primaryOf = (mailId: string): string => {
    const { alias } = names.parse(engine().peek(`SUB#${mailId}`, 'PROFILE') ?? {});
    return alias ?? mailId;
  };

  /** The requests that are counted for a mailbox. */
  const requestsOf = (mailId: string): readonly string[] =>
    Object.keys(requests.parse(engine().peek(`SUB#${mailId}`, 'REQUESTS') ?? {}).asked);

  /** `led`: the profiles that the mailbox led to from the press of the button to the promise; they may have been erased since. */
  const checkPage = (mailId: string, led: readonly string[], since: number, promisedAt: number): void => {
    const id = primaryOf(mailId);
    const names = [id, mailId, ...led];
    const { page } = viewOf(engine().peek(`SUB#${id}`, 'PROFILE')) ?? {};
    // No mail is owed: the mailbox has confirmed, or they have left, or were erased and asked again since.
    const isOver = !page || (page.s ?? page.t) > promisedAt + clocksDiffer;
    if (isOver && !names.every((name) => (waited.get(name) ?? 0) < since - justBefore)) return;
    const last = Math.max(...names.map((name) => dealtWith.get(name) ?? 0));
    if (last < since - justBefore)
      verdict.broken(
        rules.asked,
        nameOf(`SUB#${mailId}`),
        'was promised a mail by the sign-up page that was never sent',
      );
  };

  return {
    /** Somebody entered a mailbox on the sign-up page at `since`; the page is asking it to confirm. */
    asking: (mailId: string, since: number): Press => {
      let isCounted = false;
      const atPress = primaryOf(mailId);
      return {
        counted: () => {
          isCounted = true;
        },
        promised: () => {
          // Too many have asked for that mailbox: the page says the same, so that nobody learns anything from it. The
          // last of them may be another press of these same seconds, which died: the mail is that one's to ask again.
          if (!isCounted && requestsOf(mailId).length >= mailsADay) return;
          const promisedAt = timeline.now();
          const led = [atPress, primaryOf(mailId)];
          timeline.after(askedWithin, () => checkPage(mailId, led, since, promisedAt));
        },
      };
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      for (const view of [viewOf(before), viewOf(after)])
        if (view?.page || view?.status === 'erasing') waited.set(id, timeline.now());
      const key = viewOf(after)?.box?.b;
      if (key === undefined || key === viewOf(before)?.box?.b) return;
      const at = timeline.now();
      timeline.after(askedWithin, () => check(id, key, at));
    },
    sending: ({ kind, id }: Attempt): void => {
      if (kind === 'confirmation') dealtWith.set(id, timeline.now());
    },
    heldBack: (id: string): void => {
      dealtWith.set(id, timeline.now());
    },
  };
};

export type MailboxLedger = ReturnType<typeof createMailboxLedger>;
