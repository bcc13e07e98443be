import type { Subscriber, SubscriberId } from '../people/subscriber.ts';
import { minuteMs } from '../time/durations.ts';
import { letsClinicRead } from './authorise.ts';
import type { RedFlagKind } from './red-flag-kind.ts';
import { isLooking, type RedFlagReaders } from './red-flag-readers.ts';

/** A red flag on the worklist. */
export interface RedFlagEvent {
  /** The name by which it is acknowledged: the person's pseudonym and the key of the message. */
  readonly event: string;
  readonly id: SubscriberId;
  readonly at: number;
  readonly kind: RedFlagKind;
  /** How many alerts went out about it, and when the last did. */
  readonly alerts: number;
  readonly alertedAt?: number | undefined;
  readonly acknowledgedAt?: number | undefined;
  /** The name in the audit trail of whoever has it, and what colleagues call them where that is known. */
  readonly acknowledgedBy?: string | undefined;
  readonly acknowledgedAs?: string | undefined;
}

/** How long after an alert the next contact is told, if nobody has acknowledged it, in ms. */
export const escalateAfterMs = 15 * minuteMs;
/**
 * How early a tick may be, in ms: EventBridge Scheduler starts it anywhere within its minute, so the third one after an
 * alert may be that much too early.
 */
const tickJitterMs = minuteMs;

const isTheirTurn = (alertedAt: number, now: number): boolean => now - alertedAt < escalateAfterMs - tickJitterMs;

/**
 * The contact to tell of an event at that instant; undefined for nobody now. The first contact is told at once, the
 * next one each quarter of an hour, round and round, until somebody acknowledges it; only during the hours that people
 * were told.
 */
export const contactToAlert = (
  { alerts, alertedAt, acknowledgedAt }: RedFlagEvent,
  readers: RedFlagReaders,
  now: number,
): string | undefined => {
  if (readers === 'nobody' || acknowledgedAt !== undefined || !isLooking(readers, now)) return undefined;
  if (alertedAt !== undefined && isTheirTurn(alertedAt, now)) return undefined;
  return readers.contacts[alerts % readers.contacts.length];
};

/** Whether every contact was told, the last one a quarter of an hour ago, and nobody has acknowledged it. */
export const isUnanswered = (
  { alerts, alertedAt, acknowledgedAt }: RedFlagEvent,
  readers: RedFlagReaders,
  now: number,
): boolean => {
  if (readers === 'nobody' || acknowledgedAt !== undefined || alertedAt === undefined) return false;
  const contacts = readers.contacts.length;
  return alerts > contacts || (alerts === contacts && !isTheirTurn(alertedAt, now));
};

/** Whether an event was found in a diary, which its person must let the clinic read. */
export const isFromDiary = ({ kind }: Pick<RedFlagEvent, 'kind'>): boolean => kind === 'worse';

/**
 * Whether the clinic may be told of an event: of one found in a diary only while its person lets the clinic read it.
 */
export const isForClinic = (event: Pick<RedFlagEvent, 'kind'>, subscriber: Subscriber | undefined): boolean =>
  !isFromDiary(event) || (subscriber !== undefined && letsClinicRead(subscriber));

/**
 * How long CALL ME lets the clinic call, in ms: it is about what is the matter now, and does not open the number for
 * good.
 */
const mayCallMs = 7 * 86_400_000;

/**
 * The number that the clinic may call; undefined unless the person said CALL ME within the last seven days and is with
 * us.
 */
export const numberToCall = (
  { callMe, phone, status }: Pick<Subscriber, 'callMe' | 'phone' | 'status'>,
  now: number,
): string | undefined =>
  status === 'active' && callMe !== undefined && now - callMe < mayCallMs ? phone?.number : undefined;
