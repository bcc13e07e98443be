import { isGsm7 } from '../tips/segments.ts';

/** How many characters of a goal fit into a text that says something else as well; a page shows all of it. */
export const longestGoal = 40;
/** How many characters of an activity fit into the weekly question. */
const longestActivity = 24;

const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
};

/**
 * A character as GSM 03.38 has it, without its accent where that has none; empty for what it cannot write, and for
 * quotes.
 */
const inGsm = (sign: string): string => {
  const known = plain[sign] ?? sign;
  if (/["«»“”\p{Cc}^{}\\[\]~|€]/u.test(known)) return ' ';
  if (isGsm7(known)) return known;
  const bare = known.normalize('NFD').replace(/\p{M}/gu, '');
  return isGsm7(bare) ? bare : '';
};

/** A line in characters of GSM 03.38. */
export const inLettersOfTexts = (words: string): string =>
  [...words.normalize('NFC')].map(inGsm).join('').replace(/\s+/g, ' ').trim();

/**
 * Somebody's words as a text message repeats them: one line of at most so many characters of GSM 03.38, cut after a
 * word. A single character outside that alphabet would shorten every segment to less than half. Words in another script
 * become "...".
 */
const wordsInText = (words: string, longest: number): string => {
  const line = inLettersOfTexts(words);
  if (!/[a-z0-9]/i.test(line)) return '...';
  if (line.length <= longest) return line;
  const room = longest - '...'.length;
  const cut = line.slice(0, room + 1).replace(/\s+\S*$/, '');
  return `${cut.slice(0, room)}...`;
};

/** A goal as a text message repeats it. */
export const goalInText = (words: string): string => wordsInText(words, longestGoal);

/** An activity as a text message repeats it. */
export const activityInText = (words: string): string => wordsInText(words, longestActivity);
