import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import { Said } from '../said.ts';
import { readRequest } from './read-request.ts';

const count =
  '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze)';
const part = "(?:in the (?:morning|afternoon|evening)|at night|du (?:matin|soir)|de l'apres[- ]midi)";
/** An hour that says that it is one: 8 pm, 18h30, 9.30, half past nine, ten in the morning, sept heures du soir, noon. */
const hour = new RegExp(
  `\\b(?:\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\b\\.?|o'?clock)|\\d{1,2} ?h(?:eures?)?(?: ?\\d\\d)?|\\d{1,2}[:.]\\d\\d|(?:half|quarter|half an hour|\\d{1,2}) (?:past|to|after|before) ${count}|half ${count}|${count} (?:o'? ?clock|heures?(?: et demie| \\d\\d)?)|${count}(?= ${part})|noon|midday|midi)(?: (?:${part}|tapantes?|pile|sharp))?(?![a-z\\d])`,
  'g',
);
const bare = new RegExp(`(?<![\\d.,:/-])\\b${count}\\b(?![\\d.,:/%-])`, 'g');

/** What may stand beside an hour that is wished for, and leaves it one (content/<language>/lexicon/hours.yaml). */
type HourClass = 'hour-asked' | 'hour-fits' | 'hour-filler';
const classes: ReadonlySet<string> = new Set<HourClass>(['hour-asked', 'hour-fits', 'hour-filler']);
const beside = ['hour-wish', 'contacting', 'tips', 'courtesy-word'] as const;

interface Place {
  readonly start: number;
  readonly end: number;
}
const placesOf = (pattern: RegExp, text: string): readonly Place[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));

/** Whether nothing is said but these numbers and words of a wish. */
const isAll = (said: Said, classed: ReadWords['classed'], places: readonly Place[]): boolean => {
  const covered = [...said.covered(beside)];
  for (const { from, to } of classed.filter(({ concept }) => classes.has(concept))) covered.fill(true, from, to);
  return said.tokens.every(
    ({ start, end }, at) => covered[at] || places.some((place) => place.start <= start && end <= place.end),
  );
};

/** An hour by itself, or only its part of the day, wishes nothing. */
const mostTokens = 16;

/**
 * An hour that would suit, and nothing else: "9.30 in the morning would suit", "j'aimerais mieux 18h", "could you make it 8".
 * Carried out where the hour and the wish are plain, else answered by the command that does it; never a score.
 */
export const readHourWish = (words: ReadWords): Intent | undefined => {
  const { tokens, normalised, classed } = words;
  if (tokens.length < 2 || tokens.length > mostTokens) return undefined;
  const has = (name: HourClass): boolean => classed.some(({ concept }) => concept === name);
  const asks = has('hour-asked');
  if (!asks && !has('hour-fits')) return undefined;
  const said = new Said(words);
  const hours = placesOf(hour, normalised.text);
  // "7 would suit me better", "can it be 8": nothing of the pain suits, and nobody asks us for it.
  const named = hours.length > 0 || !asks ? hours : placesOf(bare, normalised.text);
  if (named.length === 0 || named.length > 2 || !isAll(said, classed, named)) return undefined;
  const request = readRequest(said, words);
  return request?.kind === 'time' ? request : { kind: 'suggest', command: 'time' };
};
