import { possibleZones, type Subscriber } from '../people/subscriber.ts';
import { guessZones } from '../people/zone-guess.ts';
import type { PlaceChoice } from '../places/name-choices.ts';
import type { Places } from '../places/places.ts';
import { addDays, type LocalDate, type LocalTime } from '../time/local-time.ts';
import { earliestAllowedTime, isAllowedTime } from '../time/sending-window.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';

/**
 * What a page may set. The earlier setting can be written as such an act too, so that a change is undone by another
 * change.
 */
export type SettingsAct =
  | { readonly kind: 'time'; readonly time: LocalTime }
  /** A place as people name it, or a zone. `guess` goes back to what the phone number tells. */
  | { readonly kind: 'zone'; readonly place: string; readonly time?: LocalTime }
  | { readonly kind: 'channel'; readonly channel: Subscriber['tipsBy'] }
  | { readonly kind: 'language'; readonly language: Subscriber['language'] }
  | { readonly kind: 'pause'; readonly days: number }
  /** The pause as it was, until that day or none; only an undo sets this. */
  | { readonly kind: 'paused-until'; readonly date: LocalDate | undefined };

/** The outcome: the profile to write and the act that undoes it, or why nothing was changed. */
export type SettingsDecision =
  | { readonly kind: 'changed'; readonly next: Subscriber; readonly undo: SettingsAct }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: 'time' | 'zone' | 'channel' | 'pause' }
  | { readonly kind: 'which-zone'; readonly choices: readonly PlaceChoice[] };

const longestPause = 90;

/**
 * Settles the schedule from now on: a slot of today that is too close, or too soon after the last tip, is held back.
 */
const settled = (subscriber: Subscriber, now: number, today: LocalDate): Subscriber =>
  upcomingTip(subscriber, now).holdToday ? { ...subscriber, pausedUntil: today } : subscriber;

const withZone = (
  subscriber: Subscriber,
  zone: string,
  candidates: readonly string[],
  wanted: LocalTime,
  now: number,
): Subscriber => {
  const where = candidates.length > 0 ? 'guess' : 'said';
  const zones = candidates.length > 0 ? candidates : [zone];
  return {
    ...subscriber,
    zone,
    zoneSource: where,
    zoneCandidates: candidates,
    time: earliestAllowedTime(zones, wanted, now),
  };
};

const moveZone = (
  subscriber: Subscriber,
  { place, time = subscriber.time }: Extract<SettingsAct, { kind: 'zone' }>,
  now: number,
  places: Places | undefined,
): Subscriber | Exclude<SettingsDecision, { kind: 'changed' }> => {
  if (place === 'guess' && subscriber.phone) {
    const { zones } = guessZones(subscriber.phone.number, subscriber.country);
    return withZone(subscriber, zones[0], zones, time, now);
  }
  const found = places?.find(place, subscriber.country);
  if (!places || !found) return { kind: 'refused', why: 'zone' };
  return 'choices' in found
    ? { kind: 'which-zone', choices: places.name(found.choices, subscriber.language) }
    : withZone(subscriber, found.zone, [], time, now);
};

const pausedUntil = (subscriber: Subscriber, date: LocalDate | undefined): Subscriber => {
  const { pausedUntil: _earlier, ...running } = subscriber;
  return date === undefined ? running : { ...running, pausedUntil: date };
};

const asBefore = (before: Subscriber, act: SettingsAct): SettingsAct => {
  switch (act.kind) {
    case 'time':
      return { kind: 'time', time: before.time };
    case 'zone':
      return { kind: 'zone', place: before.zoneSource === 'guess' ? 'guess' : before.zone, time: before.time };
    case 'channel':
      return { kind: 'channel', channel: before.tipsBy };
    case 'language':
      return { kind: 'language', language: before.language };
    case 'pause':
    case 'paused-until':
      return { kind: 'paused-until', date: before.pausedUntil };
  }
};

const applied = (
  subscriber: Subscriber,
  act: SettingsAct,
  now: number,
  today: LocalDate,
  places: Places | undefined,
): Subscriber | Exclude<SettingsDecision, { kind: 'changed' }> => {
  switch (act.kind) {
    case 'time':
      return isAllowedTime(possibleZones(subscriber), act.time, now)
        ? settled({ ...subscriber, time: act.time }, now, today)
        : { kind: 'refused', why: 'time' };
    case 'zone': {
      const moved = moveZone(subscriber, act, now, places);
      return 'kind' in moved ? moved : settled(moved, now, today);
    }
    case 'channel': {
      const address = act.channel === 'sms' ? subscriber.phone : subscriber.mailbox;
      if (!address) return { kind: 'refused', why: 'channel' };
      return settled({ ...subscriber, tipsBy: act.channel }, now, today);
    }
    case 'language':
      return { ...subscriber, language: act.language };
    case 'pause': {
      if (!Number.isInteger(act.days) || act.days < 1 || act.days > longestPause)
        return { kind: 'refused', why: 'pause' };
      const next = upcomingTip(pausedUntil(subscriber, undefined), now).date;
      return pausedUntil(subscriber, addDays(next, act.days - 1));
    }
    case 'paused-until': {
      const running = pausedUntil(subscriber, act.date);
      // A posted day may be no further off than the longest pause.
      if (act.date !== undefined && act.date > addDays(today, longestPause + 2))
        return { kind: 'refused', why: 'pause' };
      return settled(running, now, today);
    }
  }
};

/**
 * Decides about a change of settings on a page, as TIME, ZONE, SMS, EMAIL, PAUSE and RESUME do by text, without their
 * words. A new mailbox or phone cannot be set: a link that was forwarded must not be enough to have the tips sent
 * elsewhere. `places` are needed where a place is named.
 */
export const decideSettings = (
  subscriber: Subscriber,
  act: SettingsAct,
  now: number,
  today: LocalDate,
  places: Places | undefined,
): SettingsDecision => {
  const next = applied(subscriber, act, now, today, places);
  if ('kind' in next) return next;
  const isSame = (['time', 'zone', 'zoneSource', 'tipsBy', 'language', 'pausedUntil'] as const).every(
    (name) => next[name] === subscriber[name],
  );
  return isSame ? { kind: 'unchanged' } : { kind: 'changed', next, undo: asBefore(subscriber, act) };
};
