import {
  type Consent,
  clinicConsentWording,
  consentWording,
  researchConsentWording,
} from '../../shared/domain/people/consent.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import { firstRev, type Subscriber } from '../../shared/domain/people/subscriber.ts';
import { guessZones } from '../../shared/domain/people/zone-guess.ts';
import { dayMs } from '../../shared/domain/time/durations.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { begunAgain, withDose } from '../../shared/domain/tips/course.ts';
import { decideTip } from '../../shared/domain/tips/decide-tip.ts';
import { nextDue } from '../../shared/domain/tips/due.ts';
import { heardOn } from '../../shared/domain/tips/silence.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import { consentKey, pageKey, subscriberKey } from '../../shared/store/keys.ts';
import { eventAttribute } from '../../shared/store/page-item.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { outcomeItem } from '../../shared/store/tip-item.ts';
import type { DemoPerson } from './cast.ts';
import { diaryOf } from './diary-of.ts';
import type { SeededDraws } from './seeded-draws.ts';
import { weeksAndGoalsOf } from './weeks-and-goals-of.ts';

const pauseDays = 7;
/** Where a mailbox's person is, by their language. */
const countryOf = { en: 'GB', fr: 'FR' } as const;

interface World {
  readonly pepper: string;
  readonly programme: TipProgramme;
  readonly epoch: string;
  /** The instant up to which it has happened, epoch ms. */
  readonly until: number;
  readonly draws: SeededDraws;
}

/** The items of one person in the table. */
export interface PersonHistory {
  readonly subscriber: Subscriber;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const beginning = (person: DemoPerson, { pepper, epoch, until }: World): Subscriber => {
  const { address, channel, language, time, dose = 'daily', clinic, research } = person;
  const joinedAt = until - person.joinedDaysAgo * dayMs;
  const zones = person.zone ? ([person.zone] as const) : guessZones(address).zones;
  return {
    id: pseudonymOf(pepper, channel, address),
    epoch,
    rev: firstRev(joinedAt),
    status: 'active',
    ...(channel === 'sms' ? { phone: { number: address } } : { mailbox: { address } }),
    tipsBy: channel,
    language,
    country: person.zone ? countryOf[language] : guessZones(address).country,
    zone: zones[0],
    zoneSource: person.zone ? 'said' : 'guess',
    zoneCandidates: zones,
    time,
    joinedAt,
    position: 0,
    course: withDose({ marks: '' }, dose),
    commands: [],
    ...(clinic ? { clinic } : {}),
    ...(research ? { research } : {}),
  };
};

const undelivered = (at: number) => ({ state: 'undelivered', code: '30003', at }) as const;

/** Each day's decision, as the sending functions would have made it, and its outcome. */
const liveThrough = (person: DemoPerson, { until, programme }: World, first: Subscriber) => {
  const outcomes: TipOutcome[] = [];
  const days: { date: LocalDate; at: number }[] = [];
  const { zone, time, joinedAt, id } = first;
  const agoAt = (days_: number | undefined): number =>
    days_ === undefined ? Number.POSITIVE_INFINITY : until - days_ * dayMs;
  const [pausedAt, leftAt] = [agoAt(person.pausedDaysAgo), agoAt(person.leftDaysAgo)];
  const failsFrom = agoAt(person.failsForDays);
  let subscriber = first;
  for (
    let slot = nextDue(zone, time, joinedAt);
    slot.at <= Math.min(until, leftAt);
    slot = nextDue(zone, time, slot.at)
  ) {
    const { date, at } = slot;
    days.push(slot);
    if (at >= pausedAt && subscriber.pausedUntil === undefined)
      subscriber = { ...subscriber, pausedUntil: addDays(localDateTime(zone, pausedAt).date, pauseDays) };
    const decision = decideTip(
      subscriber,
      { date, dueAt: at, channel: subscriber.tipsBy, owner: 'demo' },
      at,
      programme,
      {},
    );
    if (decision.kind === 'skip') outcomes.push({ id, date, state: 'skipped', at, reason: decision.reason });
    if (decision.kind !== 'send') continue;
    const { claim, position, course, why } = decision;
    // Demo people write nearly every day, and say AGAIN at the end of the programme.
    subscriber = heardOn(
      { ...subscriber, lastTip: claim, position, course: begunAgain(course, programme), rev: subscriber.rev + 1 },
      date,
    );
    outcomes.push({
      id,
      date,
      ...(claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip }),
      channel: claim.channel,
      ...(why ? { why } : {}),
      ...(at >= failsFrom ? undelivered(at) : { state: 'delivered', at: at + 3000 }),
    });
  }
  return { subscriber, outcomes, days, leftAt };
};

/** The demo clinic's person as the table would hold them had they been with us all that time: decided by the functions that send. */
export const historyOf = (person: DemoPerson, world: World): PersonHistory => {
  const { channel: where, language, clinic, research } = person;
  const first = beginning(person, world);
  const { subscriber: last, outcomes, days, leftAt } = liveThrough(person, world, first);
  const hasLeft = leftAt <= world.until;
  const subscriber: Subscriber = hasLeft ? { ...last, status: 'stopped', stopReason: 'opt-out' } : last;
  const { id, epoch, joinedAt, zone } = subscriber;
  const written = diaryOf(person, days, zone, world.until, world.draws);
  const events = [...written, ...weeksAndGoalsOf(person, outcomes, written.length)];
  const version = consentWording(language);
  const consents: readonly Consent[] = [
    { at: joinedAt, act: where === 'sms' ? 'given' : 'confirmed', version, where },
    ...(clinic === 'yes'
      ? [{ at: joinedAt + dayMs, act: 'clinic-given', version: clinicConsentWording(language), where } as const]
      : []),
    ...(research === 'yes'
      ? [{ at: joinedAt + 2 * dayMs, act: 'research-given', version: researchConsentWording(language), where } as const]
      : []),
    ...(hasLeft ? [{ at: leftAt, act: 'withdrawn', version, where } as const] : []),
  ];
  const dates = [...new Set(events.map(({ date }) => date))];
  const PK = subscriberKey(id);
  return {
    subscriber,
    items: [
      subscriberItem(subscriber),
      ...consents.map((consent) => ({ PK, SK: consentKey(consent.at, consent.act), ...consent })),
      ...outcomes.map(outcomeItem),
      ...dates.map((date) => ({
        PK,
        SK: pageKey(date, epoch),
        ...Object.fromEntries(
          events.filter((event) => event.date === date).map((event) => [event.key, eventAttribute(event)]),
        ),
      })),
    ],
  };
};
