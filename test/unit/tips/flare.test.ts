import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flareOn, isSharpRise } from '../../../shared/domain/diary/flare.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { chooseGentleTip, chooseTip } from '../../../shared/domain/tips/choose-tip.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import type { TipProgramme } from '../../../shared/domain/tips/tip-programme.ts';
import { programmeOf } from '../../support/programme-of.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const monday = '2030-01-07';

/** A diary from Monday on; `null` for a day without a score. */
const diaryOf = (...scores: readonly (number | null)[]) =>
  scores.flatMap((score, day) => (score === null ? [] : [{ date: addDays(monday, day), score }]));
/** On which days of these somebody is in a flare, counted from Monday. */
const flareDays = (scores: readonly (number | null)[], days = scores.length): readonly number[] =>
  Array.from({ length: days }, (_, day) => day).filter((day) =>
    flareOn(diaryOf(...scores.slice(0, day + 1)), addDays(monday, day)),
  );
const times = (count: number, score: number | null) => Array.from({ length: count }, () => score);

describe('a flare', () => {
  it('begins 2 above the own mean of the four weeks before', () => {
    const diary = diaryOf(2, 3, 2, 8);
    expect(flareOn(diary, addDays(monday, 3))).toEqual({ since: addDays(monday, 3), usual: 2.3 });
    expect(flareOn(diary, addDays(monday, 2))).toBeUndefined();
    expect(flareDays([5, 5, 5, 6.5])).toEqual([]);
    expect(flareDays([5, 5, 5, 7])).toEqual([3]);
  });

  it('is nobody’s whose pain is steady, however high, nor of whoever has reported on fewer than three days', () => {
    expect(flareDays(times(40, 7))).toEqual([]);
    expect(flareDays([1, 1, 10])).toEqual([]);
    expect(flareDays([1, null, 1, null, 1, 3])).toEqual([5]);
  });

  it('takes ten days at most, and none begins while it goes on', () => {
    expect(flareDays([...times(20, 2), ...times(15, 8)])).toEqual(Array.from({ length: 10 }, (_, day) => 20 + day));
    // Nothing reported: it is over all the same.
    expect(flareDays([2, 2, 2, 8], 20)).toEqual(Array.from({ length: 10 }, (_, day) => 3 + day));
  });

  it('ends with the first day that is less than 2 above, and another may begin', () => {
    expect(flareDays([2, 2, 2, 8, 8, 3, 3, 9])).toEqual([3, 4, 7]);
  });

  it('goes by the last score of a day', () => {
    const days = diaryOf(2, 2, 2, 2, 7);
    expect(flareOn([...days, { date: addDays(monday, 4), score: 2 }], addDays(monday, 4))).toBeUndefined();
  });

  it('is told by the four weeks before it, not by what was before them', () => {
    // Five weeks ago it was 9; the last four weeks are 3 and 4.
    expect(flareDays([...times(7, 9), ...times(28, 3), 6]).includes(35)).toBe(true);
  });

  it('never lasts longer, whatever the diary', () => {
    const score = fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2));
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), (scores) => {
        for (const day of flareDays(scores)) {
          const date = addDays(monday, day);
          const flare = flareOn(diaryOf(...scores.slice(0, day + 1)), date);
          expect(flare && flare.since <= date && flare.since > addDays(date, -10)).toBe(true);
          const first = scores[Math.round((Date.parse(flare?.since ?? '') - Date.parse(monday)) / 86_400_000)];
          expect(Number(first) - Number(flare?.usual)).toBeGreaterThanOrEqual(2 - 1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('rises sharply from 3 on', () => {
    expect([5.2, 5.3, 6].map((score) => isSharpRise(score, { since: monday, usual: 2.3 }))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

const gentleOf = (programme: TipProgramme, efforts: readonly number[], gentle: readonly number[]): TipProgramme => {
  const tips = programme.tips.map((tip) => (efforts.includes(tip.number) ? { ...tip, effort: true as const } : tip));
  return { ...programme, tips, gentle: gentle.flatMap((number) => tips[number - 1] ?? []) };
};
const programme = gentleOf(programmeOf('walk', 'lift', 'breathe', 'warm', 'sleep'), [1, 2], [4, 3]);
/** New York, two hours before the tip of Friday. */
const friday = addDays(monday, 4);
const now = Date.parse('2030-01-11T12:00:00Z');
const flare = { since: addDays(monday, 3), usual: 2.3 };
const decide = (marks: string, reading?: { flare?: typeof flare }, changes = {}) => {
  const person = aSubscriber({ course: { marks }, silence: { since: friday }, joinedAt: now, ...changes });
  const due = nextDue(person.zone, person.time, now);
  return decideTip(person, { ...due, dueAt: due.at, channel: 'sms', owner: 'w' }, due.at, programme, reading);
};

describe('in a flare', () => {
  it('what asks for an effort waits, and the gentle ones come in their order, then whatever asks for none', () => {
    expect(decide('', { flare })).toMatchObject({ claim: { tip: 'warm' }, why: 'gentle', course: { marks: '---g' } });
    expect(decide('---g', { flare })).toMatchObject({ claim: { tip: 'breathe' }, why: 'gentle' });
    expect(decide('--gg', { flare })).toMatchObject({ claim: { tip: 'sleep' }, why: 'gentle' });
    expect(decide('--ggl', { flare })).toMatchObject({ claim: { tip: 'sleep' }, why: 'gentle' });
  });

  it('what waited keeps its turn', () => {
    expect(decide('---g', {})).toMatchObject({ claim: { tip: 'walk' }, why: 'next', course: { marks: 'g--g' } });
  });

  it('whoever has only efforts left is told so, and asked; at the end the summary comes as always', () => {
    expect(decide('--ggg', { flare })).toMatchObject({ claim: { prompt: 'ease' }, course: { marks: '--ggg' } });
    expect(decide('--ggg', { flare })).not.toHaveProperty('why');
    expect(decide('ggggg', { flare })).toMatchObject({ claim: { prompt: 'summary' } });
  });

  it('nothing of a topic that is not wanted comes', () => {
    const course = { marks: '---x' };
    expect(chooseGentleTip({ course, position: 1 }, programme)).toMatchObject({ tip: 'breathe' });
    expect(chooseTip({ course, position: 1 }, programme)).toMatchObject({ tip: 'walk' });
  });

  it('is asked of the diary only where an effort is next', () => {
    expect(decide('')).toEqual({ kind: 'read-diary' });
    expect(decide('gg')).toMatchObject({ kind: 'send', claim: { tip: 'breathe' }, why: 'next' });
  });

  it('is told of every day, as long as it lasts if nothing is said', () => {
    const person = aSubscriber({ course: { marks: '' }, silence: { since: friday }, joinedAt: now });
    const explain = (days: number) =>
      explainDay(person, undefined, addDays(friday, days), now, programme, diaryOf(2, 3, 2, 8).map(entry));
    expect([0, 1, 2].map(explain).map((day) => 'why' in day && day.why)).toEqual(['gentle', 'gentle', 'gentle']);
    expect(explain(3)).toMatchObject({ prompt: 'ease' });
    expect(explain(7)).toMatchObject({ prompt: 'nudge' });
    expect(explain(9)).toMatchObject({ tip: 'walk', why: 'next' });
  });
});

const entry = ({ date, score }: { date: string; score: number }) => ({
  key: `r#${date}`,
  date,
  score,
  at: 0,
  note: null,
  channel: 'sms' as const,
  status: 'final' as const,
});
