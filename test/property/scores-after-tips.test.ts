import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import { fewestDaysOfTopic, scoresAfterTips } from '../../shared/domain/tips/scores-after-tips.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';

const first = '2030-01-01';
const today = '2030-03-01';
const topicOf = (tip: string): string | undefined => (tip === 'none' ? undefined : tip.slice(0, 1));

const entry = (date: LocalDate, score: number | null, at = 0): DiaryEntry => ({
  key: `r#${date}${at}`,
  date,
  at,
  score,
  note: null,
  channel: 'sms',
  status: 'final',
});
const came = (date: LocalDate, tip: string, more: Partial<TipOutcome> = {}): TipOutcome => ({
  id: 'a'.repeat(26),
  date,
  state: 'delivered',
  at: 0,
  tip,
  ...more,
});
const day = (index: number): LocalDate => addDays(first, index);

const diaries = fc
  .array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 59 })
  .map((scores) => scores.map((twice, index) => entry(day(index), twice === null ? null : twice / 2)));
const histories = fc
  .array(
    fc.record({
      tip: fc.constantFrom('a1', 'a2', 'b1', 'c1', 'none'),
      state: fc.constantFrom('delivered', 'sent', 'accepted', 'failed', 'skipped'),
      prompt: fc.option(fc.constant('nudge' as const), { nil: undefined }),
    }),
    { maxLength: 59 },
  )
  .map((drawn) => drawn.map(({ tip, ...more }, index) => came(day(index), tip, more)));

describe('scores after any tips', () => {
  it('name only topics that came often enough, whose mean is below their own', () => {
    fc.assert(
      fc.property(diaries, histories, (entries, tips) => {
        const told = scoresAfterTips(entries, tips, topicOf, today);
        for (const { topic, days, mean } of told?.lower ?? []) {
          expect(days).toBeGreaterThanOrEqual(fewestDaysOfTopic);
          expect(mean).toBeLessThan(told?.usual ?? 0);
          expect(['a', 'b', 'c']).toContain(topic);
          expect(days).toBeLessThanOrEqual(told?.days ?? 0);
        }
      }),
    );
  });

  it('do not depend on the order of entries or tips, nor on what never came', () => {
    fc.assert(
      fc.property(diaries, histories, (entries, tips) => {
        const isCome = ({ state, prompt }: TipOutcome): boolean =>
          prompt === undefined && state !== 'failed' && state !== 'skipped';
        const turned = scoresAfterTips(entries.toReversed(), tips.filter(isCome).toReversed(), topicOf, today);
        expect(turned?.usual).toBe(scoresAfterTips(entries, tips, topicOf, today)?.usual);
        expect(new Set(turned?.lower)).toEqual(new Set(scoresAfterTips(entries, tips, topicOf, today)?.lower));
      }),
    );
  });

  it('of somebody whose pain never changes name nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), histories, (twice, tips) => {
        const steady = Array.from({ length: 59 }, (_, index) => entry(day(index), twice / 2));
        expect(scoresAfterTips(steady, tips, topicOf, today)?.lower ?? []).toEqual([]);
      }),
    );
  });
});

describe('scores after tips', () => {
  // Every other day a tip about a, with 3 on the day after; the days between are after b, with 7.
  const tips = Array.from({ length: 20 }, (_, index) => came(day(index), index % 2 === 0 ? 'a1' : 'b1'));
  const entries = Array.from({ length: 21 }, (_, index) => entry(day(index), index % 2 === 1 ? 3 : 7));

  it('are those of the next day, beside the mean since the first tip', () => {
    expect(scoresAfterTips(entries, tips, topicOf, day(20))).toEqual({
      usual: 5,
      days: 20,
      lower: [{ topic: 'a', days: 10, mean: 3 }],
    });
  });

  it('take a day with two scores by its mean, and once however many tips came', () => {
    const twice = [...entries, entry(day(1), 4, 1)];
    const double = [...tips, came(day(0), 'a2')];
    expect(scoresAfterTips(twice, double, topicOf, day(20))?.lower).toEqual([{ topic: 'a', days: 10, mean: 3.1 }]);
  });

  it('are not told before a topic came five times, or two weeks have scores', () => {
    expect(scoresAfterTips(entries, tips.slice(0, 8), topicOf, day(20))).toBeUndefined();
    expect(scoresAfterTips(entries, tips, topicOf, day(13))).toBeUndefined();
    expect(scoresAfterTips(entries, tips, topicOf, day(14))?.lower).toHaveLength(1);
    expect(scoresAfterTips([], [], topicOf, today)).toBeUndefined();
    expect(scoresAfterTips(entries, [came(day(30), 'a1')], topicOf, day(20))).toBeUndefined();
  });
});
