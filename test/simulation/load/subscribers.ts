import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { programmeOf } from '../../support/programme-of.ts';

/** One tip more than they have had. */
export const programme = programmeOf(...Array.from({ length: 31 }, (_, index) => `tip-${index + 1}`));

const digits = 'abcdefghijklmnopqrstuvwxyz234567';
const idLength = 26;

/** An id as long as a pseudonym, which leads back to the number it was made of. */
export const idAt = (index: number): string => {
  let id = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 32)) id = `${digits[rest % 32]}${id}`;
  return id.padStart(idLength, 'a');
};

export const indexOfId = (id: string): number => {
  let index = 0;
  for (const digit of id) index = index * 32 + digits.indexOf(digit);
  return index;
};

const joinedAt = Date.parse('2029-12-01T12:00:00Z');

/** One of a crowd of subscribers, with a profile as full as it is after some weeks of use. */
export const subscriberAt = (index: number, changes: Partial<Subscriber> = {}): Subscriber => ({
  id: idAt(index),
  epoch: 'abcdefgh',
  rev: 0,
  status: 'active',
  phone: { number: `+1212${String(index).padStart(7, '0')}` },
  mailbox: { address: `somebody-${index}@mail.example.org` },
  tipsBy: 'sms',
  language: 'en',
  country: 'US',
  zone: 'America/New_York',
  zoneSource: 'said',
  zoneCandidates: [],
  time: '09:00',
  joinedAt,
  position: 30,
  // One in seven gets the weekly message on a day, which reads their diary once more: not measured here.
  course: { marks: 'g'.repeat(30), asked: '2030-01-06' },
  commands: [],
  ...changes,
});
