import { describe, expect } from 'vitest';
import { sizeOf } from '../../../content/build/text-size.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
});

const today = '2030-01-07';
const yesterday = '2030-01-06';
const say = async (...bodies: readonly string[]): Promise<string> => {
  let answer = '';
  for (const body of bodies) {
    service.after(1);
    answer = await service.answerTo(body);
  }
  return answer;
};

describe('a score', () => {
  it.each([
    ['PAIN 6', 6, undefined],
    ['6', 6, undefined],
    ['6/10', 6, undefined],
    ['PAIN６', 6, undefined],
    ['six', 6, undefined],
    ['no pain', 0, undefined],
    ['PAIN 6.5', 6.5, undefined],
    ['MAL 6', 6, undefined],
    ['pain 6 after gardening', 6, 'after gardening'],
  ])('"%s" is logged', async (body, score, note) => {
    expect(await say(body)).toMatch(new RegExp(`\\b${score}\\b`));
    const { entries } = await service.diary();
    expect(entries).toMatchObject([{ date: today, score, note: note ?? null, channel: 'sms', status: 'final' }]);
  });

  it.each(['PAIN 11', 'PAIN -1', '5-6', '5 or 6', '60%', '8/5', '7 am', '20 minutes of walking', 'took 2 pills'])(
    '"%s" is none: it is asked for again, and the words are kept',
    async (body) => {
      expect(await say(body)).toMatch(/no score logged.*one number from 0.*10/);
      expect(await service.diary()).toMatchObject({ entries: [{ score: null, note: body }] });
    },
  );

  it('is answered with the average of the week and its change', async () => {
    await say('PAIN 8');
    service.after(7 * 1440);
    await say('PAIN 6');
    expect(await say('PAIN 4')).toMatch(/4 is in your diary.*average.*is 5, down 3 from the week before/);
  });

  it('after midnight local time is the next day’s', async () => {
    service.clock.set('2030-01-08T04:59:00Z');
    await service.text('PAIN 5');
    service.clock.set('2030-01-08T05:01:00Z');
    await service.text('PAIN 7');
    expect(await service.scores()).toEqual([
      [today, 5],
      ['2030-01-08', 7],
    ]);
  });
});

describe('FIX, YDAY and UNDO', () => {
  it.each([
    [['PAIN 6', 'FIX 5'], [[today, 5]], /is now 5/],
    [['PAIN 6', 'FIX 5', 'UNDO'], [[today, 6]], /correction to 5/],
    [['PAIN 6', 'FIX 5', 'UNDO', 'UNDO'], [], /the score 6/],
    [['PAIN 6', 'FIX 5', 'FIX 4'], [[today, 4]], /was 5 and is now 4/],
    [['PAIN 6', 'FIX 5', 'FIX 4', 'UNDO'], [[today, 5]], /correction to 4/],
    [
      ['PAIN 6', 'PAIN 7', 'FIX 5'],
      [
        [today, 6],
        [today, 5],
      ],
      /was 7 and is now 5/,
    ],
    [['YDAY 3'], [[yesterday, 3]], /for yesterday/],
    [['PAIN 6', 'YDAY 3', 'UNDO'], [[today, 6]], /the score 3/],
    [['YDAY 3', 'FIX 5'], [[yesterday, 3]], /no score today/],
    [
      ['YDAY 3', 'PAIN 6', 'FIX 5'],
      [
        [yesterday, 3],
        [today, 5],
      ],
      /is now 5/,
    ],
    [['FIX 5'], [], /no score today to correct/],
    [['UNDO'], [], /nothing .* to take back/],
    [['PAIN 6', 'UNDO', 'UNDO'], [], /nothing .* to take back/],
    [['PAIN 6', 'UNDO', 'PAIN 4'], [[today, 4]], /4 is in your diary/],
    [['PAIN 6', 'UNDO', 'FIX 5'], [], /no score today/],
    [['PAIN 6', 'sore after a walk', 'UNDO'], [[today, 6]], /your last note/],
    [['CORRIGE 5'], [], /no score today/],
    [['HIER 6', 'ANNULE'], [], /the score 6/],
  ])('%j', async (bodies, scores, answer) => {
    expect(await say(...bodies)).toMatch(answer);
    expect(await service.scores()).toEqual(scores);
  });

  it('leave the audit trail', async () => {
    await say('PAIN 6', 'FIX 5', 'UNDO', 'UNDO');
    const { audit } = await service.diary();
    expect(audit.map(({ event, takenBack }) => [event.kind, takenBack])).toEqual([
      ['score', true],
      ['fix', true],
      ['undo', false],
      ['undo', false],
    ]);
  });
});

describe('DIARY and EXPORT', () => {
  it('show the last seven days and a private link of this enrolment', async () => {
    await say('YDAY 3', 'PAIN 6');
    const answer = await say('DIARY');
    expect(answer).toMatch(
      /Tue -, Wed -, Thu -, Fri -, Sat -, Sun 3, Mon 6\. .*https:\/\/backbeat\.example\.org\/diary\/[a-z2-7]+$/,
    );
    expect(await say('JOURNAL')).toMatch(/Mon 6/);
    expect(await say('EXPORT')).toMatch(/\/diary\/[a-z2-7]+$/);
    expect(sizeOf(answer).segments).toBeLessThanOrEqual(2);
  });
});

describe('a note', () => {
  it('is kept in their own words, at most 1,600 characters', async () => {
    await say('Slept badly, moved the sofa 🛋');
    await say(`a long story ${'x'.repeat(3000)}`);
    const [first, second] = await service.notes();
    expect(first).toBe('Slept badly, moved the sofa 🛋');
    expect(second).toHaveLength(1600);
  });

  it('past a hundred replies a day is dropped, scores and commands are not', async () => {
    for (let index = 0; index < 99; index += 1) await service.text(`note number nil`);
    service.clock.set('2030-01-08T13:00:00Z');
    for (let index = 0; index < 100; index += 1) await service.text('it rained all day');
    await service.text('and it rained on');
    await service.text('PAIN 6 with words');
    await service.text('TIME 10:00');
    const entries = (await service.diary()).entries.filter(({ date }) => date === '2030-01-08');
    expect(entries).toHaveLength(101);
    expect(entries.at(-1)).toMatchObject({ score: 6, note: null });
    expect((await service.profile())?.time).toBe('10:00');
  });

  it('in a script of three bytes a letter never fills the page so that a score is lost', async () => {
    for (let index = 0; index < 99; index += 1) await service.text('痛'.repeat(1600));
    await service.text('PAIN 6');
    expect((await service.scores()).at(-1)).toEqual([today, 6]);
    expect((await service.notes()).length).toBeLessThan(60);
  });
});

describe('answers', () => {
  it('to one person are twenty a day, and everything is stored all the same', async () => {
    const answers = [];
    for (let index = 0; index < 25; index += 1) answers.push(await service.text('PAIN 5'));
    expect(answers.map(({ length }) => length)).toEqual([...Array(19).fill(1), 2, ...Array(5).fill(0)]);
    expect(answers[19]?.at(-1)).toMatch(/last answer for today/);
    expect(await service.scores()).toHaveLength(25);
    service.after(1441);
    expect(await service.text('PAIN 5')).toHaveLength(1);
  });

  it('that would be mails to whatever address a text names are bounded too', async () => {
    for (let index = 0; index < 40; index += 1) await service.text(`EMAIL person${index}@example.org`);
    expect(service.jobs).toHaveLength(20);
    service.after(1441);
    service.jobs.splice(0);
    for (let index = 0; index < 5; index += 1) await service.text('EMAIL same@example.org');
    expect(service.jobs).toHaveLength(1);
  });

  it('fit one segment, but for those that the law or a link makes longer', async () => {
    const longer = new Set(['JOIN', 'HELP', 'DIARY', 'EXPORT', 'MORE']);
    const bodies = [
      ...['JOIN', 'HELP', 'PAIN 6.5', 'FIX 5', 'YDAY 10', 'UNDO', 'hello', '5-6', 'DIARY', 'EXPORT', 'TIP', 'MORE'],
      ...['TIME 7:33pm', 'TIME 5am', 'TIME', 'ZONE Indianapolis', 'ZONE Portland', 'ZONE Nowhere', 'PAUSE 90'],
    ];
    for (const body of [
      ...bodies,
      'TIME 8:05',
      'ZONE Paris',
      'RESUME',
      'PAUSE 99',
      'EMAIL a@b',
      'EMAIL jo@example.org',
      'SMS',
    ]) {
      service.after(90);
      const answer = await service.answerTo(body);
      expect(answer).not.toBe('');
      expect([body, sizeOf(answer).foreign]).toEqual([body, []]);
      if (!longer.has(body)) expect([body, sizeOf(answer).segments]).toEqual([body, 1]);
    }
  });
});
