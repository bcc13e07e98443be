import { viewOf } from './profile-view.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';
import type { Attempt } from './witness.ts';
import { hour, type World } from './world.ts';

/** Two ticks until a webhook that died is noticed, three hours without a tick, and the queue. */
const askedWithin = 8 * hour;

/** Watches the mailboxes that texts name: each is written to, whatever died on the way. */
export const createMailboxLedger = (
  { timeline }: World,
  verdict: Verdict,
  engine: () => MemoryEngine,
  nameOf: (pk: string) => string,
) => {
  /** When a confirmation mail was last handed to SES, or held back for too many of them. */
  const dealtWith = new Map<string, number>();

  const check = (id: string, key: string, at: number): void => {
    const view = viewOf(engine().peek(`SUB#${id}`, 'PROFILE'));
    // It has confirmed, or they have left, or asked for another since.
    if (view?.status !== 'active' || view.pendingMailbox?.askedBy !== key) return;
    if ((dealtWith.get(id) ?? 0) < at)
      verdict.broken(rules.asked, nameOf(`SUB#${id}`), 'named a mailbox that was not written to');
  };

  return {
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const key = viewOf(after)?.pendingMailbox?.askedBy;
      if (key === undefined || key === viewOf(before)?.pendingMailbox?.askedBy) return;
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
