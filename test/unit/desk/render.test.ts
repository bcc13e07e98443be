import { describe, expect, it } from 'vitest';
import { dayLines, personLines, statusLines, todayLines } from '../../../operator/render.ts';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { personAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import { personInWords } from '../../../shared/use-cases/desk/person-in-words.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const at = Date.parse('2030-01-07T14:00:00Z');
const date = '2030-01-07';

describe('what the command line shows of tips', () => {
  it.each([
    ['dose', 'they want fewer tips than one a day, and this is none of their days'],
    ['nothing-fits', 'they have said of every topic that it is not for them'],
    ['spend-cap', 'the texts or mails of this month are used up'],
  ] as const)('says %s in words, wherever it shows it', (reason, words) => {
    const tip = { decision: 'skipped', at, reason } as const;
    const place = { id: 'ana', date, time: '09:00', zone: 'America/New_York', tipsBy: 'sms' } as const;
    expect(dayLines([{ date, zone: place.zone, ...tip }], new Map())).toEqual([`2030-01-07  -  none: ${words}`]);
    expect(todayLines([{ ...place, tip }])).toEqual([expect.stringContaining(words)]);
    const day = { date, decided: 1, missed: 0, outcomes: {}, withoutTip: { [reason]: 1 } };
    expect(statusLines({ days: [day], money: [], queues: [] })[1]).toMatch(new RegExp(`^  ${words} +1$`));
  });

  it('says what the month has come to, and what waits', () => {
    const lines = statusLines({
      days: [],
      money: [{ channel: 'sms', used: 450, cap: 1000 }],
      queues: [{ queue: 'email', waiting: 3, givenUp: 1 }],
    });
    expect(lines.map((line) => line.trim())).toEqual([
      'no tip has come to anything, yesterday or today',
      expect.stringMatching(/^texts of this month +450 of 1000 \(45 %\)$/),
      expect.stringMatching(/^mails in the queue +3 waiting, 1 given up$/),
    ]);
  });

  it('names the programme that somebody is in, how far they have come, and how often messages come', () => {
    const walking = firstProgramme().others?.find(({ id }) => id === 'walking');
    const course = { marks: '', programme: walking?.number ?? 0, dose: 'weekly' as const };
    const person = personAtDesk(aSubscriber({ course }), at, firstProgramme());
    expect(personLines(person)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^programme +eight weeks of walking: 0 of 16 had$/),
        expect.stringMatching(/^messages +one tip a week$/),
      ]),
    );
    const french = personInWords('fr', { ...person, isFewer: true, programme: { ...person.programme, isOver: true } });
    expect(french).toEqual(
      expect.arrayContaining([
        [
          'programme',
          'huit semaines de marche : 0 sur 16 reçus ; rien ne vient avant que cette personne dise la suite',
        ],
        ['messages', 'un conseil par semaine (moins, tant que cette personne ne dit rien)'],
      ]),
    );
  });
});
