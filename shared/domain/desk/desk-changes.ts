import { type Channel, type Language, possibleZones, type Subscriber } from '../people/subscriber.ts';
import type { Places } from '../places/places.ts';
import { addDays, type LocalDate, type LocalTime, minutesOf, timeOfMinutes } from '../time/local-time.ts';
import { earliestAllowedTime, isAllowedTime, nearestAllowedTime } from '../time/sending-window.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import type { Sentence } from './sentence.ts';

/** What staff may change of how somebody is reached; what is left out stays as it is. */
export interface Move {
  readonly time?: LocalTime;
  /** A zone, or a city as people write it. */
  readonly zone?: string;
  readonly channel?: Channel;
  readonly language?: Language;
}

/** The changed profile, or why the change cannot be made. */
export type Changed =
  | { readonly kind: 'changed'; readonly next: Subscriber; readonly nextTip: LocalDate }
  | { readonly kind: 'refused'; readonly why: Sentence };

const refused = (why: Sentence): Changed => ({ kind: 'refused', why });

/** Tips go out on 5-minute instants. */
const stepMinutes = 5;
const longestPauseDays = 90;

/** Holds today's slot back if keeping it would mean a second tip, or one at five minutes' notice. */
const settled = (subscriber: Subscriber, now: number): Changed => {
  const { date, holdToday } = upcomingTip(subscriber, now);
  const next = holdToday ? { ...subscriber, pausedUntil: localDateTime(subscriber.zone, now).date } : subscriber;
  return { kind: 'changed', next, nextTip: date };
};

const movedZone = (subscriber: Subscriber, place: string, now: number, places: Places): Changed => {
  const found = places.find(place, subscriber.country);
  if (!found)
    return refused({
      en: 'that place is in no time zone that we know: give a big city, or a name like Europe/Paris',
      fr: 'nous ne connaissons pas de fuseau à ce lieu : donnez une grande ville, ou un nom comme Europe/Paris',
    });
  if ('choices' in found) {
    const { choices } = found;
    const named = (language: Language, or: string): string =>
      places
        .name(choices, language)
        .map(({ name }) => name)
        .join(` ${or} `);
    return refused({
      en: `that may be ${named('en', 'or')}: give one of them`,
      fr: `ce peut être ${named('fr', 'ou')} : donnez l’un d’eux`,
    });
  }
  const time = earliestAllowedTime([found.zone], subscriber.time, now);
  const next: Subscriber = { ...subscriber, zone: found.zone, zoneSource: 'said', zoneCandidates: [], time };
  return { kind: 'changed', next, nextTip: '' };
};

const movedTime = (subscriber: Subscriber, asked: LocalTime, now: number): Changed => {
  const time = timeOfMinutes(Math.round(minutesOf(asked) / stepMinutes) * stepMinutes);
  const zones = possibleZones(subscriber);
  if (!isAllowedTime(zones, time, now))
    return refused({
      en: `tips go out between 08:00 and 20:00 where they are: the nearest time is ${nearestAllowedTime(zones, time, now)}`,
      fr: `les conseils partent entre 08:00 et 20:00 là où est la personne : l’heure la plus proche est ${nearestAllowedTime(zones, time, now)}`,
    });
  return { kind: 'changed', next: { ...subscriber, time }, nextTip: '' };
};

const movedChannel = (subscriber: Subscriber, channel: Channel): Changed => {
  if (channel === 'sms' && !subscriber.phone)
    return refused({
      en: 'they have no phone with us: they text JOIN from it themselves, we never text a number first',
      fr: 'cette personne n’a pas de téléphone chez nous : elle en envoie elle-même INSCRIPTION, nous n’écrivons jamais les premiers à un numéro',
    });
  if (channel === 'email' && !subscriber.mailbox)
    return refused({
      en: 'no mailbox of theirs has confirmed: they text EMAIL and the address, and press the button in the mail',
      fr: 'aucune adresse de courriel de cette personne n’a confirmé : elle envoie COURRIEL et l’adresse, et appuie sur le bouton du courriel',
    });
  return { kind: 'changed', next: { ...subscriber, tipsBy: channel }, nextTip: '' };
};

/**
 * Moves somebody's tips as their own TIME, ZONE, EMAIL, SMS or FRANCAIS would: within the sending window, never to an
 * address that has not said yes, and without a second tip that day. Either everything is changed or nothing.
 */
export const withMove = (subscriber: Subscriber, move: Move, now: number, places: Places | undefined): Changed => {
  if (subscriber.status !== 'active')
    return refused({
      en: 'they get no tips: only they can begin again, by JOIN',
      fr: 'cette personne ne reçoit pas de conseils : elle seule peut recommencer, par INSCRIPTION',
    });
  const { zone, time, channel, language } = move;
  const steps: readonly ((current: Subscriber) => Changed)[] = [
    ...(zone === undefined || places === undefined
      ? []
      : [(current: Subscriber) => movedZone(current, zone, now, places)]),
    ...(time === undefined ? [] : [(current: Subscriber) => movedTime(current, time, now)]),
    ...(channel === undefined ? [] : [(current: Subscriber) => movedChannel(current, channel)]),
  ];
  let current: Subscriber = language === undefined ? subscriber : { ...subscriber, language };
  for (const step of steps) {
    const changed = step(current);
    if (changed.kind === 'refused') return changed;
    current = changed.next;
  }
  return settled(current, now);
};

/** Pauses tips for that many days, beginning with the next that would come; repeated, it is the same pause. */
export const withPause = (subscriber: Subscriber, days: number, now: number): Changed => {
  if (subscriber.status !== 'active')
    return refused({
      en: 'they get no tips: there is nothing to pause',
      fr: 'cette personne ne reçoit pas de conseils : il n’y a rien à mettre en pause',
    });
  if (!Number.isInteger(days) || days < 1 || days > longestPauseDays)
    return refused({
      en: `a pause is from 1 to ${longestPauseDays} days`,
      fr: `une pause dure de 1 à ${longestPauseDays} jours`,
    });
  const { pausedUntil: _earlier, ...running } = subscriber;
  const pausedUntil = addDays(upcomingTip(running, now).date, days - 1);
  return { kind: 'changed', next: { ...running, pausedUntil }, nextTip: addDays(pausedUntil, 1) };
};

/** Ends a pause. Somebody who has left is not brought back. */
export const withResume = (subscriber: Subscriber, now: number): Changed => {
  if (subscriber.status !== 'active')
    return refused({
      en: 'they have left or not begun: only they can begin again, by JOIN',
      fr: 'cette personne est partie ou n’a pas commencé : elle seule peut recommencer, par INSCRIPTION',
    });
  const { pausedUntil: _over, ...running } = subscriber;
  return settled(running, now);
};
