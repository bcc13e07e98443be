import { replyKey } from '../../shared/domain/people/pseudonym.ts';
import { wallClock } from './local-clock.ts';
import { type ProfileView, viewOf } from './profile-view.ts';
import type { Danger } from './red-flag-words.ts';
import type { Item } from './store/expression.ts';
import { rules, type Verdict } from './verdict.ts';
import { clocksDiffer, day, second, type World } from './world.ts';

/** A text or a mail that somebody sent, and what the service has done with it. */
export interface SentReply {
  readonly channel?: 'email';
  /** Twilio's name of the text, or the mail's Message-ID. */
  readonly sid: string;
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** When SES was given the mail, the last time: its writer's server may have kept it for hours, and nobody else knows. */
  receivedAt?: number;
  /** The score it reports, if it does. */
  readonly score?: number;
  /** The words that the diary is to keep of it, if it is a note and nothing else. */
  readonly note?: string;
  /** What the clinic is to hear of it, if it is a red flag. */
  readonly danger?: Danger;
  /** Its writer is subscribed and means it for their diary or subscription: it must be stored. */
  readonly counts: boolean;
  /** A stranger wrote it in somebody's name: it must not be stored. */
  readonly isForged?: boolean;
  heardAt?: number;
  /** It was lost, and ignored on purpose when it was found: a later reply had contradicted it. */
  overtaken?: boolean;
  /** Pages (sort keys) that have held it. */
  readonly pages: Set<string>;
  carriedOut: number;
}

/** A text whose webhook fails, sent so long before a JOIN, is surely told from what was said after it. */
const sureBefore = clocksDiffer + 10 * second;

/** A function that stores a reply has read its writer's profile so long before at most, tries again included. */
const readBefore = 30 * second;

/** So many commands a profile remembers; when there are more, the oldest of them are forgotten. */
const keptCommands = 10;

const epochOf = (page: string): string => page.slice('DAY#2030-01-01#'.length);

const isJoin = (body: string): boolean => /^(JOIN|START|INSCRIPTION)\b/.test(body);

/**
 * Two deliveries around midnight may store a reply on the pages of both days of one enrolment; readers count it once.
 */
const isOneReply = (pages: readonly string[]): boolean => {
  const [first = '', ...others] = pages.toSorted();
  const next = new Date(Date.parse(first.slice(4, 14)) + day).toISOString().slice(0, 10);
  return others.every((other) => other === `DAY#${next}${first.slice(14)}`);
};

/**
 * Whether a phone was merged into its mailbox's profile, which takes over the keys of what was handled under the
 * phone's id.
 */
const hasJoined = (before: Item | undefined, after: Item | undefined): boolean =>
  before !== undefined &&
  before['epoch'] === after?.['epoch'] &&
  JSON.stringify(before['phone']) !== JSON.stringify(after?.['phone']);

/** Checks that each reply is applied once, however often it is delivered. */
export const createReplyLedger = (world: World, verdict: Verdict, nameOf: (pk: string) => string) => {
  const { timeline } = world;
  const byKey = new Map<string, SentReply>();
  const sent: SentReply[] = [];
  /** When somebody's status or enrolment changed: a text near such a change may be answered as before or after it. */
  const changes = new Map<string, { at: number; state: string }[]>();

  /** When the JOIN was sent that began an enrolment after an erasure. */
  const joinedAnew = new Map<string, number>();
  const carriedOutIn = new Map<SentReply, string>();
  const erased = new Set<string>();
  /** Enrolments that are gone, with all that was said in them. */
  const goneEpochs = new Set<string>();

  /** The zone that somebody left last, and when: whoever stores a reply has read the profile a moment before. */
  const leftZones = new Map<string, { readonly zone: string; readonly at: number }>();

  const wasActive = (id: string, from: number, to: number): boolean => {
    const list = changes.get(id) ?? [];
    const before = list.filter(({ at }) => at <= from).at(-1);
    return before?.state.startsWith('active') === true && !list.some(({ at }) => at > from && at <= to);
  };

  const describe = (text: SentReply): string => `"${text.body}" of ${new Date(text.sentAt).toISOString()}`;

  const complain = (id: string, text: SentReply, what: string): void =>
    verdict.broken(rules.once, nameOf(`SUB#${id}`), `${describe(text)} ${what}`);

  /** The page is of the day on which a score was sent, by the clocks and the laws that the service may have known. */
  const checkDate = (id: string, page: string, text: SentReply, zone: string): void => {
    const sent = text.sentAt - clocksDiffer;
    const date = page.slice(4, 14);
    const left = leftZones.get(id);
    const zones = left && timeline.now() - left.at < readBefore ? [zone, left.zone] : [zone];
    const isOfDay = zones.some((each) => {
      const [first = ''] = [wallClock(each, sent).date, wallClock(each, sent, timeline.now()).date].sort();
      return date >= first && date <= wallClock(each, timeline.now() + clocksDiffer).date;
    });
    if (!isOfDay) complain(id, text, `stands on the page of ${date}`);
  };

  const notePage = (id: string, page: string, text: SentReply): void => {
    const joined = joinedAnew.get(epochOf(page)) ?? 0;
    // The service knows a mail by the time at which SES was given it; what its writer's server kept before is not told.
    if ((text.receivedAt ?? text.sentAt) < joined - sureBefore)
      complain(id, text, 'was said before they joined again, and stands in the new diary');
    for (const other of text.pages) if (goneEpochs.has(epochOf(other))) text.pages.delete(other);
    text.pages.add(page);
    if (!isOneReply([...text.pages])) complain(id, text, `stands on ${[...text.pages].join(' and ')}`);
  };

  /**
   * Whether a page is of an enrolment that has been left: texts are only counted on it. One that comes twice within the milliseconds
   * in which a START begins another may be counted there, and be carried out here.
   */
  const isOfLeft = (id: string, page: string): boolean => {
    const [status, epoch] = changes.get(id)?.at(-1)?.state.split(' ') ?? [];
    return status === 'stopped' || (status === 'active' && epoch !== epochOf(page));
  };

  const stored = (id: string, page: string, text: SentReply, value: unknown, zone: string | undefined): void => {
    if (text.isForged) complain(id, text, 'was forged, and is stored');
    // The texts of somebody without a subscription are only counted, on a page without an epoch.
    if (page.endsWith('#-') || isOfLeft(id, page)) return;
    notePage(id, page, text);
    const { k, s, n } = Object(value);
    const isHeard = wasActive(id, text.sentAt - readBefore, timeline.now());
    if (text.note !== undefined && isHeard && n !== text.note) complain(id, text, 'is stored without its words');
    if (text.score === undefined || k !== 'score') return;
    if (s !== text.score) complain(id, text, `is stored as ${s}`);
    if (zone !== undefined) checkDate(id, page, text, zone);
  };

  const noteState = (id: string, state: string): void => {
    const list = changes.get(id) ?? [];
    changes.set(id, list);
    if (list.at(-1)?.state !== state) list.push({ at: timeline.now(), state });
  };

  /** What was carried out last is remembered until ten others were: two writers must not each forget the other's. */
  const checkKept = (id: string, old: ProfileView, now: ProfileView): void => {
    const last = old.commands.at(-1) ?? '';
    const text = byKey.get(last);
    if (!text || old.epoch !== now.epoch || now.commands.length >= keptCommands) return;
    if (!now.commands.includes(last)) complain(id, text, 'was carried out, and is written over');
  };

  /** Notes when an enrolment began that follows an erased one. */
  const noteEnrolment = (id: string, old: ProfileView | undefined, now: ProfileView | undefined): void => {
    if (old?.status === 'erasing' && old.epoch !== now?.epoch) {
      erased.add(id);
      goneEpochs.add(old.epoch);
    }
    if (!now || old?.epoch === now.epoch || !erased.has(id)) return;
    const began = now.commands.map((key) => byKey.get(key)).findLast((text) => text && isJoin(text.body));
    if (began) joinedAnew.set(now.epoch, began.sentAt);
  };

  const carriedOut = (id: string, text: SentReply, epoch: string | undefined): void => {
    // A JOIN that was answered before the ERASE that came before it is found late begins anew.
    if (goneEpochs.has(carriedOutIn.get(text) ?? '')) text.carriedOut = 0;
    if (epoch !== undefined) carriedOutIn.set(text, epoch);
    text.carriedOut += 1;
    if (text.isForged) complain(id, text, 'was forged, and is carried out');
    if (text.carriedOut > 1) complain(id, text, 'is carried out twice');
  };

  /** The replies that a write of a profile says have been carried out, and the profile before it did not. */
  const newlyCarriedOut = (before: Item | undefined, after: Item | undefined): readonly SentReply[] => {
    const [old, now] = [viewOf(before), viewOf(after)];
    const added = (now?.commands ?? []).filter((key) => !old?.commands.includes(key));
    const isSame = old?.epoch === now?.epoch;
    // A reply adds one key. Several at once were taken over from another profile.
    if (isSame && added.length > 1) return [];
    const joined = hasJoined(before, after);
    return added.flatMap((key) => {
      const text = byKey.get(key);
      if (!text || (joined && text.carriedOut > 0)) return [];
      // A new enrolment keeps the keys of earlier replies; only its JOIN was carried out now.
      return old && now && !isSame && !isJoin(text.body) ? [] : [text];
    });
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
      noteEnrolment(id, old, now);
      if (old && now) checkKept(id, old, now);
      if (old && now && old.home !== now.home) leftZones.set(id, { zone: old.home, at: timeline.now() });
      noteState(id, `${now?.status ?? 'nobody'} ${now?.epoch ?? ''}`);
      for (const text of newlyCarriedOut(before, after)) carriedOut(id, text, now?.epoch);
    },
    /** A diary page was written. `zone`: the profile's time zone. */
    wrotePage: (id: string, page: string, before: Item | undefined, after: Item | undefined, zone?: string): void => {
      for (const [key, value] of Object.entries(after ?? {})) {
        const text = byKey.get(key);
        if (!text) continue;
        if (before?.[key] === undefined) stored(id, page, text, value, zone);
        else if (JSON.stringify(before[key]) !== JSON.stringify(value)) complain(id, text, 'is written over');
      }
    },
    /** The service has acknowledged a reply. `isTheirs`: the mailbox still belongs to the person it was sent for. */
    heard: (text: SentReply, isTheirs = true): void => {
      text.heardAt ??= timeline.now();
      if (!text.counts || text.overtaken || !isTheirs) return;
      const subscribed = wasActive(text.id, text.sentAt, timeline.now());
      if ((subscribed || isJoin(text.body)) && text.pages.size === 0 && text.carriedOut === 0) {
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
