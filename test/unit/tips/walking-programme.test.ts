import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { wordsOfPrompt } from '../../../shared/domain/answering/prompt-words.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { readMinutes } from '../../../shared/domain/reading/answer/read-minutes.ts';
import { addDays, daysBetween } from '../../../shared/domain/time/local-time.ts';
import { courseInto } from '../../../shared/domain/tips/choose-tip.ts';
import { markOf } from '../../../shared/domain/tips/course.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { nextMinutes } from '../../../shared/domain/tips/next-minutes.ts';
import { choicesBeside, programmeOf } from '../../../shared/domain/tips/tip-programme.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const first = firstProgramme();
const walking = first.others?.find(({ id }) => id === 'walking') ?? first;
/** New York, Monday 7 January 2030, two hours before the tip. */
const start = Date.parse('2030-01-07T12:00:00Z');
const monday = '2030-01-07';
const allOfFirst = { marks: 'g'.repeat(36), ended: true } as const;

/** Somebody who chose the walking programme this Monday morning. */
const walker = (): Subscriber => {
  const course = courseInto({ course: allOfFirst, position: 36 }, walking, first);
  return aSubscriber({ course: { ...course, asked: monday }, position: 36 });
};

/** What comes on which day, of somebody who is heard every day. */
const play = (from: Subscriber, days: number) => {
  let person = from;
  const came: { readonly day: number; readonly what: string }[] = [];
  let now = start;
  for (let day = 0; day < days; day += 1) {
    const due = nextDue(person.zone, person.time, now);
    person = { ...person, silence: { since: due.date } };
    const decision = decideTip(person, { ...due, dueAt: due.at, channel: 'sms', owner: due.date }, due.at, first, {});
    if (decision.kind === 'send') {
      const { claim, course, position, silence } = decision;
      came.push({ day: daysBetween(monday, due.date), what: claim.prompt ?? claim.tip });
      person = { ...person, lastTip: claim, course, position, silence };
    }
    now = due.at;
  }
  return { came, person };
};

describe('eight weeks of walking', () => {
  it('are three messages a week on Monday, Wednesday and Friday, one of which asks for minutes, and an end', () => {
    const { came, person } = play(walker(), 70);
    const weekdays = new Set(came.map(({ day }) => new Date(`${addDays(monday, day)}T00:00Z`).getUTCDay()));
    expect(weekdays).toEqual(new Set([1, 3, 5]));
    const tips = came.filter(({ what }) => /^\d/.test(what)).map(({ what }) => what);
    expect(tips).toEqual(walking.tips.map(({ tip }) => tip));
    expect(came.filter(({ what }) => what === 'weekly').map(({ day }) => day)).toEqual([7, 14, 21, 28, 35, 42, 49]);
    expect(came.at(-1)?.what).toBe('summary');
    expect(person.course).toMatchObject({ programme: walking.number, ended: true });
  });

  it('know what somebody has had of the programme that they left, and lead back to it', () => {
    const { person } = play(walker(), 10);
    expect(first.tips.every(({ number }) => person.course && markOf(person.course, number) === 'given')).toBe(true);
    expect(choicesBeside(person, first).map(({ id }) => id)).toEqual(['back-care']);
    const back = courseInto(person, first, first);
    expect(back).not.toHaveProperty('programme');
    expect(back).not.toHaveProperty('dose');
    // It was over: a new round. What they had of walking stays theirs.
    expect(first.tips.some(({ number }) => markOf(back, number))).toBe(false);
    expect(markOf(back, walking.tips[0]?.number ?? 0)).toBe('given');
    expect(courseInto({ course: back, position: 40 }, walking, first)).toMatchObject({ programme: 1, dose: 'three' });
  });

  it('that are no longer there leave somebody in the programme that everybody begins with', () => {
    expect(programmeOf({ course: { programme: 7 } }, first)).toBe(first);
    const decision = decideTip(
      aSubscriber({ course: { marks: '', programme: 7 }, silence: { since: monday } }),
      { date: monday, dueAt: start, channel: 'sms', owner: 'm' },
      start + 2 * 3_600_000,
      first,
      {},
    );
    expect(decision).toMatchObject({ kind: 'send', claim: { tip: first.tips[0]?.tip } });
  });
});

describe('minutes of walking', () => {
  it.each([
    ['WALK 12', 12],
    ['marche 12', 12],
    ['MARCHE 12 min', 12],
    ['12 minutes', 12],
    ['about ten minutes', 10],
    ["j'ai marché 15 minutes", 15],
    ['half an hour', 30],
    ["un quart d'heure", 15],
    ['une demi-heure', 30],
    ['0 minutes', 0],
    ['I walked 20 mins today, thanks', 20],
  ])('are read from %j', (words, minutes) => expect(readMinutes(words)).toEqual({ minutes, isBare: false }));

  it.each([['6'], ['12'], ['six']])('may be a bare number: %j', (words) =>
    expect(readMinutes(words)?.isBare).toBe(true),
  );

  it.each([
    ['WALK'],
    ['PAIN 6'],
    ['6/10'],
    ['6.5'],
    ['walked 3 km'],
    ['10 to 15 minutes'],
    ['12 minutes and it hurt'],
    ['WALK 900'],
    ['ALL'],
    ['walk 12 pain 5'],
  ])('are not read from %j', (words) => expect(readMinutes(words)).toBeUndefined());

  it('grow by one or two, and not beyond half an hour', () => {
    expect(nextMinutes(3)).toEqual({ from: 4, to: 5 });
    expect(nextMinutes(29)).toEqual({ from: 30, to: 31 });
    expect(nextMinutes(30)).toBeUndefined();
  });

  it.each(['en', 'fr'] as const)('are asked for in the weekly message, in %s', async (language) => {
    const { messages } = await textsFor(language);
    const week = { days: [], summary: { daysReported: 5, mean: 3.5, change: undefined } };
    expect(wordsOfPrompt(messages, language, 'weekly', { asks: 'minutes', week })).toMatch(
      /minutes.*(?:WALK|MARCHE) 9/,
    );
  });
});
