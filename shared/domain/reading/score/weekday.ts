import type { ScoreText } from './score-text.ts';

/** Whole names of days, for comparing misspelt ones. */
export const weekdays =
  'tomorrow monday tuesday wednesday thursday friday saturday sunday mercredi vendredi dimanche'.split(' ');

/** Whether a word names a day of the week, in English (singular or plural) or French. */
export const isWeekday = (word: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)$/.test(word);

/** Whether a weekday is explained as yesterday: "Tuesday (yesterday) 6", "Sunday thats yesterday". */
export const isExplained = (text: ScoreText, at: number): boolean => {
  const sentence = text.tokens[at]?.sentence;
  for (let to = at + 1; text.tokens[to]?.sentence === sentence; to += 1)
    if (/^(?:thats|is|\(|ie)$/.test(text.tokens[to - 1]?.text ?? '') && text.startsAt(to, 'yesterday') !== undefined)
      return true;
  for (const step of [1, -1])
    for (let far = step; Math.abs(far) <= 4 && text.numberAt(at + far) === undefined; far += step)
      if (text.startsAt(at + far, 'yesterday') !== undefined) return true;
  return false;
};
