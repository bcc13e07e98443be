import type { ScoreText } from './score-text.ts';

const ofNight = /^(?:awake|asleep|sleep|sleeping|insomnia|already|dors|dormir|dodo|insomnie|reveille|reveillee|tard)$/;
/** Whether an "à" leads to the number: "on est à 5", not "on est 5 à bord". */
const leadsAt = (text: ScoreText, from: number): boolean => {
  for (let at = from + 1; at <= from + 2 && text.numberAt(at) === undefined; at += 1)
    if (/^(?:a|at|sur|dans)$/.test(text.tokens[at]?.text ?? '')) return true;
  return false;
};

/** Whether the number counts people in a place: "on est à six dans la voiture". */
const isCompany = (text: ScoreText, from: number): boolean => {
  const number = text.numbers.find((other) => other.from > from && other.from <= from + 4);
  if (number === undefined || number.outOfTen) return false;
  const [first, second] = [text.tokens[number.to]?.text ?? '', text.tokens[number.to + 1]?.text ?? ''];
  if (/^(?:dans|autour|chez|par)$/.test(first))
    return text.longestFrom(number.to + 1, ['back-named', 'pain-named']) === undefined && !/^(?:le|mon)$/.test(second);
  return /^(?:a|en) (?:table|bord|voiture|bureau|classe)$/.test(`${first} ${second}`);
};

/** Whether the number may be an hour or a count of people: "it's 3 and I can't sleep", "il est 7", "we are 6", "on est 5". */
export const isClockOrCount = (text: ScoreText, from: number): boolean => {
  const words = [from - 1, from, from + 1].map((at) => text.tokens[at]?.text ?? '');
  const subject = words.join(' ');
  if (/\bwe are\b|\bil est\b|\bnous sommes\b|\bon est\b/.test(subject))
    return !leadsAt(text, from) || isCompany(text, from);
  if (!/\b(?:it is|its|it was)\b/.test(subject)) return false;
  // Where the hour was told already, the other number is none: "2am, can't sleep, it's a 9".
  if (text.numbers.some(({ form }) => form === 'measured')) return false;
  return text.tokens.slice(from, from + 14).some((token) => ofNight.test(token.text));
};
