import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import { wallClock } from './local-clock.ts';
import { viewOf } from './profile-view.ts';
import type { Danger } from './red-flag-words.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, day, type World } from './world.ts';

/** A text or a mail that somebody sent, and what has been seen of it since. */
export interface SentReply {
  readonly channel?: 'email';
  /** Twilio's name of the text, or the mail's Message-ID. */
  readonly sid: string;
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** The score it reports, if it does. */
  readonly score?: number;
  /** What the clinic is to hear of it, if it is a red flag. */
  readonly danger?: Danger;
  /** Somebody who is subscribed means it for their diary or subscription: it must leave a trace. */
  readonly counts: boolean;
  /** Written in somebody's name by somebody else: it must leave no trace. */
  readonly isForged?: boolean;
  heardAt?: number;
  /** It was lost, and left alone on purpose when it was found: what came after it says the contrary. */
  overtaken?: boolean;
  /** Pages (sort keys) that have held it. */
  readonly pages: Set<string>;
  carriedOut: number;
}

/** Two deliveries at midnight may store it on the pages of both days of one enrolment; whoever reads them takes it for one. */
const isOneReply = (pages: readonly string[]): boolean => {
  const [first = '', ...others] = pages.toSorted();
  const next = new Date(Date.parse(first.slice(4, 14)) + day).toISOString().slice(0, 10);
  return others.every((other) => other === `DAY#${next}${first.slice(14)}`);
};

/** Whether a phone has joined its mailbox, whose profile knows from now on what was handled under the phone's name. */
const hasJoined = (before: Item | undefined, after: Item | undefined): boolean =>
  before !== undefined &&
  before['epoch'] === after?.['epoch'] &&
  JSON.stringify(before['phone']) !== JSON.stringify(after?.['phone']);

/** Watches texts: each is applied once, however often it is delivered. */
export const createReplyLedger = (world: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const { timeline } = world;
  const byKey = new Map<string, SentReply>();
  const sent: SentReply[] = [];
  /** When somebody's subscription was not active, or not the same: texts of these times may be answered in other ways. */
  const changes = new Map<string, { at: number; state: string }[]>();

  const wasActive = (id: string, from: number, to: number): boolean => {
    const list = changes.get(id) ?? [];
    const before = list.filter(({ at }) => at <= from).at(-1);
    return before?.state.startsWith('active') === true && !list.some(({ at }) => at > from && at <= to);
  };

  const describe = (text: SentReply): string => `"${text.body}" of ${new Date(text.sentAt).toISOString()}`;

  const complain = (id: string, text: SentReply, what: string): void =>
    verdict.broken(rules.once, nameOf(`SUB#${id}`), `${describe(text)} ${what}`);

  const stored = (id: string, page: string, text: SentReply, value: unknown, zone: string | undefined): void => {
    if (text.isForged) complain(id, text, 'was forged, and is stored');
    // Once they are nobody's subscriber, what they text is only counted: that is no diary.
    if (page.endsWith('#-')) return;
    text.pages.add(page);
    if (!isOneReply([...text.pages])) complain(id, text, `stands on ${[...text.pages].join(' and ')}`);
    const { k, s } = Object(value);
    if (text.score === undefined || k !== 'score') return;
    if (s !== text.score) complain(id, text, `is stored as ${s}`);
    if (zone === undefined) return;
    const sent = text.sentAt - clocksDiffer;
    const [first = ''] = [wallClock(zone, sent).date, wallClock(zone, sent, timeline.now()).date].sort();
    const last = wallClock(zone, timeline.now() + clocksDiffer).date;
    const date = page.slice(4, 14);
    if (date < first || date > last) complain(id, text, `stands on the page of ${date}`);
  };

  return {
    texts: sent,
    wasActive,
    /** The reply that the service keeps under a key. */
    byKey: (key: string): SentReply | undefined => byKey.get(key),
    send: (text: Omit<SentReply, 'pages' | 'carriedOut'>): SentReply => {
      const full: SentReply = { ...text, pages: new Set(), carriedOut: 0 };
      sent.push(full);
      byKey.set(replyKey(text.channel ?? 'sms', text.sid), full);
      return full;
    },
    wroteProfile: (id: string, before: Item | undefined, after: Item | undefined): void => {
      const [old, now] = [viewOf(before), viewOf(after)];
      const state = `${now?.status ?? 'nobody'} ${now?.epoch ?? ''}`;
      const list = changes.get(id) ?? [];
      changes.set(id, list);
      if (list.at(-1)?.state !== state) list.push({ at: timeline.now(), state });
      const added = (now?.commands ?? []).filter((key) => !old?.commands.includes(key));
      // No reply adds two: these were handed over.
      if (old?.epoch === now?.epoch && added.length > 1) return;
      const joined = hasJoined(before, after);
      for (const key of added) {
        const text = byKey.get(key);
        if (!text || (joined && text.carriedOut > 0)) continue;
        // Whoever begins anew keeps the keys of what was handled before; carried out is the JOIN alone.
        if (old && now && old.epoch !== now.epoch && !/^(JOIN|START|INSCRIPTION)\b/.test(text.body)) continue;
        text.carriedOut += 1;
        if (text.isForged) complain(id, text, 'was forged, and is carried out');
        if (text.carriedOut > 1)
          verdict.broken(rules.once, nameOf(`SUB#${id}`), `${describe(text)} is carried out twice`);
      }
    },
    /** `zone`: where the profile says they are. */
    wrotePage: (id: string, page: string, before: Item | undefined, after: Item | undefined, zone?: string): void => {
      for (const [key, value] of Object.entries(after ?? {})) {
        const text = byKey.get(key);
        if (!text) continue;
        if (before?.[key] === undefined) stored(id, page, text, value, zone);
        else if (JSON.stringify(before[key]) !== JSON.stringify(value)) complain(id, text, 'is written over');
      }
    },
    /** The service said that it has dealt with a reply; `isTheirs`: whom it was sent for has that mailbox still. */
    heard: (text: SentReply, isTheirs = true): void => {
      text.heardAt ??= timeline.now();
      if (!text.counts || text.overtaken || !isTheirs) return;
      const subscribed = wasActive(text.id, text.sentAt, timeline.now());
      const isJoin = /^(JOIN|START|INSCRIPTION)\b/.test(text.body);
      if ((subscribed || isJoin) && text.pages.size === 0 && text.carriedOut === 0) {
        verdict.broken(rules.once, nameOf(`SUB#${text.id}`), `${describe(text)} is answered, and nowhere stored`);
      }
      if (subscribed && text.score !== undefined && text.pages.size === 0) {
        verdict.broken(rules.once, nameOf(`SUB#${text.id}`), `${describe(text)} is answered, and not in the diary`);
      }
    },
    finish: (): void => {
      for (const text of sent) {
        if (text.heardAt === undefined) {
          verdict.broken(rules.once, nameOf(`SUB#${text.id}`), `${describe(text)} was never dealt with`);
        }
      }
    },
  };
};

export type ReplyLedger = ReturnType<typeof createReplyLedger>;
