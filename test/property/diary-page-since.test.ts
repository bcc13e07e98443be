import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from '../unit/web-fakes.ts';
import { ana, diaryToken, reply, today } from '../unit/web-people.ts';

const days = 150;

/**
 * Half a year as people keep it: a day's score or words, an answer about the week, or something about an earlier reply,
 * which stands on the page of the day on which it was said; or of the day before, by somebody who has moved west.
 */
const diaries = fc
  .array(
    fc.record({
      kind: fc.constantFrom('score', 'score', 'note', 'fix', 'undo', 'function'),
      day: fc.integer({ min: 0, max: days - 1 }),
      score: fc.integer({ min: 0, max: 20 }).map((twice) => twice / 2),
      of: fc.nat(),
      isWest: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((drawn) => {
    const events: DiaryEvent[] = [];
    for (const { kind, day, score, of, isWest } of drawn.toSorted((one, other) => one.day - other.day)) {
      const date = addDays(today, day - days + 1);
      const about = events[of % Math.max(1, events.length)]?.key ?? 'r#none';
      const more = {
        score: { score, ...(score < 3 ? { note: 'better' } : {}) },
        note: { note: 'stiff' },
        function: { reach: 'some' as const },
        fix: { score, of: about },
        undo: { of: about },
      }[kind];
      const moved = isWest && (kind === 'fix' || kind === 'undo') && events.at(-1)?.date === date;
      events.push(reply(events.length + 1, moved ? addDays(date, -1) : date, { kind, ...more }));
    }
    return events;
  });

describe('the page of a diary', () => {
  it('that read no more than it shows is the one that read everything', async () => {
    await fc.assert(
      fc.asyncProperty(diaries, fc.constantFrom('2w', '3m'), async (events, range) => {
        const { deps, held } = fakeWorld(ana, events);
        const everything = { ...deps, diary: { readEnrolled: async () => held } };
        const [shown, whole] = await Promise.all(
          [deps, everything].map(async (one) =>
            (await createWeb(one).request(`/diary/${diaryToken()}?range=${range}`)).text(),
          ),
        );
        // The key of a form is drawn anew for each page.
        const plain = (page: string | undefined) => page?.replace(/(?<=name="nonce" value=")\w+/g, '');
        expect(plain(shown)).toBe(plain(whole));
      }),
      { numRuns: 40 },
    );
  });
});
