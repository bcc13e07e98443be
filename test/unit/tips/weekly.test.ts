import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../shared/content/texts.ts';
import { isPromptText, wordsOfPrompt } from '../../../shared/domain/answering/prompt-words.ts';
import type { DiaryEvent } from '../../../shared/domain/diary/diary.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-time.ts';
import { firstInstantOf } from '../../../shared/domain/time/zone-clock.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import type { Dose } from '../../../shared/domain/tips/dose.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import { segmentsOf } from '../../../shared/domain/tips/segments.ts';
import { tellWeek } from '../../../shared/domain/tips/weekly.ts';
import { weekBars } from '../../../shared/mails/week-bars.ts';
import { programmeOf } from '../../support/programme-of.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const programme = programmeOf(...Array.from({ length: 90 }, (_, index) => `tip-${index}`));
/** A Tuesday. */
const joined = '2030-01-01';
const joinedAt = Date.parse('2030-01-01T12:00:00Z');

/** What somebody who answers now and then gets, day by day: `tip`, a prompt, or nothing. */
const play = (days: number, change: (person: Subscriber, day: number) => Subscriber = (person) => person) => {
  let person = aSubscriber({ silence: { since: joined }, joinedAt });
  const came: (string | undefined)[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = addDays(joined, day);
    person = change({ ...person, silence: { since: date, step: person.silence?.step } }, day);
    const at = firstInstantOf(person.zone, date, person.time);
    const decision = decideTip(person, { date, dueAt: at, channel: 'sms', owner: date }, at, programme, {});
    if (decision.kind === 'send') {
      const { claim, position, course, silence } = decision;
      person = { ...person, lastTip: claim, position, course, silence };
      came.push(claim.prompt ?? 'tip');
    } else came.push(undefined);
  }
  return came;
};
const weekliesOf = (came: readonly (string | undefined)[]): readonly number[] =>
  came.flatMap((what, day) => (what === 'weekly' ? [day] : []));
const wanting =
  (dose: Exclude<Dose, 'daily'>) =>
  (person: Subscriber): Subscriber => ({ ...person, course: { marks: '', ...person.course, dose } });

describe('the weekly message', () => {
  it('takes the place of the tip of the eighth day, and of every seventh after it', () => {
    const came = play(31);
    expect(weekliesOf(came)).toEqual([7, 14, 21, 28]);
    expect(came.filter((what) => what === 'tip')).toHaveLength(27);
  });

  it('comes on a day of the dose: one of four a week, one of four in four weeks', () => {
    const less = play(40, wanting('less'));
    // Joined on a Tuesday: the eighth day is one as well, and no day of LESS.
    expect(weekliesOf(less)).toEqual([8, 15, 22, 29, 36]);
    const weekly = play(60, wanting('weekly'));
    expect(weekly.flatMap((what, day) => (what ? [[day, what]] : []))).toEqual([
      [0, 'tip'],
      [7, 'tip'],
      [14, 'tip'],
      [21, 'tip'],
      [28, 'weekly'],
      [35, 'tip'],
      [42, 'tip'],
      [49, 'tip'],
      [56, 'weekly'],
    ]);
  });

  it('waits for a day on which something is sent, and for whoever is silent until they write', () => {
    const paused = (person: Subscriber, day: number): Subscriber =>
      day === 7 || day === 8 ? { ...person, pausedUntil: '2030-01-09' } : person;
    expect(weekliesOf(play(20, paused))).toEqual([9, 16]);
    const silent = (person: Subscriber, day: number): Subscriber =>
      day < 7 || day > 17
        ? { ...person, silence: { since: addDays(joined, day) } }
        : { ...person, silence: { since: addDays(joined, day), step: 'nudged' } };
    // Nobody has asked them before: on their own day of the week.
    expect(weekliesOf(play(25, silent))).toEqual([21]);
  });

  it('begins for whoever was here before it on their own day of the week: no deployment asks all on one day', () => {
    const longAgo = (person: Subscriber): Subscriber => ({ ...person, joinedAt: joinedAt - 31 * 86_400_000 });
    // Joined on a Saturday; of four a week it is the Sunday after.
    expect(weekliesOf(play(20, longAgo))).toEqual([4, 11, 18]);
    expect(weekliesOf(play(20, (person) => wanting('less')(longAgo(person))))).toEqual([5, 12, 19]);
  });

  it('begins to count anew for whoever comes back', () => {
    const back = (person: Subscriber, day: number): Subscriber =>
      day < 10 ? person : { ...person, joinedAt: Date.parse('2030-01-11T12:00:00Z') };
    expect(weekliesOf(play(20, back))).toEqual([7, 17]);
  });

  it('is foretold', () => {
    const person = aSubscriber({ joinedAt, silence: { since: '2030-01-07' }, course: { marks: 'ggg' } });
    const now = Date.parse('2030-01-07T12:00:00Z');
    const explain = (date: LocalDate) => explainDay(person, undefined, date, now, programme);
    expect(explain('2030-01-07')).toMatchObject({ tip: 'tip-3' });
    expect(explain('2030-01-08')).toMatchObject({ decision: 'to-come', prompt: 'weekly' });
    expect(explain('2030-01-09')).toMatchObject({ tip: 'tip-4' });
  });
});

/** A score on each of the days before the eighth, a number a day; undefined: none. */
const scored = (first: LocalDate, ...scores: readonly (number | undefined)[]): readonly DiaryEvent[] =>
  scores.flatMap((score, index) =>
    score === undefined
      ? []
      : [
          {
            key: `r#${first}${index}`,
            kind: 'score' as const,
            date: addDays(first, index),
            at: Date.parse(addDays(first, index)),
            seq: Date.parse(addDays(first, index)),
            channel: 'sms' as const,
            score,
          },
        ],
  );

describe('what it says', async () => {
  const english = (await textsFor('en')).messages;
  const french = (await textsFor('fr')).messages;
  const week = '2030-01-08';
  const last = '2030-01-01';
  const cases = [
    ['nothing was reported', [], /no scores/, /aucune note/],
    [
      'one week is known',
      scored(week, 4, undefined, 5),
      /2 of 7 days in your diary, average 4\.5/,
      /jours notés 2 sur 7, moyenne 4,5/,
    ],
    [
      'it was worse before',
      [...scored(last, 6, 6), ...scored(week, 4, 4, 4)],
      /3 of 7 days, average 4, down 2 from/,
      /moyenne 4 \(2 de moins/,
    ],
    [
      'it was better before',
      [...scored(last, 3), ...scored(week, 4.5)],
      /average 4\.5, up 1\.5 from/,
      /moyenne 4,5 \(1,5 de plus/,
    ],
    [
      'it is as before',
      [...scored(last, 3), ...scored(week, 3)],
      /average 3, as in the week before/,
      /moyenne 3, comme avant/,
    ],
  ] as const;

  it.each(cases)('is one segment that tells the week where %s, and asks one question', (_when, events, en, fr) => {
    const facts = { week: tellWeek(events, addDays(week, 7)) };
    for (const [language, messages, words, question] of [
      ['en', english, en, /Did you walk as far as you wanted on ALL days, SOME or NONE\?/],
      ['fr', french, fr, /TOUJOURS, PARFOIS ou JAMAIS\?/],
    ] as const) {
      const text = wordsOfPrompt(messages, language, 'weekly', facts);
      expect(text).toMatch(words);
      expect(text).toMatch(question);
      expect(segmentsOf(text)).toBe(1);
      // A text in doubt is looked up by its words, whatever its numbers were.
      expect(isPromptText(messages, 'weekly', text)).toBe(true);
    }
  });

  it('leaves out the day on which it comes', () => {
    const { summary } = tellWeek(scored(week, 4, 4, 4, 4, 4, 4, 4, 9), addDays(week, 7));
    expect(summary).toMatchObject({ mean: 4, daysReported: 7 });
  });

  it('is drawn in a mail as bars without an image, each with its number', () => {
    const { days } = tellWeek(scored(week, 4, undefined, 9.5, 0), addDays(week, 7));
    const { text, html } = weekBars(days, 'fr', 'Votre douleur :');
    expect(text).toContain('mar  ████ 4\nmer  –\njeu  ██████████ 9,5\nven   0');
    expect(html).not.toMatch(/<img|http/);
    expect(html).toMatch(/width="95%"/);
    expect(html).toContain('9,5');
  });
});
