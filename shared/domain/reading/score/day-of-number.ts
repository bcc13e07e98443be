import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before.ts';
import { isCompared } from './compared-day.ts';
import { isOfDayBefore, isOfPast } from './day-told-before.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isPutOff, putsOffToday } from './today-put-off.ts';
import { isExplained, isWeekday, weekdays } from './weekday.ts';
import type { WordClass } from './word-class.ts';
/** Which day a number is of, by the days that are named around it and how they bear on it. */
export interface DaySaid {
  readonly day: 'today' | 'yesterday';
  /** Today or now is said of the number. */
  readonly isNow: boolean;
  /** Yesterday is named, and nothing tells whether the number is of it; or both days are. */
  readonly isDoubtful: boolean;
  /** A day that is neither today nor yesterday: said of the number, in its clause, or nowhere. */
  readonly otherDay: Found;
  /** Such a day is named behind the number. */
  readonly isOtherDayBehind: boolean;
}

type Found = 'linked' | 'loose' | undefined;

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
const areLeads = (text: ScoreText, from: number, to: number): boolean => {
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
const dayAt = (text: ScoreText, at: number, name: 'yesterday' | 'other-day'): number | undefined => {
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
const dayIn = (sought: Sought, region: Regions): Found => {
  const lead = dayBeforeNumber(sought, region.before);
  return lead === 'linked' ? lead : (dayBehindNumber(sought, region.behind) ?? lead);
};

/** "Là" is now, "la" before a word may be an article. */
const isArticleLa = (text: ScoreText, at: number, to: number): boolean => {
  const token = text.tokens[at];
  if (token?.text !== 'la' || to !== at + 1) return false;
  const { original, normalised } = text.read;
  return (
    !/à/i.test(original.slice(normalised.at[token.start], normalised.at[token.end])) && text.tokens[to]?.kind === 'word'
  );
};

/** "Back in the day", "la journée d'hier". */
const longerDays: readonly WordClass[] = ['yesterday', 'other-day'];

/** Today or now, said in the clause of the number; no part of "la journée d'hier", and not put off. */
const isNow = (text: ScoreText, region: Region, clause: number | undefined, hasYesterday: boolean): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'right-now');
    if (to === undefined || text.tokens[at]?.clause !== clause || isArticleLa(text, at, to)) continue;
    if (hasYesterday && isPutOff(text, at)) continue;
    // "All day yesterday".
    let inside = text.startsAt(to, 'yesterday') !== undefined;
    for (let day = at; day >= Math.max(0, at - 3); day -= 1)
      if (longerDays.some((name) => (text.startsAt(day, name) ?? 0) > at)) inside = true;
    for (let day = at; day < to; day += 1) if (text.startsAt(day, 'yesterday') !== undefined) inside = true;
    if (!inside) return true;
  }
  return false;
};

/** "5 for it", "six for that day". */
const isForIt = (text: ScoreText, at: number): boolean =>
  /^(?:for|against|pour)$/.test(text.tokens[at]?.text ?? '') &&
  /^(?:it|that|ca|cela)$/.test(text.tokens[at + 1]?.text ?? '');

/** "Cette nuit 8", "cette nuit c'était 8": said of the number itself. */
const isNightSaid = (text: ScoreText, number: NumberSpan): boolean => {
  for (let at = Math.max(0, number.from - 8); at < number.from; at += 1) {
    const to = text.startsAt(at, 'this-night');
    if (to !== undefined && areLeads(text, to, number.from)) return true;
  }
  return false;
};

/** The day a number is of: a relation between the day that is named, the words that lead to the number, and today. */
export const dayOf = (text: ScoreText, number: NumberSpan, before: Before, region: Regions): DaySaid => {
  const clause = text.tokens[number.from]?.clause;
  const yesterday = dayIn({ text, name: 'yesterday', number, before }, region);
  const now =
    before.kind === 'now' ||
    isNow(text, region.before, clause, yesterday !== undefined) ||
    isNow(text, region.behind, clause, yesterday !== undefined);
  const otherDay = now ? undefined : dayIn({ text, name: 'other-day', number, before }, region);
  const whole = { from: 0, to: text.tokens.length };
  const dayBefore = !now && yesterday === undefined && isOfDayBefore(text, region.before, before);
  // "300 colis cette nuit donc 7" tells what came of the night.
  const isOutcome = /^(?:so|donc|dc|coup|hence|alors|resultat)$/.test(text.tokens[number.from - 1]?.text ?? '');
  const night =
    !isOutcome &&
    (holds(text, region.before, 'this-night', clause) || holds(text, region.behind, 'this-night', clause));
  // What makes a day that is only named beside a number the number's own.
  const bears =
    before.isPast ||
    isOfPast(text, before) ||
    putsOffToday(text) ||
    holds(text, whole, 'forgets') ||
    holds(text, region.before, 'would-have') ||
    isForIt(text, number.to) ||
    // "Pour hier soir vous pouvez noter 5": the day opens the sentence in which the number is said.
    (before.kind === 'said' &&
      [0, 1].some((far) => text.startsAt(region.before.from + far, 'yesterday') !== undefined) &&
      text.tokens[region.before.from]?.clause === clause);
  const isOtherDayBehind = [...Array(region.behind.to - region.behind.from).keys()].some((far) => {
    const at = region.behind.from + far;
    return dayAt(text, at, 'other-day') !== undefined && !isCompared(text, at);
  });
  return {
    day: dayBefore || night || (yesterday !== undefined && !now) ? 'yesterday' : 'today',
    isNow: now,
    isDoubtful:
      (yesterday === 'loose' && !(bears && !now)) ||
      (now && (yesterday === 'linked' || night)) ||
      (dayBefore && !bears) ||
      (night && !isNightSaid(text, number)),
    otherDay,
    isOtherDayBehind,
  };
};
