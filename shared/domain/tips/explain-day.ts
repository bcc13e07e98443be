import type { DiaryEntry } from '../diary/diary.ts';
import { flareOn } from '../diary/flare.ts';
import type { Channel, Subscriber, SubscriptionStatus } from '../people/subscriber.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import type { Why } from './choose-tip.ts';
import { doseOf } from './course.ts';
import { decideTip, type TipDecision } from './decide-tip.ts';
import type { Dose } from './dose.ts';
import { lateAfterMs, nextDue } from './due.ts';
import type { Prompt } from './prompt.ts';
import { isGone } from './silence.ts';
import type { SkipReason, TipOutcome, TipState } from './tip-outcome.ts';
import type { TipProgramme } from './tip-programme.ts';

/** Why a day has no tip: it was skipped, or it is known without a record. */
export type NoTipReason =
  | SkipReason
  | Exclude<SubscriptionStatus, 'active'>
  | 'nobody'
  | 'before-joining'
  /** The tip of a later date was given already, because they travelled west. */
  | 'already-given'
  /** Their mailbox has not confirmed for a day: one text offers tips by text instead. */
  | 'text-offered'
  /** A tip should have come, and no record says what became of it. */
  | 'no-record'
  /** They have had all tips, and have not said what they want next. */
  | 'ended'
  /** They said nothing for two months, and were told goodbye. */
  | 'silent'
  /** The date is too far ahead to say. */
  | 'too-far';

/**
 * What became, or will become, of the tip of one local day; instants are epoch ms. `due`: its time has come and it is
 * queued. `claimed`: it is being sent, or the provider has said nothing yet. `to-come`: it will be sent if nothing
 * changes.
 */
export type TipExplanation =
  | {
      readonly decision: Exclude<TipState, 'skipped'>;
      readonly at: number;
      readonly tip?: string | undefined;
      /** The prompt in place of the tip. */
      readonly prompt?: Prompt | undefined;
      /** Why this tip; left out if its worker died before it could record that. */
      readonly why?: Why | undefined;
      readonly channel?: Channel | undefined;
      /** The provider's error code. */
      readonly code?: string | undefined;
    }
  | { readonly decision: 'skipped'; readonly at: number; readonly reason: NoTipReason }
  | {
      readonly decision: 'claimed';
      readonly at: number;
      readonly tip?: string | undefined;
      readonly prompt?: Prompt | undefined;
    }
  | {
      readonly decision: 'due' | 'to-come';
      readonly at: number;
      readonly tip?: string | undefined;
      readonly prompt?: Prompt | undefined;
      /** Why this tip; undefined for one that was chosen before and certainly not sent, and for a prompt. */
      readonly why?: Why | undefined;
      readonly dose: Dose;
    }
  | { readonly decision: 'none'; readonly reason: NoTipReason };

/** How many days ahead a date is predicted; what is said until then changes it anyway. */
const mostDays = 400;

const none = (reason: NoTipReason): TipExplanation => ({ decision: 'none', reason });

/** Explains a day by its record. */
export const explainOutcome = ({ state, at, tip, prompt, why, channel, reason, code }: TipOutcome): TipExplanation =>
  state === 'skipped'
    ? { decision: state, at, reason: reason ?? 'no-record' }
    : { decision: state, at, ...(prompt ? { prompt } : { tip }), why, channel, code };

/** The instant at which a date's tip is due. */
interface Slot {
  readonly date: LocalDate;
  readonly at: number;
}

/** What future days are predicted from. */
interface Foresight {
  readonly now: number;
  readonly programme: TipProgramme;
  /** The recent diary, folded. */
  readonly entries: readonly DiaryEntry[];
}

const decideSlot = (
  subscriber: Subscriber,
  { date, at }: Slot,
  { now, programme, entries }: Foresight,
): TipDecision => {
  const due = { date, dueAt: at, channel: subscriber.tipsBy, owner: '' };
  return decideTip(subscriber, due, Math.max(now, at), programme, { flare: flareOn(entries, date) });
};

/** The subscriber after a day's decision, as the next day finds them. */
const afterwards = (subscriber: Subscriber, decision: TipDecision): Subscriber => {
  if (decision.kind === 'offer') return { ...subscriber, textOffered: true };
  if (decision.kind !== 'send') return subscriber;
  const { claim, position, course, silence } = decision;
  return { ...subscriber, lastTip: claim, position, course, silence };
};

/** The subscriber as they will be at that slot, if they say nothing until then. */
const asFoundBy = (subscriber: Subscriber, slot: Slot, known: Foresight): Subscriber => {
  const { zone, time } = subscriber;
  let person = subscriber;
  for (
    let earlier = nextDue(zone, time, known.now);
    earlier.date < slot.date;
    earlier = nextDue(zone, time, earlier.at)
  )
    person = afterwards(person, decideSlot(person, earlier, known));
  return person;
};

/** The tip and why, or what comes in its place. */
const saidBy = ({ claim, why }: Extract<TipDecision, { kind: 'send' }>) =>
  claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip, why };

const foretold = (subscriber: Subscriber, slot: Slot, known: Foresight): TipExplanation => {
  const person = asFoundBy(subscriber, slot, known);
  const decision = decideSlot(person, slot, known);
  switch (decision.kind) {
    case 'send': {
      const dose = doseOf(afterwards(person, decision));
      return { decision: slot.at <= known.now ? 'due' : 'to-come', at: slot.at, ...saidBy(decision), dose };
    }
    case 'skip':
      return none(decision.reason);
    case 'offer':
      return none('text-offered');
    case 'rest':
      return none(isGone(person) ? 'silent' : 'ended');
    // None of these can happen here: `check` needs a claim of that date, which is explained above; `requeue` needs a
    // queue of the other channel; and the diary has been read.
    case 'nothing':
    case 'check':
    case 'requeue':
    case 'read-diary':
      return none('already-given');
  }
};

/**
 * Explains why somebody's tip of a local date was, will or will not be sent: by its record, else by what the same
 * functions that send will decide if nothing is said until then, day by day from `now` (epoch ms). `subscriber` is as
 * the diary knows them (heardInDiary), `entries` their recent diary. It claims nothing about a past day without a
 * record, when time, zone or a pause may have been different. The month's cap is not predicted.
 */
export const explainDay = (
  subscriber: Subscriber | undefined,
  outcome: TipOutcome | undefined,
  date: LocalDate,
  now: number,
  programme: TipProgramme,
  entries: readonly DiaryEntry[] = [],
): TipExplanation => {
  const claim = subscriber?.lastTip?.date === date ? subscriber.lastTip : undefined;
  // A skip is no outcome of the claim: it was recorded for an earlier hour of that day, before the time was changed.
  if (outcome && !(outcome.state === 'skipped' && claim?.state === 'claimed')) return explainOutcome(outcome);
  if (!subscriber) return none('nobody');
  if (claim && claim.state !== 'released')
    return {
      decision: 'claimed',
      at: claim.claimedAt,
      ...(claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip }),
    };
  const { zone, time, status, joinedAt } = subscriber;
  if (nextDue(zone, time, joinedAt - 1, date).date > date) return none('before-joining');
  if (status !== 'active') return none(status);
  if (date > addDays(localDateTime(zone, now).date, mostDays)) return none('too-far');
  const slot = nextDue(zone, time, now - lateAfterMs, date);
  return slot.date > date ? none('no-record') : foretold(subscriber, slot, { now, programme, entries });
};

/** The local date of the next tip that will be sent if nothing is said until then; undefined where none will. */
export const nextTipDate = (subscriber: Subscriber, now: number, programme: TipProgramme): LocalDate | undefined => {
  const { zone, time, status } = subscriber;
  if (status !== 'active') return undefined;
  const last = addDays(localDateTime(zone, now).date, mostDays);
  let person = subscriber;
  for (let slot = nextDue(zone, time, now); slot.date <= last; slot = nextDue(zone, time, slot.at)) {
    // In a flare another message comes on the same date.
    const decision = decideSlot(person, slot, { now, programme, entries: [] });
    if (decision.kind === 'send') return slot.date;
    person = afterwards(person, decision);
  }
  return undefined;
};
