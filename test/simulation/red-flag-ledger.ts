import { isDaytime } from './local-clock.ts';
import { viewOf } from './profile-view.ts';
import type { ReplyLedger, SentReply } from './reply-ledger.ts';
import type { Item } from './store/expression.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, minute, type World } from './world.ts';

/** The clinic of the deployment that is simulated (functions.ts), from 8 to 20 by its own clock. */
const clinicZone = 'America/New_York';
const contacts = ['front desk', 'duty physio'] as const;

/** All that may stand of an event: who by pseudonym and which message in its key, how soon, when, and who has it. */
const attributes = new Set([
  'PK',
  'SK',
  'at',
  'kind',
  'alerts',
  'alertedAt',
  'acknowledgedAt',
  'acknowledgedBy',
  'ttl',
]);

/** A tick every five minutes, of which three in a row may fail; and whoever tells is told of the pause by another clock. */
const toldWithin = 45 * minute;
/** A quarter of an hour less the minute that a tick may be early, by two clocks that differ. */
const leastPause = 14 * minute - 2 * clocksDiffer;
/** Whoever tells has read the list a moment before. */
const readBefore = 2 * minute;

interface Waiting {
  readonly text: SentReply;
  readonly id: string;
  readonly putAt: number;
  /** Alerts that are remembered, and since when that many are. */
  alerts: number;
  alertsSince: number;
  toldAt?: number;
  acknowledgedAt?: number;
  isGone: boolean;
}

export interface RedFlagLedgerOptions {
  readonly world: World;
  readonly verdict: Verdict;
  readonly engine: () => MemoryEngine;
  readonly replies: ReplyLedger;
  readonly nameOf: (pk: string) => string;
  /** Numbers and addresses, which nobody at the clinic is told. */
  readonly secrets: readonly string[];
}

/** Watches what the clinic is told: every red flag once, in the hours that people were told, and never what was said. */
export const createRedFlagLedger = ({ world, verdict, engine, replies, nameOf, secrets }: RedFlagLedgerOptions) => {
  const { timeline } = world;
  const events = new Map<string, Waiting>();
  const byText = new Map<SentReply, Waiting>();
  /** When somebody's last ERASE was confirmed, by name: what is erased may have been written under either address. */
  const erasedAt = new Map<string, number>();
  /** When the subscription of a number gave that number up, or got it back: in between it is not known whose it is. */
  const phones = new Map<string, { readonly at: number; readonly isTheirs: boolean }[]>();

  const ownerOf = (id: string): string => nameOf(`SUB#${id}`).replace("'s mailbox", '');
  const broken = (id: string, what: string): void => verdict.broken(rules.redFlag, nameOf(`SUB#${id}`), what);

  const notePhone = (id: string, before: Item | undefined, after: Item): void => {
    const isTheirs = after['phone'] !== undefined;
    if (before && (before['phone'] !== undefined) === isTheirs) return;
    phones.set(id, [...(phones.get(id) ?? []), { at: timeline.now(), isTheirs }]);
  };

  /** Whether a text came from a number that the subscription had given up: nobody is told of what may be a stranger's. */
  const isGivenUp = ({ channel, id, sentAt, heardAt = sentAt }: SentReply): boolean => {
    const known = phones.get(id) ?? [];
    const asSent = known.findLast(({ at }) => at <= sentAt);
    const since = known.filter(({ at }) => at > sentAt && at <= heardAt);
    return channel === undefined && [...(asSent ? [asSent] : []), ...since].some(({ isTheirs }) => !isTheirs);
  };

  /** Whether somebody at the clinic had to be told of a text by the time that it was answered. */
  const mustBeTold = (text: SentReply): text is SentReply & { readonly heardAt: number } => {
    const { danger, id, sentAt, heardAt, overtaken } = text;
    if (!danger || heardAt === undefined || overtaken || isGivenUp(text)) return false;
    return replies.wasActive(id, sentAt, heardAt);
  };

  const put = (event: string, after: Item): void => {
    const [id = '', ...key] = event.split('#');
    const text = replies.byKey(key.join('#'));
    if (!text?.danger) {
      broken(id, `is on the worklist as ${after['kind']}, and said nothing of the kind: ${text?.body}`);
      return;
    }
    if (after['kind'] !== text.danger) broken(id, `"${text.body}" stands on the worklist as ${after['kind']}`);
    // What ERASE took off the list leaves no trace: reconcile-inbound cannot tell it from what nobody was told of, and tells it.
    const before = byText.get(text);
    const isErased = before?.isGone === true && text.sentAt <= (erasedAt.get(ownerOf(id)) ?? 0);
    if (before && !isErased) broken(id, `"${text.body}" stands twice on the worklist`);
    const waiting = { text, id, putAt: timeline.now(), alerts: 0, alertsSince: timeline.now(), isGone: false };
    events.set(event, waiting);
    if (!before) byText.set(text, waiting);
  };

  const isLooking = (at: number, toleranceMs = 0): boolean => isDaytime(clinicZone, at, toleranceMs);

  const checkAlert = (event: string, told: number, contact: string): void => {
    const waiting = events.get(event);
    if (!waiting) {
      verdict.broken(rules.redFlag, 'the clinic', `is told of ${event}, which nobody put there`);
      return;
    }
    const { id, acknowledgedAt, alerts, alertsSince } = waiting;
    const now = timeline.now();
    if (acknowledgedAt !== undefined && now - acknowledgedAt > readBefore)
      broken(id, 'is told on, though somebody has it');
    if (contact !== contacts[told % contacts.length]) broken(id, `is told to ${contact} after ${told} others`);
    if (told > 0 && told === alerts && now - alertsSince < leastPause) broken(id, 'is told to the next at once');
    waiting.toldAt = now;
  };

  const checkOpen = ({ id, text, putAt, toldAt, acknowledgedAt, isGone }: Waiting): void => {
    const now = timeline.now();
    const dueSince = Math.max(putAt, toldAt === undefined ? 0 : toldAt + 15 * minute);
    if (isGone || acknowledgedAt !== undefined || now - dueSince <= toldWithin) return;
    if (isLooking(now) && isLooking(now - toldWithin)) broken(id, `"${text.body}" waits, and nobody is told of it`);
  };

  return {
    wrote: (event: string, before: Item | undefined, after: Item | undefined): void => {
      if (!before && after) put(event, after);
      const waiting = events.get(event);
      if (!waiting) return;
      for (const name of Object.keys(after ?? {}))
        if (!attributes.has(name)) broken(waiting.id, `has ${name} on the worklist`);
      waiting.isGone = after === undefined;
      if (before && after && Number(after['alerts']) !== Number(before['alerts']))
        [waiting.alerts, waiting.alertsSince] = [Number(after['alerts']), timeline.now()];
      if (after?.['acknowledgedAt'] !== undefined) waiting.acknowledgedAt ??= timeline.now();
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      if (viewOf(after)?.status === 'erasing' && viewOf(before)?.status !== 'erasing')
        erasedAt.set(ownerOf(id), timeline.now());
      if (viewOf(after) && after) notePhone(id, viewOf(before) && before, after);
    },
    /** A contact of the clinic's is told something. */
    told: (contact: string, words: string): void => {
      const said = replies.texts.flatMap(({ danger, body }) => (danger && danger !== 'asked' ? [body] : []));
      const leaked = [...said, ...secrets].find((secret) => words.includes(secret));
      if (leaked) verdict.broken(rules.redFlag, 'the clinic', `is told "${leaked}"`);
      if (!isLooking(timeline.now(), clocksDiffer))
        verdict.broken(rules.redFlag, 'the clinic', `is told at ${new Date(timeline.now()).toISOString()}`);
      for (const [, told, event = ''] of words.matchAll(/told before: (\d+)\n {2}(\S+)/g))
        checkAlert(event, Number(told), contact);
    },
    /** The events that wait for an answer of somebody who was told. */
    open: (): readonly string[] =>
      [...events].flatMap(([event, { acknowledgedAt, isGone }]) =>
        !isGone && acknowledgedAt === undefined ? [event] : [],
      ),
    check: (): void => {
      for (const waiting of events.values()) checkOpen(waiting);
    },
    count: (): number => events.size,
    finish: (): void => {
      for (const text of replies.texts) {
        if (!mustBeTold(text)) continue;
        if ((byText.get(text)?.putAt ?? Number.POSITIVE_INFINITY) > text.heardAt)
          broken(text.id, `"${text.body}" is answered, and never reached the worklist`);
      }
      for (const { id, text, putAt, isGone } of events.values()) {
        const isErased = putAt < (erasedAt.get(ownerOf(id)) ?? 0) || !engine().peek(`SUB#${id}`, 'PROFILE');
        if (isErased && !isGone) broken(id, `"${text.body}" is left on the worklist after ERASE`);
      }
    },
  };
};

export type RedFlagLedger = ReturnType<typeof createRedFlagLedger>;
