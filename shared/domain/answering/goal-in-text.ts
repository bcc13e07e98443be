import { isGsm7 } from '../tips/segments.ts';

/** So much of a goal has room in a text that says something else as well; a page shows all of it. */
export const longestGoal = 40;
/** The same of an activity, which stands in the weekly question. */
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

/** A sign as GSM 03.38 has it, its accent left out where that has none; nothing of what can't be written in it, nor of quotes. */
const inGsm = (sign: string): string => {
  const known = plain[sign] ?? sign;
  if (/["«»“”\p{Cc}^{}\\[\]~|€]/u.test(known)) return ' ';
  if (isGsm7(known)) return known;
  const bare = known.normalize('NFD').replace(/\p{M}/gu, '');
  return isGsm7(bare) ? bare : '';
};

/**
 * Somebody's words as a text message repeats them: one line of so many signs of GSM 03.38 at most, cut behind a word. One sign more
 * than that alphabet has would make every segment less than half as long. "..." of words in another script.
 */
const wordsInText = (words: string, longest: number): string => {
  const line = [...words.normalize('NFC')].map(inGsm).join('').replace(/\s+/g, ' ').trim();
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
