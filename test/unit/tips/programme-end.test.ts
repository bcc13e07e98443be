import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../shared/content/texts.ts';
import { isPromptText, wordsOfPrompt } from '../../../shared/domain/answering/prompt-words.ts';
import type { DiaryEvent } from '../../../shared/domain/diary/diary.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import { summarise } from '../../../shared/domain/tips/programme-summary.ts';
import { programmeOf } from '../../support/programme-of.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const programme = programmeOf('walk', 'sleep', 'stretch');
/** New York, Monday 7 January 2030, 07:00: two hours before the tip. */
const now = Date.parse('2030-01-07T12:00:00Z');
const monday = '2030-01-07';
const english = await textsFor('en');
const french = await textsFor('fr');

const decide = (person: Subscriber) => {
  const due = nextDue(person.zone, person.time, now);
  return decideTip(person, { ...due, dueAt: due.at, channel: 'sms', owner: 'w' }, due.at, programme, {});
};
const heard = { silence: { since: monday } };

describe('the programme', () => {
  it('ends with a summary in place of a tip, and nothing comes after it', () => {
    const all = aSubscriber({ ...heard, course: { marks: 'ghg' }, position: 3 });
    expect(decide(all)).toMatchObject({
      kind: 'send',
      position: 3,
      course: { marks: 'ghg', ended: true },
      claim: { prompt: 'summary' },
    });
    expect(decide(aSubscriber({ ...heard, course: { marks: 'ghg', ended: true } }))).toEqual({ kind: 'rest' });
  });

  it('waits with it for somebody who is silent, until they write or are told goodbye', () => {
    const silent = (days: number, step: 'nudged' | 'fewer') =>
      aSubscriber({ course: { marks: 'ggg' }, silence: { since: addDays(monday, -days), step } });
    expect(decide(silent(57, 'fewer'))).toEqual({ kind: 'skip', reason: 'unanswered' });
    expect(decide(silent(60, 'fewer'))).toMatchObject({ claim: { prompt: 'goodbye' } });
    expect(decide(silent(10, 'nudged'))).toEqual({ kind: 'skip', reason: 'unanswered' });
  });

  it('does not end while one is put aside, nor for topics that are not wanted', () => {
    expect(decide(aSubscriber({ ...heard, course: { marks: 'glg' } }))).toMatchObject({ claim: { tip: 'sleep' } });
    expect(decide(aSubscriber({ ...heard, course: { marks: 'gxg' } }))).toMatchObject({ claim: { prompt: 'summary' } });
    expect(decide(aSubscriber({ ...heard, course: { marks: 'xxx' } }))).toEqual({
      kind: 'skip',
      reason: 'nothing-fits',
    });
  });

  it('is foretold to end, with the reason of every day after', () => {
    const person = aSubscriber({ ...heard, course: { marks: 'gg' }, position: 2 });
    const explain = (days: number) => explainDay(person, undefined, addDays(monday, days), now, programme);
    expect(explain(0)).toMatchObject({ decision: 'to-come', tip: 'stretch' });
    expect(explain(1)).toMatchObject({ decision: 'to-come', prompt: 'summary' });
    expect(explain(2)).toEqual({ decision: 'none', reason: 'ended' });
  });
});

const score = (day: number, value: number, more = 0): DiaryEvent => ({
  key: `r#${day}-${more}`,
  kind: 'score',
  date: addDays(monday, day),
  at: now + day * 86_400_000 + more,
  seq: day * 10 + more,
  channel: 'sms',
  score: value,
});

describe('a summary', () => {
  it('has the days, the mean of the first seven and of the last seven', () => {
    const events = Array.from({ length: 20 }, (_, day) => score(day, day < 10 ? 7 : 4));
    expect(summarise(events)).toEqual({ days: 20, means: { first: 7, last: 4 } });
    // A day with two scores weighs no more than a day with one.
    expect(summarise([...events, score(0, 0, 1)]).means?.first).toBe(6.5);
  });

  it('compares nothing where the weeks would overlap', () => {
    expect(summarise(Array.from({ length: 13 }, (_, day) => score(day, 5)))).toEqual({ days: 13 });
    expect(summarise([])).toEqual({ days: 0 });
  });

  it('is known again in the list of what was sent, whatever its numbers were', () => {
    const summary = { days: 31, means: { first: 6.5, last: 4 } };
    for (const [language, { messages }] of [
      ['en', english],
      ['fr', french],
    ] as const) {
      const text = wordsOfPrompt(messages, language, 'summary', { summary });
      expect(text).toContain('31');
      expect(text).toContain(language === 'en' ? '6.5' : '6,5');
      expect(isPromptText(messages, 'summary', text)).toBe(true);
      expect(
        isPromptText(messages, 'summary', wordsOfPrompt(messages, language, 'summary', { summary: { days: 2 } })),
      ).toBe(true);
      expect(isPromptText(messages, 'nudge', text)).toBe(false);
      expect(isPromptText(messages, 'summary', messages.nudge)).toBe(false);
      for (const prompt of ['nudge', 'fewer', 'fewest', 'goodbye'] as const)
        expect(isPromptText(messages, prompt, wordsOfPrompt(messages, language, prompt, {}))).toBe(true);
    }
  });
});
