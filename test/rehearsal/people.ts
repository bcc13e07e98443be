import { requestEpoch } from '../../shared/domain/people/confirm-token.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { stubSecrets } from '../support/accepting-providers.ts';

const { pepper } = stubSecrets;
const tokenKeys = [stubSecrets.tokenKey] as const;
const phoneId = (number: string): string => pseudonymOf(pepper, 'sms', number);
const mailId = (address: string): string => pseudonymOf(pepper, 'email', address);

const phones = {
  writes: '+12125559417',
  getsTips: '+12125558326',
  leaves: '+12125557235',
  stopsAtDesk: '+12125556144',
} as const;
const mailboxes = {
  writes: 'heron@medlar.example',
  getsTips: 'osprey@medlar.example',
  joins: 'kestrel@quince.example',
  erasedAtDesk: 'plover@quince.example',
} as const;

/** Everybody of the rehearsal, made up: addresses that must not be printed, ids that may. */
export const cast = {
  phones,
  mailboxes,
  ids: {
    writes: mailId(mailboxes.writes),
    smsTips: phoneId(phones.getsTips),
    emailTips: mailId(mailboxes.getsTips),
    erasing: phoneId(phones.leaves),
    atDesk: phoneId(phones.stopsAtDesk),
    erasedAtDesk: mailId(mailboxes.erasedAtDesk),
  },
} as const;

const weeksAgo = (now: number): number => now - 40 * 86_400_000;

const anybody = (id: string, zone: string, now: number): Subscriber => ({
  ...{ id, epoch: 'abcdefgh', rev: 1, status: 'active', language: 'en', country: 'US', zone, zoneSource: 'said' },
  ...{ zoneCandidates: [], time: '09:00', position: 3, commands: [], tipsBy: 'sms', joinedAt: weeksAgo(now) },
});

/** Somebody who has filled in the sign-up page and not yet pressed the button of the mail. */
const joining = (zone: string, now: number): Subscriber => ({
  ...anybody(mailId(mailboxes.joins), zone, now),
  status: 'pending',
  tipsBy: 'email',
  signUp: { address: mailboxes.joins, zone, time: '09:00', language: 'en', askedAt: now - 60_000 },
});

/** The path of the link in the confirmation mail of the person who is joining. */
export const confirmationPath = (zone: string, now: number): string => {
  const { id, signUp, ...person } = joining(zone, now);
  if (signUp === undefined) throw new TypeError('nothing is asked for');
  const links = createLinks({ publicBaseUrl: '', tokenKeys, replyAddress: 'reply@backbeat.example.org' });
  return links.confirm(id, requestEpoch(tokenKeys, person, signUp), now, signUp);
};

/** The items in the table when the rehearsal begins. */
export const itemsOf = (zone: string, now: number): readonly Record<string, unknown>[] => [
  { PK: 'ZONES', SK: 'ZONES', zones: new Set([zone]) },
  ...[
    { ...anybody(phoneId(phones.writes), zone, now), phone: { number: phones.writes } },
    { ...anybody(cast.ids.smsTips, zone, now), phone: { number: phones.getsTips } },
    {
      ...anybody(mailId(mailboxes.writes), zone, now),
      mailbox: { address: mailboxes.writes },
      tipsBy: 'email' as const,
    },
    { ...anybody(cast.ids.emailTips, zone, now), mailbox: { address: mailboxes.getsTips }, tipsBy: 'email' as const },
    { ...anybody(cast.ids.atDesk, zone, now), phone: { number: phones.stopsAtDesk } },
    {
      ...anybody(cast.ids.erasedAtDesk, zone, now),
      mailbox: { address: mailboxes.erasedAtDesk },
      tipsBy: 'email' as const,
    },
    { ...anybody(cast.ids.erasing, zone, now), phone: { number: phones.leaves }, status: 'erasing' as const },
    joining(zone, now),
  ].map((subscriber) => subscriberItem(subscriber)),
];
