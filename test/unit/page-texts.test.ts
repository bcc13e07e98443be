import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dayNames, numberNames, timeNames } from '../../functions/web/pages/spoken.ts';
import { joinText, joinWords } from '../../functions/web/pages/text-link.ts';
import { english } from '../../functions/web/pages/texts/english.ts';
import { french } from '../../functions/web/pages/texts/french.ts';
import { textsIn } from '../../functions/web/pages/texts/texts-in.ts';
import { signUpTimes } from '../../functions/web/sign-up-request.ts';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './reading/fresh-lexicon.ts';

/** Every text of a language by the names that lead to it. */
const textsOf = (part: unknown, path = ''): readonly (readonly [path: string, text: string])[] =>
  typeof part === 'string'
    ? [[path, part]]
    : Object.entries(z.looseObject({}).or(z.array(z.unknown())).parse(part)).flatMap(([name, inner]) =>
        textsOf(inner, `${path}/${name}`),
      );

const both = textsOf(english).map(([path, text], index) => {
  const [frenchPath, translated] = textsOf(french)[index] ?? ['', ''];
  return { path, frenchPath, english: text, french: translated };
});

const namesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** What the words in capitals would do if they were sent. */
const commandsIn = (text: string): string[] => {
  const said = text.match(/\b[A-Z]{3,}(?:[ -](?:\d[\dhpm:]*|Paris|YES|NO|OUI|NON|ME|MOI))?/g) ?? [];
  const done = said
    .filter((words) => !['CSV', 'FHIR', 'JSON', 'PDF', 'SES'].includes(words))
    .map((words) => {
      const { leaving, intent } = parseReply(words, lexicon);
      const { language: _, ...wanted } = { language: undefined, ...intent };
      return leaving.kind === 'leaves' ? 'opt-out' : JSON.stringify(wanted);
    });
  return [...new Set(done)].sort();
};

describe('the pages in two languages', () => {
  it('say the same things in the same order, none of them empty', () => {
    expect(textsOf(french)).toHaveLength(both.length);
    for (const { path, frenchPath, french: text } of both) {
      expect(frenchPath).toBe(path);
      expect(text, path).not.toBe('');
    }
  });

  it('are each in their own words', () => {
    const same = both.filter(({ english: one, french: other }) => one === other).map(({ path }) => path);
    expect(same).toEqual([
      '/brand',
      '/languages/names/en',
      '/languages/names/fr',
      '/diary/exports/0/file',
      '/diary/exports/1/file',
      '/diary/exports/2/file',
      '/diary/exports/3/file',
      '/diary/exports/4/file',
      '/diary/walkMinutes',
    ]);
  });

  it('fill in the same and offer the same commands', () => {
    for (const { path, english: one, french: other } of both) {
      expect(namesIn(other), path).toEqual(namesIn(one));
      expect(commandsIn(other), path).toEqual(commandsIn(one));
    }
  });

  it('are found by their language', async () => {
    expect([(await textsIn('en')).lang, (await textsIn('fr')).lang]).toEqual(['en', 'fr']);
  });

  it('name the word to join with that the links to text us have in them', () => {
    expect(parseReply(joinWords.en, lexicon).intent).toEqual({ kind: 'join' });
    expect(parseReply(joinWords.fr, lexicon)).toMatchObject({ intent: { kind: 'join' }, language: 'fr' });
    for (const language of ['en', 'fr'] as const)
      for (const time of signUpTimes.filter((one) => one !== '09:00'))
        expect(parseReply(joinText(language, time), lexicon).intent, `${language} ${time}`).toEqual({
          kind: 'join',
          time,
        });
    expect(english.landing.textUs).toContain(joinWords.en);
    expect(french.landing.textUs).toContain(joinWords.fr);
  });
});

describe('French', () => {
  it('is set as French is: no straight quotes, no-break spaces before the high marks, a decimal comma', () => {
    for (const [path, text] of textsOf(french)) {
      expect(text, path).not.toMatch(/['"“”]/);
      expect(text, path).not.toMatch(/[^\u00A0][;:?!»]|«[^\u00A0]|\d h\b/);
      expect(text, path).not.toMatch(/\d\.\d/);
    }
  });

  it('says vous', () => {
    for (const [path, text] of textsOf(french))
      expect(text, path).not.toMatch(/(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})/iu);
  });
});

describe('numbers, times and days', () => {
  it('have the comma, the h and the 1er of French', () => {
    expect([0, 4.5, 10].map(numberNames('fr'))).toEqual(['0', '4,5', '10']);
    expect(['08:00', '09:30', '19:30'].map(timeNames('fr', 'FR'))).toEqual([
      '8\u00A0h\u00A000',
      '9\u00A0h\u00A030',
      '19\u00A0h\u00A030',
    ]);
    const day = dayNames({ locale: 'fr-BE', first: '1er' }, { day: 'numeric', month: 'long', year: 'numeric' });
    expect(['2030-03-01', '2030-03-11'].map(day)).toEqual(['1er mars 2030', '11 mars 2030']);
  });

  it('have the point and the noon of English', () => {
    expect([0, 4.5, 10].map(numberNames('en'))).toEqual(['0', '4.5', '10']);
    expect(['08:00', '12:00', '19:30'].map(timeNames('en', 'US'))).toEqual([
      '8\u00A0am',
      '12\u00A0noon',
      '7:30\u00A0pm',
    ]);
    expect(timeNames('en', 'GB')('08:00')).toBe('08:00');
    const day = dayNames({ locale: 'en-GB', first: '1' }, { day: 'numeric', month: 'long', year: 'numeric' });
    expect(day('2030-03-01')).toBe('1 March 2030');
  });
});
