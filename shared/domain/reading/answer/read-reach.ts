import type { Reach } from '../../diary/diary.ts';
import { normalise } from '../text/normalise.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const wholes = set('all every everyday each always tous tout toute toutes toujours chaque');
const parts = set(
  'some sometimes few most mostly bit little partly part half parfois peu partie plupart moitie certains certaines quelques quelquefois almost nearly presque deux',
);
/** Words that take a part from "all": "all but one", "tous les jours sauf un". */
const exceptions = set('but except bar sauf hormis excepte');
const nones = set('none never nothing zero jamais aucun aucune rien');
const denials = set('not no pas didnt ne n');
/** Words that a "not" turns into none: "not a single one", "not once", "pas du tout". */
const singles = set('one once single seul seule un une fois whatsoever');
/** Words that say nothing about the number of days. */
const fillers = set(
  'day days jour jours time times week weeks semaine night nights of the them em those it a an on at in or ou so as i did do was were walked walk j jai ai le la les l de des du d sur and et yes yep yeah yup oui ouais nope non only just que really vraiment unfortunately malheureusement sadly helas sorry desole desolee thanks thank thx you merci svp please pls lol',
);
/** SMS spellings of words for all, some and none. */
const spelledOut: Readonly<Record<string, string>> = {
  ts: 'tous',
  tjrs: 'toujours',
  tjs: 'toujours',
  jms: 'jamais',
  evry: 'every',
};

/** A count of the seven days: "5 out of 7", "2 days", "0 jour", "5/7". */
const counted = (words: readonly string[]): Reach | undefined => {
  const [count, ...rest] = words.filter((word) => !/^(?:about|only|just|environ|maybe|peut|etre)$/.test(word));
  const isOfWeek =
    /^(?:(?:days?|jours?|times?|fois)(?: (?:out )?(?:of|sur) (?:7|seven|sept))?|(?:out )?(?:of|sur) (?:7|seven|sept)(?: (?:days?|jours?))?)$/;
  if (count === undefined || !/^[0-7]$/.test(count) || !isOfWeek.test(rest.join(' '))) return undefined;
  if (count === '0') return 'none';
  return count === '7' ? 'all' : 'some';
};

/**
 * Reads the answer to the weekly question from words for all, some or none of the days. A text with any other word,
 * courtesies apart, is undefined.
 */
export const readReach = (text: string): Reach | undefined => {
  const words = normalise(text)
    .text.replaceAll("'", '')
    .replace(/(\d)\s*\/\s*(\d)/g, '$1 of $2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => spelledOut[word] ?? word);
  const count = counted(words);
  if (count) return count;
  const has = (of: ReadonlySet<string>): boolean => words.some((word) => of.has(word));
  const known = [wholes, parts, exceptions, nones, denials, singles, fillers];
  if (!words.every((word) => known.some((of) => of.has(word)))) return undefined;
  if (has(nones)) return has(wholes) || has(parts) ? undefined : 'none';
  const isDenied = has(denials);
  if (has(wholes)) {
    // "Not at all" and "pas du tout" mean none of the days, but "not all" means some.
    if (/\b(?:not? at all|pas du tout)\b/.test(words.join(' '))) return 'none';
    return isDenied || has(parts) || has(exceptions) ? 'some' : 'all';
  }
  if (has(parts)) return isDenied ? undefined : 'some';
  const isOfDays = words.some((word) => /^(?:days?|jours?|times?)$/.test(word));
  return isDenied && (has(singles) || isOfDays) ? 'none' : undefined;
};
