import { describe, expect } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { heardOn } from '../../../shared/domain/tips/silence.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

const programme = firstProgramme();
let service: Service;

/** Somebody as the summary of the programme leaves them. */
const atTheEnd = async (changes: Partial<Subscriber> = {}): Promise<void> => {
  const { id = '' } = (await service.profile()) ?? {};
  await service.changes.change(id, (person) => ({
    ...person,
    position: programme.tips.length,
    course: { marks: 'g'.repeat(programme.tips.length), ended: true },
    lastTip: {
      date: '2030-01-06',
      tip: '36-staying-positive',
      prompt: 'summary',
      owner: 'm',
      claimedAt: service.clock.now() - 86_400_000,
      state: 'claimed',
      channel: 'sms',
    },
    ...changes,
  }));
};

it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
  await atTheEnd();
});

const course = async () => (await service.profile())?.course;

describe('after the last tip', () => {
  it.each([
    ['AGAIN', 'from the start again, the next message today', undefined],
    ['ENCORE', 'from the start again', undefined],
    ['again, please', 'from the start again', undefined],
    ['WEEKLY', 'one tip a week from now on', 'weekly'],
    ['LESS', 'four tips a week now', 'less'],
    ['DAILY', 'one tip a day from now on', undefined],
    ['JOIN', 'signed up already. One tip a day', undefined],
  ])('%s begins anew', async (words, answer, dose) => {
    expect(await service.answerTo(words)).toContain(answer);
    expect(await course()).toEqual({ marks: '', ...(dose ? { dose } : {}) });
  });

  it('any other reply is promised no tip, and scores are kept', async () => {
    for (const words of ['TIME 7pm', 'ZONE Chicago', 'RESUME', 'TIP']) {
      const answer = await service.answerTo(words);
      expect(answer, words).toContain('you have had all the tips');
      expect(answer, words).not.toMatch(/tomorrow|today/);
    }
    expect(await service.answerTo('PAIN 4')).toContain('4 is in your diary');
    expect((await course())?.ended).toBe(true);
  });

  it('what is not wanted stays away in the next round', async () => {
    await atTheEnd({ course: { marks: `gx${'g'.repeat(34)}`, ended: true } });
    await service.text('AGAIN');
    expect(await course()).toEqual({ marks: '-x' });
  });

  it('MORE repeats what they said helped, three at most', async () => {
    expect(await service.answerTo('MORE')).toContain('you have not said HELPED');
    await atTheEnd({ course: { marks: `${'g'.repeat(7)}hhgh${'g'.repeat(25)}`, ended: true } });
    const answer = await service.answerTo('MORE');
    expect(answer).toMatch(/^Backbeat: what you said helped\. /);
    expect(answer).toContain('Walk');
  });

  it('somebody who left and comes back begins anew', async () => {
    await service.text('STOP');
    expect(await service.answerTo('JOIN')).toContain('welcome back');
    expect(await course()).toEqual({ marks: '' });
  });
});

describe('before that', () => {
  it('and after it, hello again is a greeting', async () => {
    expect(await service.answerTo('hello again')).toContain('hello, and thank you');
    expect((await course())?.ended).toBe(true);
  });

  it('AGAIN is a word of the day', async () => {
    await atTheEnd({ course: { marks: 'ggg' } });
    await service.text('again');
    expect(await course()).toEqual({ marks: 'ggg' });
    expect(await service.notes()).toEqual(['again']);
  });

  it.each([
    ['LESS', 'four tips a week now', 'less'],
    ['WEEKLY', 'one tip a week from now on', 'weekly'],
    ['DAILY', 'one tip a day from now on', undefined],
    ['JOIN', 'signed up already', undefined],
  ])('%s of whoever has had all skips no summary', async (words, answer, dose) => {
    const marks = 'g'.repeat(programme.tips.length);
    await atTheEnd({ course: { marks } });
    expect(await service.answerTo(words)).toContain(answer);
    expect(await course()).toEqual({ marks, ...(dose ? { dose } : {}) });
    const due = nextDue('America/New_York', '09:00', Date.parse('2030-01-14T12:00:00Z'));
    const person = await service.profile();
    const said = decideTip(
      person && heardOn(person, due.date),
      { ...due, dueAt: due.at, channel: 'sms', owner: 'w' },
      due.at,
      programme,
      {},
    );
    expect(said).toMatchObject({ claim: { prompt: 'summary' } });
  });

  it('RESUME promises no tip to whoever wants none of any kind', async () => {
    await atTheEnd({ course: { marks: 'x'.repeat(36) } });
    expect(await service.answerTo('RESUME')).toContain('there is none left');
    expect(await service.answerTo('TIME 7pm')).toContain('there is none left');
  });
});
