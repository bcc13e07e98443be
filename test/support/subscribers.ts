import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';

export const pepper = 'a pepper for the tests only';
export const tokenKey = 'a token key for the tests only';
export const tokenKeys = [tokenKey] as const;

/** An active subscriber in New York, tips by text at nine. */
export const aSubscriber = (changes: Partial<Subscriber> = {}): Subscriber => {
  const number = changes.phone?.number ?? '+12125550101';
  return {
    id: pseudonymOf(pepper, 'sms', number),
    epoch: 'abcdefgh',
    rev: 0,
    status: 'active',
    phone: { number },
    tipsBy: 'sms',
    language: 'en',
    country: 'US',
    zone: 'America/New_York',
    zoneSource: 'said',
    zoneCandidates: [],
    time: '09:00',
    joinedAt: Date.parse('2030-01-06T12:00:00Z'),
    position: 0,
    commands: [],
    ...changes,
  };
};
