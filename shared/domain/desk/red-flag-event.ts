import type { SubscriberId } from '../people/subscriber.ts';
import type { SafetyFlag } from '../reading/intent.ts';
import { isLooking, type RedFlagReaders } from './red-flag-readers.ts';

/**
 * What the clinic comes to know of a red flag: how soon, never what was said. `call`: despair and violence at home alike,
 * so that nobody can tell them apart. `now`, `today`: get help now, or the same day. `asked`: they texted CALL ME.
 */
export type RedFlagKind = 'call' | 'now' | 'today' | 'asked';

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

const kinds: Readonly<Record<SafetyFlag, RedFlagKind>> = {
  crisis: 'call',
  violence: 'call',
  now: 'now',
  today: 'today',
};

/** What the clinic comes to know of a flag. */
export const kindOfFlag = (flag: SafetyFlag): RedFlagKind => kinds[flag];

/** Nobody has acknowledged it by then: the next contact is told. */
const escalateAfterMs = 15 * 60_000;

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
  if (alertedAt !== undefined && now - alertedAt < escalateAfterMs) return undefined;
  return readers.contacts[alerts % readers.contacts.length];
};
