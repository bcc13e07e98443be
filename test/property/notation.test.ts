import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../content/build/text-size.ts';
import { messageSpecs } from '../../shared/domain/answering/message.ts';
import { notations } from '../../shared/domain/diary/notation.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { readClockTime } from '../../shared/domain/reading/command/clock-time.ts';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { timeOfMinutes } from '../../shared/domain/time/local-time.ts';
import { lexicon } from '../unit/reading/fresh-lexicon.ts';

const anyDate = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe.each(languages)('in %s', (language) => {
  const { number, time, date, weekday } = notations[language];

  it('any day is in letters of GSM-7, and no longer than the messages were measured with', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        expect(sizeOf(`${date(day)} ${weekday(day)}`).foreign).toEqual([]);
        expect(date(day).length).toBeLessThanOrEqual(messageSpecs.paused.sample.until.length);
        expect(weekday(day)).toHaveLength(3);
      }),
    );
  });

  it('any time is read back as the same time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }).map(timeOfMinutes),
        fc.constantFrom('US', 'GB', 'ZZ'),
        (hour, country) => {
          expect(readClockTime(time(hour, country))).toBe(hour);
          expect(time(hour, country).length).toBeLessThanOrEqual(messageSpecs.timeSet.sample.time.length);
        },
      ),
    );
  });

  it.each(Array.from({ length: 21 }, (_, half) => half / 2))('%d is read back as the same score', (score) => {
    expect(parseReply(number(score), lexicon).intent).toEqual({ kind: 'score', score });
  });
});
