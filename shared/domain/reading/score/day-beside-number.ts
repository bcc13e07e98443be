import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isExplained, isWeekday, weekdays } from './weekday.ts';
import type { WordClass } from './word-class.ts';

/** How a day that is named beside a number bears on it: said of it (`linked`), only in its sentence (`loose`), or not there. */
export type Found = 'linked' | 'loose' | undefined;

const ours =
  /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply|entry|rating|reading|pain|average|mean|figure|level|total|tally|verdict|was|is)$/;

/** "Yesterday's gardening", "le jardinage d'hier": a thing of that day, whose number is today's. */
const isDayOfThing = (text: ScoreText, at: number): boolean => {
  const [token, next] = [text.tokens[at], text.tokens[at + 1]];
  if (/^(?:yesterdays|ydays)$/.test(token?.text ?? ''))
    return next?.kind === 'word' && next.text.length > 4 && !ours.test(next.text);
  const [two, one] = [text.tokens[at - 2], text.tokens[at - 1]];
  return (
    token?.text === 'hier' &&
    one?.text === 'd' &&
    two?.kind === 'word' &&
    !/^(?:note|score|douleur|chiffre|celle|celui|case|mal|soir|pour|niveau|reponse)$/.test(two.text)
  );
};

/** They make a day what a number is compared with, or the cause of it: "same as yesterday", "after Monday's walk". */
export const isCompared = (text: ScoreText, at: number): boolean => {
  if (isDayOfThing(text, at)) return true;
  for (let before = at; before > Math.max(0, at - 5); before -= 1) {
    // "Put me down as 3 for last night": the number stands between.
    if (text.tokens[before - 1]?.kind === 'mark' || text.numberAt(before - 1) !== undefined) return false;
    // "The text from yesterday" is what was not answered.
    const isOurs = /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply)$/.test(
      text.tokens[before - 2]?.text ?? '',
    );
    if (!isOurs && text.endsAt(before, 'compared') !== undefined) return true;
  }
  return false;
};

const sleeps = /^(?:slept|sleep|sleeping|woke|awake|dormi|dors|dort|nuit|insomnie)$/;
const slept = /^(?:slept|dormi|nuit|insomnie)$/;

/** "Slept only 4 hours last night pain 7", "slept badly last night, 4": the day dates what is counted, or the sleep, before it. */
const isOfAnother = (text: ScoreText, at: number, before: Before): boolean => {
  const isCounted = text.startsAt(at - 1, 'unit') === at && text.numberAt(at - 2) !== undefined;
  if (isCounted) return true;
  const isNamed = before.kind === 'pain' || before.isNamed;
  if (!isNamed) return [1, 2, 3].some((far) => slept.test(text.tokens[at - far]?.text ?? ''));
  return [1, 2, 3].some((far) => sleeps.test(text.tokens[at - far]?.text ?? ''));
};

const subjects = /^(?:i|we|he|she|they|je|j|on|nous|il|elle)$/;

/** "Pain is 7.5 i did iron the curtains yesterday": a sentence of its own behind the pain by name. */
const isOfRemark = (text: ScoreText, from: number, at: number, before: Before): boolean =>
  (before.kind === 'pain' || before.isNamed) &&
  text.tokens.slice(from, at).some((token) => subjects.test(token.text)) &&
  !holds(text, { from: 0, to: text.tokens.length }, 'forgets');

const small: readonly WordClass[] = ['link', 'opening', 'hedges', 'copula', 'says-score', 'would-have'];

/** Times of day between the day and its number: "hier soir 22 h : 4". */
const isClock = (text: ScoreText, at: number): boolean =>
  text.numberAt(at - 1) !== undefined && text.startsAt(at, 'unit') === at + 1;

/** Whether only words that lead from a day to its number stand there: "yesterday it was a", "- that was for". */
export const areLeads = (text: ScoreText, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token === undefined || token.text === '.') return false;
    // "5 that was for Sunday just gone (yesterday)".
    const isDayAgain = isWeekday(token.text) || /^(?:just|gone|past)$/.test(token.text);
    const isSmall =
      isDayAgain || leadWords.has(token.text) || text.longestFrom(at, small) !== undefined || text.isMark(at);
    if (!isSmall && text.numberAt(at) === undefined && !isClock(text, at)) return false;
  }
  return true;
};

/** Where a day that begins at a token ends; a weekday may be misspelt, though it then be another word. */
export const dayAt = (text: ScoreText, at: number, name: 'yesterday' | 'other-day'): number | undefined => {
  const known = text.startsAt(at, name);
  // "Happy Friday".
  if (known !== undefined && text.isInIdiom(at, known)) return undefined;
  if (name === 'yesterday') return known;
  const word = text.tokens[at]?.text ?? '';
  const isMistyped = word.length >= 5 && weekdays.some((day) => isOneTypoApart(day, word));
  if (known === undefined && !isMistyped) return undefined;
  // "La nuit dernière" is yesterday's, whatever "dernière" may be by itself.
  const to = text.startsAt(at, 'yesterday') ?? text.startsAt(at - 1, 'yesterday') ?? 0;
  if (to > at && to >= (known ?? 0)) return undefined;
  return word !== 'tomorrow' && known !== undefined && isWeekday(word) && isExplained(text, at)
    ? undefined
    : (known ?? at + 1);
};

/** "Today, Thursday the 12th": the day is today's own. */
const isToday = (text: ScoreText, at: number): boolean => {
  const to = text.tokens[at - 1]?.kind === 'mark' ? at - 1 : at;
  return text.endsAt(to, 'right-now') !== undefined;
};

/** A class of day that is looked for beside a number. */
interface Sought {
  readonly text: ScoreText;
  readonly name: 'yesterday' | 'other-day';
  readonly number: NumberSpan;
  readonly before: Before;
}

const isInClause = ({ text, number }: Sought, at: number): boolean =>
  text.tokens[at]?.clause === text.tokens[number.from]?.clause;

/** What may stand before a day that a number is of, in its clause. */
const beforeDay: readonly WordClass[] = [
  ...small,
  ...([
    'pain-named',
    'back-named',
    'score-named',
    'right-now',
    'yesterday',
    'other-day',
    'clause-start',
    'fixes',
    'forgets',
  ] as const),
  ...(['wishes', 'behind-bounds', 'denied', 'compared', 'in-doubt', 'time-before', 'describes', 'other-part'] as const),
];

/** "Had the grandkids all weekend 7": a day right before a number that dates what was done, as far as its clause tells. */
const isOfEvent = ({ text, name, number, before }: Sought, at: number, to: number): boolean => {
  const clause = text.tokens[at]?.clause;
  // "Having celebrated my birthday yesterday, I report a 5": the score has a clause of its own.
  const isApart =
    name === 'yesterday' &&
    ((clause !== text.tokens[number.from]?.clause && (before.kind === 'said' || before.kind === 'bare')) ||
      (before.kind === 'unknown' && to === number.from));
  if (!isApart && (name !== 'other-day' || before.kind !== 'unknown' || to !== number.from)) return false;
  for (let word = at - 1; word >= 0 && text.tokens[word]?.clause === clause; word -= 1) {
    const token = text.tokens[word];
    if (token?.kind !== 'word' || leadWords.has(token.text)) continue;
    if (text.longestUpTo(word + 1, beforeDay) === undefined && text.longestFrom(word, beforeDay) === undefined)
      return true;
  }
  return false;
};

const opensSentence = ({ tokens }: ScoreText, at: number): boolean =>
  [1, 2].some((far) => at - far < 0 || tokens[at - far]?.sentence !== tokens[at]?.sentence);

const dayBeforeNumber = (sought: Sought, { from, to: until }: Region): Found => {
  const { text, name, number, before } = sought;
  let found: Found;
  for (let at = from; at < until; at += 1) {
    const to = dayAt(text, at, name);
    if (to === undefined || to > number.from || isCompared(text, at)) continue;
    if ((name === 'other-day' && isToday(text, at)) || isOfAnother(text, at, before)) continue;
    if (areLeads(text, to, number.from)) {
      if (!isOfEvent(sought, at, to)) return 'linked';
      found = 'loose';
      continue;
    }
    // "Moi hier je suis au champ, le mal 9": the sentence is of that day, and no "is" leads to another.
    const isOpened = name === 'yesterday' && !before.hasCopula && opensSentence(text, at);
    const isUnnamed = isOpened || (before.kind !== 'pain' && before.kind !== 'now');
    if (isInClause(sought, at) || isUnnamed) found = 'loose';
  }
  return found;
};

const dayBehindNumber = (sought: Sought, { from, to: until }: Region): Found => {
  const { text, name, number, before } = sought;
  let found: Found;
  for (let at = from; at < until; at += 1) {
    const to = dayAt(text, at, name);
    if (to === undefined || isCompared(text, at)) continue;
    if (areLeads(text, number.to, at)) return 'linked';
    if (!isOfRemark(text, number.to, at, before) && isInClause(sought, at)) found = 'loose';
  }
  return found;
};

/** A day of this class beside the number: said of it (`linked`), or in the same sentence (`loose`). */
export const dayIn = (sought: Sought, region: Regions): Found => {
  const lead = dayBeforeNumber(sought, region.before);
  return lead === 'linked' ? lead : (dayBehindNumber(sought, region.behind) ?? lead);
};
