import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { compileSafety } from '../../../content/build/compile-safety.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { guessZones } from '../../../shared/domain/people/zone-guess.ts';
import { safetyAnswer } from '../../../shared/domain/reading/safety/safety-answer.ts';
import { compiledSafety } from './fresh-lexicon.ts';

describe('the answer to a red flag', () => {
  it('names the numbers of the country', () => {
    expect(safetyAnswer('now', 'US', 'en', compiledSafety)).toContain('911');
    expect(safetyAnswer('crisis', 'US', 'en', compiledSafety)).toMatch(/988.*911/s);
    expect(safetyAnswer('crisis', 'FR', 'fr', compiledSafety)).toMatch(/3114.*112/s);
    expect(safetyAnswer('today', 'GB', 'en', compiledSafety)).toMatch(/111.*999/s);
  });

  it.each(['en', 'fr'] as const)('in a crisis names lines to text as well, in %s', (language) => {
    const crisis = (country: string) => safetyAnswer('crisis', country, language, compiledSafety);
    expect(crisis('GB')).toMatch(/116 123.*111.*2.*SHOUT.*85258.*999/s);
    expect(crisis('IE')).toMatch(/116 123.*HELLO.*50808/s);
  });

  it.each(Object.keys(compiledSafety.countries))(
    'in %s says who sends it, and that no person reads along',
    (country) => {
      for (const flag of ['crisis', 'violence', 'now', 'today', 'gentle'] as const) {
        expect(safetyAnswer(flag, country, 'en', compiledSafety)).toMatch(/^Backbeat: .*no person reads this/s);
        expect(safetyAnswer(flag, country, 'fr', compiledSafety)).toMatch(/^Backbeat: .*personne ne lit ceci/s);
      }
      expect(safetyAnswer('now', country, 'en', compiledSafety)).toContain('Do not drive yourself');
      expect(safetyAnswer('now', country, 'fr', compiledSafety)).toContain('sans prendre le volant');
    },
  );

  it('to what is only suspected names one line, in one segment, and alarms nobody', () => {
    for (const country of Object.keys(compiledSafety.countries))
      for (const language of ['en', 'fr'] as const) {
        const answer = safetyAnswer('gentle', country, language, compiledSafety);
        const message = new SegmentedMessage(answer);
        expect([message.encodingName, message.segmentsCount], answer).toEqual(['GSM-7', 1]);
        expect(answer).not.toMatch(/\?|danger|urgence/i);
      }
    expect(safetyAnswer('gentle', 'US', 'en', compiledSafety)).toContain('call or text 988, day or night');
    expect(safetyAnswer('gentle', 'FR', 'fr', compiledSafety)).toContain('appelez le 3114, jour et nuit');
    expect(safetyAnswer('gentle', 'GB', 'en', compiledSafety)).toContain('call Samaritans, 116 123, day or night');
  });

  it('says "day or night" only of the lines known to be open then', () => {
    const alwaysOpen = Object.keys(compiledSafety.countries).filter((country) =>
      safetyAnswer('crisis', country, 'en', compiledSafety).includes('day or night'),
    );
    expect(alwaysOpen.sort()).toEqual(['BL', 'CA', 'FR', 'GB', 'GF', 'GP', 'IE', 'MF', 'MQ', 'RE', 'US', 'WF', 'YT']);
  });

  it.each(['', 'XX', 'constructor', '__proto__'])('of country %j is the default, with no gap in it', (country) => {
    const answer = safetyAnswer('now', country, 'en', compiledSafety);
    expect(answer).toContain('112 or your local emergency number');
    expect(answer).not.toMatch(/[{}]|undefined/);
  });

  it('fits two text segments everywhere, in both languages', () => {
    for (const country of Object.keys(compiledSafety.countries))
      for (const language of ['en', 'fr'] as const)
        for (const flag of ['crisis', 'violence', 'now', 'today'] as const) {
          const message = new SegmentedMessage(safetyAnswer(flag, country, language, compiledSafety));
          expect(message.encodingName, `${flag} ${country} ${language}`).toBe('GSM-7');
          expect(message.segmentsCount, `${flag} ${country} ${language}`).toBeLessThanOrEqual(2);
        }
  });
});

describe('content/safety-answers.yaml and content/helplines.yaml', () => {
  const answers = (crisis = 'Call {crisis} or {now}.', gentle = '{line}') => `
answers:
  en: { crisis: '${crisis}', now: 'Call {now}.', today: 'Call {today} or {now}.', violence: '{violence} {now}', check: '{now}', gentle: '${gentle}' }
  fr: { crisis: '{crisis} {now}', now: '{now}', today: '{today} {now}', violence: '{violence} {now}', check: '{now}', gentle: '{line}' }
`;
  const helplines = (of = '[now, crisis, today]', more = '') => `
countries:
  default:
    now: { en: '112', fr: '112' }
    crisis: { en: '113', fr: '113' }
    today: { en: '114', fr: '114' }${more}
    sources: [{ of: ${of}, source: somewhere, date: 2026-11-29 }]
`;

  it('are compiled when every answer holds', () => {
    expect(safetyAnswer('crisis', 'XX', 'en', compileSafety(answers(), helplines()))).toBe('Call 113 or 112.');
  });

  it.each([
    ['an answer that names no number', answers('Be strong.'), helplines(), /answers\.yaml:3: .*\{crisis\}, \{now\}/],
    ['an answer that diagnoses', answers('You may have a fracture. {crisis} {now}'), helplines(), /diagnosis/],
    ['an answer that is too long', answers(`{crisis} {now} ${'long '.repeat(70)}`), helplines(), /shorten it/],
    ['a gentle answer of two segments', answers(undefined, `{line} ${'long '.repeat(40)}`), helplines(), /shorten it/],
    ['a number without a source', answers(), helplines('[now, today]'), /helplines\.yaml:\d+: .*source and a date/],
    [
      'one line without a source',
      answers(),
      helplines(undefined, "\n    line: { en: '113', fr: '113' }"),
      /a source and a date/,
    ],
    [
      'a line for violence without a source',
      answers(),
      helplines(undefined, "\n    violence: { en: '115', fr: '115' }"),
      /source and a date/,
    ],
    ['an unknown key', answers(), helplines(undefined, '\n    nwo: 1'), /helplines\.yaml:\d+: .*nwo/],
  ])('are refused for %s, with the line', (_, text, lines, message) => {
    expect(() => compileSafety(text, lines)).toThrow(message);
  });

  it('promise nobody who reads along, in both languages', () => {
    for (const answer of [compiledSafety.answers.en, compiledSafety.answers.fr].flatMap((all) => Object.values(all)))
      expect(answer).not.toMatch(/on est là|we are here|people are there/i);
  });

  it.each(['RE', 'YT', 'GP', 'MQ', 'GF', 'BL', 'MF'])('give %s the French lines', (country) => {
    expect(safetyAnswer('crisis', country, 'fr', compiledSafety)).toMatch(/3114.*15/s);
  });

  it.each([
    ['+262692123456', /3114/],
    ['+590690123456', /3114/],
    ['+594694123456', /3114/],
    ['+596696123456', /3114/],
    ['+687751234', /05 30 30/],
    ['+68987123456', /444 767/],
    ['+681821234', /9860/],
  ])('reach a phone of overseas France (%s)', (phone, line) => {
    expect(safetyAnswer('crisis', guessZones(phone).country, 'fr', compiledSafety)).toMatch(line);
  });

  it('tell nobody who looks over a shoulder what was written about', () => {
    for (const country of Object.keys(compiledSafety.countries))
      for (const language of ['en', 'fr'] as const)
        expect(safetyAnswer('violence', country, language, compiledSafety)).not.toMatch(
          /violen|abus|hit|hurt|frapp|coup|conjug|safe/i,
        );
  });

  it('are what the service loads once they are built', () => {
    expect(loadLexicon().safety.answers.en.crisis).toContain('{crisis}');
    expect(loadLexicon()).toBe(loadLexicon());
  });
});
