import * as z from 'zod';
import { viewOf } from './profile-view.ts';
import type { ReplyLedger } from './reply-ledger.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { hour, type World } from './world.ts';

const stopped = z.object({ status: z.literal('stopped'), stopReason: z.string() });
const exported = z.object({
  subscription: z.object({ id: z.string() }),
  audit: z.array(z.object({ id: z.string(), score: z.number().nullable() })),
});

/** After this long a request has been carried out: the text was delivered, or reconcile-inbound has found it. */
const doneWithin = 14 * hour;

/**
 * Checks the links in mails: opening one changes nothing, pressing its button does, and an export holds only what its
 * owner said.
 */
export const createLinkLedger = (
  { timeline }: World,
  verdict: Verdict,
  replies: ReplyLedger,
  nameOf: (pk: string) => string,
) => {
  const wantedOut = new Map<string, number>();
  const wantedIn = new Map<string, number>();
  const ownerOf = (id: string): string => nameOf(`SUB#${id}`).replace("'s mailbox", '');
  const isRecent = (at: number | undefined): boolean => at !== undefined && timeline.now() - at < doneWithin;

  return {
    /** Somebody asks to leave, by text, by mail or on a page. */
    wantsOut: (name: string): void => void wantedOut.set(name, timeline.now()),
    /** Somebody presses the button of a confirmation: their mailbox may join what they have already. */
    wantsIn: (name: string): void => void wantedIn.set(name, timeline.now()),
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, now] = [viewOf(before), viewOf(after)];
      const name = ownerOf(id);
      const asked = isRecent(wantedOut.get(name)) || isRecent(wantedIn.get(name));
      const left = old?.status === 'active' && stopped.safeParse(after).data?.stopReason === 'opt-out';
      if (left && !asked) verdict.broken(rules.pressed, name, 'has left, and never asked to');
      const joined = now?.mailbox !== undefined && old?.mailbox?.address !== now.mailbox.address;
      if (joined && old && !isRecent(wantedIn.get(name)))
        verdict.broken(rules.pressed, name, 'has a mailbox that nobody has confirmed');
    },
    /** Somebody pressed "unsubscribe" in a mail, and the page says that its addressee is unsubscribed. */
    unsubscribed: (id: string, pressedAt: number): void => {
      if (replies.wasActive(id, pressedAt, timeline.now()))
        verdict.broken(rules.pressed, ownerOf(id), 'pressed unsubscribe, and is subscribed');
    },
    /** An export of the diary as JSON was downloaded. */
    exported: (body: string): void => {
      const { subscription, audit } = exported.parse(JSON.parse(body));
      for (const { id, score } of audit) {
        const reply = replies.byKey(id);
        if (!reply || reply.isForged || (score !== null && reply.score !== undefined && reply.score !== score))
          verdict.broken(rules.exported, ownerOf(subscription.id), `has an entry ${id} that its owner never said`);
      }
    },
  };
};

export type LinkLedger = ReturnType<typeof createLinkLedger>;
