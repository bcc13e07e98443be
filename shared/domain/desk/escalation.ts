import { dayMs, minuteMs } from '../time/durations.ts';
import { escalateAfterMs, type RedFlagEvent } from './red-flag-event.ts';
import { isLooking, type ReadingClinic } from './red-flag-readers.ts';

/** A contact, and when they were told of an event or will be (epoch ms). */
interface Told {
  readonly contact: string;
  readonly at: number;
}

/** Who was told last of an event that nobody has, and who will be told next. */
export interface Escalation {
  readonly told?: Told;
  readonly next?: Told;
}

/** How far ahead an hour is looked for in which somebody looks, in ms: hours are those of the days of a week. */
const farthestMs = 8 * dayMs;
/** How often events are gone through, in ms. */
const tickMs = 5 * minuteMs;

/** The first instant from one on at which somebody looks; undefined where the clinic has no hours. */
const nextLook = (readers: ReadingClinic, from: number): number | undefined => {
  if (isLooking(readers, from)) return from;
  // Hours begin on a full one, so what is told is the hour itself.
  for (let at = Math.ceil(from / tickMs) * tickMs; at <= from + farthestMs; at += tickMs)
    if (isLooking(readers, at)) return at;
  return undefined;
};

/** Who of the contacts an event has come to, and whom it comes to next if nobody acknowledges it until then. */
export const escalationOf = (
  { alerts, alertedAt, acknowledgedAt }: RedFlagEvent,
  readers: ReadingClinic,
  now: number,
): Escalation => {
  if (acknowledgedAt !== undefined) return {};
  const contactAt = (index: number): string | undefined => readers.contacts[index % readers.contacts.length];
  const last = alerts > 0 ? contactAt(alerts - 1) : undefined;
  const following = contactAt(alerts);
  const at = nextLook(readers, alertedAt === undefined ? now : Math.max(now, alertedAt + escalateAfterMs));
  return {
    ...(last === undefined || alertedAt === undefined ? {} : { told: { contact: last, at: alertedAt } }),
    ...(following === undefined || at === undefined ? {} : { next: { contact: following, at } }),
  };
};
