import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { tipNamesIn } from '../../../shared/content/tip-names.ts';
import { personAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import type { StopReason, Subscriber, SubscriptionStatus } from '../../../shared/domain/people/subscriber.ts';
import { movedInWords, personInWords } from '../../../shared/use-cases/desk/person-in-words.ts';
import { dayInWords, fateInWords } from '../../../shared/use-cases/desk/tip-in-words.ts';
import { aSubscriber } from '../../support/subscribers.ts';

/** Monday 7 January 2030, 07:00 in New York. */
const now = Date.parse('2030-01-07T12:00:00Z');
const newYork = 'America/New_York';
const rows = (language: 'en' | 'fr', changes: Partial<Subscriber> = {}) =>
  new Map(personInWords(language, personAtDesk(aSubscriber(changes), now, firstProgramme())));

/** What programs write and staff cannot read: names of zones, of files, of states, and codes of languages and countries. */
const raw =
  /[A-Z]\w+\/[A-Z]|\d\d-[a-z]+-|opt-out|wrong-number|back-care|^(en|fr)$|\b(US|FR|sms|erasing|pending|complaint|bounce)\b/;

describe('somebody, in words for staff', () => {
  it('names the city that their clock is of, and the time that it is there', () => {
    const guessed = { zoneSource: 'guess', zoneCandidates: [newYork] } as const;
    expect(rows('en', { zoneSource: 'said' }).get('where they are')).toBe('New York, where it is 2030-01-07 07:00');
    expect(rows('en', guessed).get('where they are')).toContain('a guess');
    expect(rows('fr', { zone: 'Europe/Kiev', zoneSource: 'said' }).get('lieu')).toBe(
      'Kyiv, où il est 14:00 le 2030-01-07',
    );
    expect(rows('fr', guessed).get('lieu')).toContain('supposé');
  });

  it('names country, language and programme as people do', () => {
    const english = rows('en', { language: 'fr', country: 'FR', course: { marks: '' } });
    expect([english.get('country'), english.get('language')]).toEqual(['France', 'French']);
    expect(english.get('programme')).toBe('the back tips: 0 of 36 had');
    const french = rows('fr', { language: 'en', country: 'US', course: { marks: '' } });
    expect([french.get('pays'), french.get('langue')]).toEqual(['États-Unis', 'anglais']);
    expect(french.get('programme')).toBe('les conseils pour le dos : 0 sur 36 reçus');
  });

  const statuses: readonly SubscriptionStatus[] = ['active', 'pending', 'stopped', 'erasing'];
  const reasons: readonly (StopReason | undefined)[] = [
    ...[undefined, 'opt-out', 'wrong-number', 'carrier-opt-out'],
    ...(['unreachable', 'bounce', 'complaint'] as const),
  ] as const satisfies readonly (StopReason | undefined)[];

  it.each(statuses.flatMap((status) => reasons.map((stopReason) => ({ status, stopReason }))))(
    'shows nothing raw of whoever is $status ($stopReason)',
    ({ status, stopReason }) => {
      for (const language of ['en', 'fr'] as const) {
        const person = rows(language, { status, ...(stopReason === undefined ? {} : { stopReason }) });
        const values = [...person].filter(([name]) => !/^pseudonym/.test(name)).map(([, value]) => value);
        expect(values.filter((value) => raw.test(value))).toEqual([]);
        expect(values.filter((value) => value.trim() === '')).toEqual([]);
      }
    },
  );

  it('says of a move which city was understood, and what the clock shows there', () => {
    const person = personAtDesk(aSubscriber({ zone: 'America/Denver', time: '18:30' }), now, firstProgramme());
    expect(movedInWords('en', person)).toMatch(/18:30 by the clock of Denver, where it is 2030-01-07 05:00 now/);
    expect(movedInWords('fr', person)).toMatch(/18:30, à l’heure de Denver, où il est 05:00 le 2030-01-07/);
  });
});

describe('a day, in words for staff', () => {
  const sent = { date: '2030-01-06', decision: 'delivered', at: now - 22 * 3_600_000, tip: '35-education' } as const;

  it('has the title of its tip, with the name of its file beside it', async () => {
    expect(dayInWords('en', sent, await tipNamesIn('en'))).toEqual({
      title: 'Knowing your back',
      id: '35-education',
    });
    expect(dayInWords('fr', sent, await tipNamesIn('fr')).title).not.toMatch(/Knowing|35/);
    // A tip that this deployment has no longer is still told by the name of its file.
    expect(dayInWords('en', { ...sent, tip: '99-gone' }, new Map())).toEqual({ title: '99-gone' });
  });

  it('says that another message came in place of a tip', () => {
    const { tip: _, ...prompted } = { ...sent, prompt: 'weekly' } as const;
    expect(dayInWords('en', prompted, new Map())).toEqual({ title: 'a message in place of a tip' });
    expect(dayInWords('fr', prompted, new Map())).toEqual({ title: 'un message à la place d’un conseil' });
    expect(dayInWords('en', { decision: 'none', reason: 'paused' }, new Map())).toEqual({});
  });

  it('tells instants by the clock of where they are', () => {
    expect(fateInWords('en', sent, newYork)).toBe('arrived, 2030-01-06 09:00');
    expect(fateInWords('fr', { decision: 'to-come', at: now, dose: 'daily' }, 'Europe/Paris')).toBe(
      'à venir le 2030-01-07 13:00',
    );
  });

  it.each([
    ['30003', 'the phone was off or out of reach', 'le téléphone était éteint ou hors de portée'],
    ['30005', 'nobody has that number any more', 'plus personne n’a ce numéro'],
    ['21610', 'they have said STOP to the carrier', 'STOP a été dit à l’opérateur'],
    [
      '30034',
      'the fault is ours: tell whoever runs the service',
      'la faute est à nous : prévenez qui fait marcher le service',
    ],
  ])('says what %s of Twilio means', (code, english, french) => {
    const failed = { decision: 'undelivered', at: now, channel: 'sms', code } as const;
    expect(fateInWords('en', failed, newYork)).toBe(`did not arrive: ${english} (Twilio ${code}), 2030-01-07 07:00`);
    expect(fateInWords('fr', failed, newYork)).toBe(`pas arrivé : ${french} (Twilio ${code}), 2030-01-07 07:00`);
  });

  it.each([
    ['Permanent/General', 'the mailbox does not exist, or refuses mail'],
    ['Transient/MailboxFull', 'the mailbox is full'],
    ['Transient/General', 'the mailbox did not take it this time'],
    ['Undetermined/Undetermined', 'the mailbox did not take it, and did not say why'],
    ['Reject', 'the fault is ours: tell whoever runs the service'],
  ])('says what %s of SES means', (code, words) => {
    const failed = { decision: 'failed', at: now, channel: 'email', code } as const;
    expect(fateInWords('en', failed, newYork)).toBe(`refused: ${words} (SES ${code}), 2030-01-07 07:00`);
  });

  it('leaves a code of which nothing is known as it is', () => {
    const failed = { decision: 'failed', at: now, channel: 'sms', code: '39999' } as const;
    expect(fateInWords('en', failed, newYork)).toBe('refused (Twilio 39999), 2030-01-07 07:00');
  });
});
