import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';

export const zone = 'America/New_York';
export const time = '09:00';
/** The tick at which everybody of the bench is due: 9 in the morning in New York, in winter. */
export const dueAt = Date.parse('2030-01-07T14:00:00Z');
export const smsNumber = '+15005550006';
/** Made-up credentials in the form of Twilio's. */
export const account = `AC${'0'.repeat(32)}`;
export const authToken = 'a token for the bench only';

/** The number of a person: one area code holds ten million. */
export const numberOf = (index: number): string => `+1212${String(2_000_000 + index)}`;

/** A pepper for the bench only: it spreads ids over the key space as real ones are. */
export const pepper = 'a pepper for the bench only';

export const idOf = (index: number): string => pseudonymOf(pepper, 'sms', numberOf(index));

/** Somebody who joined by text a while ago and gets tips by text. */
export const subscriberOf = (index: number): Subscriber => ({
  id: idOf(index),
  epoch: 'epochofthebench1',
  rev: 1,
  status: 'active',
  phone: { number: numberOf(index) },
  tipsBy: 'sms',
  language: 'en',
  country: 'US',
  zone,
  zoneSource: 'guess',
  zoneCandidates: [zone],
  time,
  joinedAt: dueAt - 20 * 86_400_000,
  position: 3,
  course: { marks: 'ggg' },
  commands: [],
});
