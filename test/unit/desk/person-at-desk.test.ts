import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { personAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const programme = firstProgramme();
/** New York, Monday 7 January 2030, 07:00: two hours before the tip is due. */
const now = Date.parse('2030-01-07T12:00:00Z');
const sunday: TipClaim = {
  date: '2030-01-06',
  tip: '01-medicines',
  owner: 'q',
  claimedAt: now - 22 * 3_600_000,
  state: 'claimed',
  channel: 'sms',
};

describe('the next tip that the desk names', () => {
  it.each<[string, Partial<Subscriber>, string | undefined]>([
    ["of somebody who had yesterday's", { lastTip: sunday }, '2030-01-07'],
    ['of somebody who is paused', { pausedUntil: '2030-04-06' }, '2030-04-07'],
    ['of somebody who wants one a week', { lastTip: sunday, course: { marks: 'g', dose: 'weekly' } }, '2030-01-13'],
    ["is the week's try where the address fails", { lastTip: { ...sunday, state: 'failing' } }, '2030-01-13'],
    ['is none to a mailbox that has not confirmed', { tipsBy: 'email', textOffered: true }, undefined],
    ['is none where nothing fits', { course: { marks: 'x'.repeat(36) } }, undefined],
    ['is none of somebody who left', { status: 'stopped' }, undefined],
  ])('%s', (_, changes, expected) => {
    const person = aSubscriber({ course: { marks: '' }, ...changes });
    const { nextTip } = personAtDesk(person, now, programme);
    expect(nextTip).toBe(expected);
    if (nextTip) expect(explainDay(person, undefined, nextTip, now, programme)).toMatchObject({ decision: 'to-come' });
  });
});

describe('the programme that the desk names', () => {
  const walking = programme.others?.find(({ id }) => id === 'walking');
  const given = (many: number) => (walking?.tips ?? []).slice(0, many).map(({ number }) => number);
  const marksOf = (numbers: readonly number[]) =>
    Array.from({ length: 60 }, (_, index) => (numbers.includes(index + 1) ? 'g' : '-')).join('');
  const shown = (changes: Partial<Subscriber>) => {
    const { programme: own, ...person } = personAtDesk(aSubscriber(changes), now, programme);
    return { own, ...person };
  };

  it('is the one they are in, with what they have had of it', () => {
    const course = { marks: marksOf(given(5)), programme: walking?.number ?? 0, dose: 'three' as const };
    expect(shown({ course })).toMatchObject({
      own: { id: 'walking', had: 5, of: walking?.tips.length, isOver: false },
      dose: 'three',
      isFewer: false,
    });
    expect(shown({ course: { ...course, marks: '', ended: true } }).own).toMatchObject({ had: 0, isOver: true });
  });

  it('is told with how many messages come a week, and that it is fewer while they say nothing', () => {
    expect(shown({ course: { marks: 'g' } })).toMatchObject({ own: { id: 'back-care' }, dose: 'daily' });
    expect(shown({ course: { marks: '' }, silence: { since: '2029-12-01', step: 'fewer' } })).toMatchObject({
      dose: 'less',
      isFewer: true,
    });
  });
});
