import type { WalkAnswer, WeekAnswer } from '../domain/diary/diary.ts';
import type { HistoryLine } from '../domain/diary/fold-diary.ts';
import type { Goal } from '../domain/diary/goals.ts';
import type { Membership } from '../domain/people/cohort.ts';
import type { Consent } from '../domain/people/consent.ts';
import type { PendingMailbox, Subscriber } from '../domain/people/subscriber.ts';
import { wantedDoseOf } from '../domain/tips/course.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import type { VisitShare } from '../domain/visit/visit-share.ts';
import { diaryRow, type PersonDocument } from './diary-document.ts';

const auditOf = ({ event, takenBack }: HistoryLine) => ({
  id: event.key,
  kind: event.kind,
  about: event.of ?? null,
  date: event.date,
  receivedAt: new Date(event.at).toISOString(),
  score: event.score ?? null,
  note: event.note ?? null,
  reach: event.reach ?? null,
  minutes: event.minutes ?? null,
  progress: event.progress ?? null,
  channel: event.channel,
  takenBack,
});

const weekOf = ({ date, at, reach, activity, channel }: WeekAnswer) => ({
  askedOn: date,
  question:
    activity === undefined
      ? 'walked as far as wanted in the seven days before'
      : 'did an activity of their own as much as wanted in the seven days before',
  activity: activity ?? null,
  onDays: reach,
  receivedAt: new Date(at).toISOString(),
  channel,
});

const walkOf = ({ date, at, minutes, channel }: WalkAnswer) => ({
  askedOn: date,
  question: 'minutes of walking with ease',
  minutes,
  receivedAt: new Date(at).toISOString(),
  channel,
});

const goalOf = ({ date, at, words, state, lastDate, channel }: Goal) => ({
  setOn: date,
  words,
  state,
  lastSpokenOf: lastDate,
  receivedAt: new Date(at).toISOString(),
  channel,
});

const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

const waitingMailbox = (waiting: PendingMailbox | undefined) =>
  waiting ? { address: waiting.address, askedAt: instant(waiting.askedAt), since: instant(waiting.since) } : null;

/** Where somebody is reached, and what waits to be confirmed. */
const addressesOf = ({ phone, mailbox, pendingMailbox, signUp }: Subscriber, askedCode: string | undefined) => ({
  phone: phone?.number ?? null,
  mailbox: mailbox?.address ?? null,
  mailboxToConfirm: waitingMailbox(pendingMailbox),
  signUpToConfirm: signUp
    ? {
        ...waitingMailbox(signUp),
        zone: signUp.zone,
        time: signUp.time,
        language: signUp.language,
        code: askedCode ?? null,
      }
    : null,
});

const subscriptionOf = (subscriber: Subscriber) => ({
  id: subscriber.id,
  status: subscriber.status,
  /** Why nothing more is sent, bounces and complaints included. */
  stopReason: subscriber.stopReason ?? null,
  tipsBy: subscriber.tipsBy,
  language: subscriber.language,
  country: subscriber.country,
  zone: subscriber.zone,
  zoneSource: subscriber.zoneSource,
  zoneCandidates: subscriber.zoneCandidates,
  time: subscriber.time,
  joinedAt: instant(subscriber.joinedAt),
  pausedUntil: subscriber.pausedUntil ?? null,
  tipsGiven: subscriber.position,
  /** How many tips a week: daily, less (four), three, weekly (one). */
  dose: wantedDoseOf(subscriber),
  /** Since when nothing was heard from them, as far as the profile knows, and which step that has led to. */
  silentSince: subscriber.silence?.since ?? null,
  silenceStep: subscriber.silence?.step ?? null,
  tipsByTextOffered: subscriber.textOffered ?? false,
  otherNames: subscriber.aliases ?? [],
});

const cohortOf = ({ code, clinic, contact, arm, at, where }: Membership) => ({
  code,
  clinic,
  contact,
  arm: arm ?? null,
  at: instant(at),
  where,
});

const consentOf = ({ at, act, version, where, message, how }: Consent) => ({
  at: instant(at),
  act,
  wording: version,
  where,
  message: message ?? null,
  ...(how === undefined ? {} : { how }),
});

const tipOf = ({ date, state, at, tip, prompt, why, channel, reason, code, providerId }: TipOutcome) => ({
  date,
  tip: tip ?? null,
  inItsPlace: prompt ?? null,
  why: why ?? null,
  channel: channel ?? null,
  outcome: state,
  reason: reason ?? null,
  code: code ?? null,
  at: instant(at),
  providerId: providerId ?? null,
});

const shareOf = ({ at, until, endedAt, weeks, notes, medicines, views }: VisitShare) => ({
  at: instant(at),
  until: instant(until),
  endedAt: instant(endedAt),
  weeks,
  notes: notes.map(({ entry, text, isSign }) => ({ entry, text, isSign })),
  medicines: medicines ?? null,
  views: views.map(instant),
});

/**
 * All that is held on a person (GDPR, article 15): `entries`, `weeks`, `walks` and `goals` as the diary reads now,
 * `audit` with everything ever said, the subscription, the addresses, the consents with their wording, each tip and its
 * outcome, and what was shared for a visit, with when it was looked at.
 */
export const personRecord = ({
  subscriber,
  diary,
  exportedAt,
  consents,
  tips,
  shares,
  cohort,
  askedCode,
}: PersonDocument) => ({
  exportedAt: instant(exportedAt),
  scale: 'Numeric rating scale: 0 is no pain, 10 the worst pain imaginable',
  subscription: subscriptionOf(subscriber),
  addresses: addressesOf(subscriber, askedCode),
  cohort: cohort ? cohortOf(cohort) : null,
  consents: consents.map(consentOf),
  tips: tips.map(tipOf),
  shares: shares.map(shareOf),
  entries: diary.entries.map((entry) => diaryRow(entry, subscriber.zone)),
  weeks: diary.weeks.map(weekOf),
  walks: diary.walks.map(walkOf),
  goals: diary.goals.map(goalOf),
  audit: diary.audit.map(auditOf),
});

/** The record as JSON. */
export const diaryJson = (document: PersonDocument): string => JSON.stringify(personRecord(document), null, 2);
