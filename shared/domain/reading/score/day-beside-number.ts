import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isExplained, isWeekday, weekdays } from './weekday.ts';
import type { WordClass } from './word-class.ts';

/**
 * How a day that is named beside a number relates to it: `linked`, said of the number; `loose`, only in its sentence; or
 * not at all.
 */
export type Found = 'linked' | 'loose' | undefined;

const ours =
  /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply|entry|rating|reading|pain|average|mean|figure|level|total|tally|verdict|was|is)$/;

/** Whether the day belongs to a thing, so that the number is today's: "yesterday's gardening", "le jardinage d'hier". */
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

/** Whether a day is only what the number is compared with, or its cause: "same as yesterday", "after Monday's walk". */
export const isCompared = (text: ScoreText, at: number): boolean => {
  if (isDayOfThing(text, at)) return true;
  for (let before = at; before > Math.max(0, at - 5); before -= 1) {
    // In "put me down as 3 for last night" the number stands between, so nothing is compared.
    if (text.tokens[before - 1]?.kind === 'mark' || text.numberAt(before - 1) !== undefined) return false;
    // "The text from yesterday" is the question that was not answered.
    const isOurs = /^(?:text|texts|message|messages|msg|sms|question|one|number|score|answer|reply)$/.test(
      text.tokens[before - 2]?.text ?? '',
    );
    if (!isOurs && text.endsAt(before, 'compared') !== undefined) return true;
  }
  return false;
};

const sleeps = /^(?:slept|sleep|sleeping|woke|awake|dormi|dors|dort|nuit|insomnie)$/;
const slept = /^(?:slept|dormi|nuit|insomnie)$/;

/**
 * Whether the day dates a count or the sleep that was told before it: "slept only 4 hours last night pain 7", "slept badly
 * last night, 4".
 */
const isOfAnother = (text: ScoreText, at: number, before: Before): boolean => {
  const isCounted = text.startsAt(at - 1, 'unit') === at && text.numberAt(at - 2) !== undefined;
  if (isCounted) return true;
  const isNamed = before.kind === 'pain' || before.isNamed;
  if (!isNamed) return [1, 2, 3].some((far) => slept.test(text.tokens[at - far]?.text ?? ''));
  return [1, 2, 3].some((far) => sleeps.test(text.tokens[at - far]?.text ?? ''));
};

const subjects = /^(?:i|we|he|she|they|je|j|on|nous|il|elle)$/;

/**
 * Whether the day is in a sentence of its own behind a number that is the pain's by name: "pain is 7.5 i did iron the
 * curtains yesterday".
 */
const isOfRemark = (text: ScoreText, from: number, at: number, before: Before): boolean =>
  (before.kind === 'pain' || before.isNamed) &&
  text.tokens.slice(from, at).some((token) => subjects.test(token.text)) &&
  !holds(text, { from: 0, to: text.tokens.length }, 'forgets');

const small: readonly WordClass[] = ['link', 'opening', 'hedges', 'copula', 'says-score', 'would-have'];

/** Whether a time of day stands between the day and its number: "hier soir 22 h : 4". */
const isClock = (text: ScoreText, at: number): boolean =>
  text.numberAt(at - 1) !== undefined && text.startsAt(at, 'unit') === at + 1;

/** Whether only words that lead from a day to its number stand between the two: "yesterday it was a", "- that was for". */
export const areLeads = (text: ScoreText, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token === undefined || token.text === '.') return false;
    // The day may be named in two ways: "5 that was for Sunday just gone (yesterday)".
    const isDayAgain = isWeekday(token.text) || /^(?:just|gone|past)$/.test(token.text);
    const isSmall =
      isDayAgain || leadWords.has(token.text) || text.longestFrom(at, small) !== undefined || text.isMark(at);
    if (!isSmall && text.numberAt(at) === undefined && !isClock(text, at)) return false;
  }
  return true;
};

/** Where a day that begins at a token ends. A weekday counts even if its misspelling is another word. */
export const dayAt = (text: ScoreText, at: number, name: 'yesterday' | 'other-day'): number | undefined => {
  const known = text.startsAt(at, name);
  // "Happy Friday" is a greeting.
  if (known !== undefined && text.isInIdiom(at, known)) return undefined;
  if (name === 'yesterday') return known;
  const word = text.tokens[at]?.text ?? '';
  const isMistyped = word.length >= 5 && weekdays.some((day) => isOneTypoApart(day, word));
  if (known === undefined && !isMistyped) return undefined;
  // "La nuit dernière" is yesterday's, though "dernière" alone may be of any day.
  const to = text.startsAt(at, 'yesterday') ?? text.startsAt(at - 1, 'yesterday') ?? 0;
  if (to > at && to >= (known ?? 0)) return undefined;
  return word !== 'tomorrow' && known !== undefined && isWeekday(word) && isExplained(text, at)
    ? undefined
    : (known ?? at + 1);
};

/** Whether the day is today's own name: "today, Thursday the 12th". */
const isToday = (text: ScoreText, at: number): boolean => {
  const to = text.tokens[at - 1]?.kind === 'mark' ? at - 1 : at;
  return text.endsAt(to, 'right-now') !== undefined;
};

/** The class of day that is looked for beside a number. */
interface Sought {
  readonly text: ScoreText;
  readonly name: 'yesterday' | 'other-day';
  readonly number: NumberSpan;
  readonly before: Before;
}

const isInClause = ({ text, number }: Sought, at: number): boolean =>
  text.tokens[at]?.clause === text.tokens[number.from]?.clause;

/** What may stand in a clause before a day that a number is of. */
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

/** Whether a day right before the number dates what was done: "had the grandkids all weekend 7". */
const isOfEvent = ({ text, name, number, before }: Sought, at: number, to: number): boolean => {
  const clause = text.tokens[at]?.clause;
  // The score may have a clause of its own: "having celebrated my birthday yesterday, I report a 5".
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
    // A sentence that opens with that day is of that day, unless an "is" leads to another: "moi hier je suis au champ, le
    // mal 9".
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

/** How a day of this class relates to the number. */
export const dayIn = (sought: Sought, region: Regions): Found => {
  const lead = dayBeforeNumber(sought, region.before);
  return lead === 'linked' ? lead : (dayBehindNumber(sought, region.behind) ?? lead);
};
