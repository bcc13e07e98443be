import type { Subscriber, SubscriberId } from '../people/subscriber.ts';
import { letsClinicRead } from './authorise.ts';
import type { RedFlagKind } from './red-flag-kind.ts';
import { isLooking, type RedFlagReaders } from './red-flag-readers.ts';

/** A red flag, as it waits on the worklist. */
export interface RedFlagEvent {
  /** What it is acknowledged by: the person's pseudonym and the key of the message. */
  readonly event: string;
  readonly id: SubscriberId;
  readonly at: number;
  readonly kind: RedFlagKind;
  /** How many alerts went out about it, and when the last did. */
  readonly alerts: number;
  readonly alertedAt?: number | undefined;
  readonly acknowledgedAt?: number | undefined;
  readonly acknowledgedBy?: string | undefined;
}

const minuteMs = 60_000;
/** Nobody has acknowledged it by then: the next contact is told. */
const escalateAfterMs = 15 * minuteMs;
/** EventBridge Scheduler starts a tick anywhere within its minute: the third after an alert may be that much early. */
const tickJitterMs = minuteMs;

const isStillHis = (alertedAt: number, now: number): boolean => now - alertedAt < escalateAfterMs - tickJitterMs;

/**
 * Who is to be told of an event at that instant: the first contact at once, the next each quarter of an hour, round and
 * round, until somebody acknowledges it; only in the hours that people were told. Undefined: nobody now.
 */
export const contactToAlert = (
  { alerts, alertedAt, acknowledgedAt }: RedFlagEvent,
  readers: RedFlagReaders,
  now: number,
): string | undefined => {
  if (readers === 'nobody' || acknowledgedAt !== undefined || !isLooking(readers, now)) return undefined;
  if (alertedAt !== undefined && isStillHis(alertedAt, now)) return undefined;
  return readers.contacts[alerts % readers.contacts.length];
};

/** Whether every contact was told of it, the last a quarter of an hour ago, and nobody has acknowledged it. */
export const isUnanswered = (
  { alerts, alertedAt, acknowledgedAt }: RedFlagEvent,
  readers: RedFlagReaders,
  now: number,
): boolean => {
  if (readers === 'nobody' || acknowledgedAt !== undefined || alertedAt === undefined) return false;
  const contacts = readers.contacts.length;
  return alerts > contacts || (alerts === contacts && !isStillHis(alertedAt, now));
};

/** Whether the clinic may know of an event: of what was read in a diary, only while its owner lets the clinic read it. */
export const isForClinic = ({ kind }: Pick<RedFlagEvent, 'kind'>, subscriber: Subscriber | undefined): boolean =>
  kind !== 'worse' || (subscriber !== undefined && letsClinicRead(subscriber));

/** CALL ME is about what is the matter now: it does not open somebody's number to the clinic for good. */
const mayCallMs = 7 * 86_400_000;

/** The number that the clinic may call: of somebody who said CALL ME within the last seven days, and is with us. */
export const numberToCall = (
  { callMe, phone, status }: Pick<Subscriber, 'callMe' | 'phone' | 'status'>,
  now: number,
): string | undefined =>
  status === 'active' && callMe !== undefined && now - callMe < mayCallMs ? phone?.number : undefined;
