import type { Before } from './before.ts';
import { areLeads, dayAt, dayIn, type Found, isCompared } from './day-beside-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isPutOff, putsOffToday } from './today-put-off.ts';
import type { WordClass } from './word-class.ts';

/** Which day a number is of, by the days that are named around it. */
export interface DaySaid {
  readonly day: 'today' | 'yesterday';
  /** Words say of the number that it is of today or now. */
  readonly isNow: boolean;
  /** Yesterday is named and may be the number's day, or both days are named. */
  readonly isDoubtful: boolean;
  /** How a day that is neither today nor yesterday relates to the number. */
  readonly otherDay: Found;
  /** Such a day is named behind the number. */
  readonly isOtherDayBehind: boolean;
}

/** Whether the number is of a time before now: "it was six", "would have been a 6". */
const isOfPast = (text: ScoreText, before: Before): boolean => {
  for (let at = before.from; at < before.from + 4; at += 1) {
    const [one, two] = [text.tokens[at]?.text ?? '', text.tokens[at + 1]?.text ?? ''];
    if (
      text.startsAt(at, 'would-have') !== undefined ||
      (/^(?:would|should|wouldve|shoulda|woulda)$/.test(one) && /^(?:have|of|a|be|been)$/.test(two))
    )
      return true;
  }
  return false;
};

const excuses = /^(?:sorry|apologies|desole|desolee|dsl|dslee|about|re|regarding|so|ok|oh|ah|alors|right|well|bon)$/;
/** Whether a sentence names the day and nothing else: "sorry about yesterday. 4", "so yesterday. 4 I'd call it". */
const isSentenceOfDay = (text: ScoreText, at: number): boolean => {
  const to = text.startsAt(at, 'yesterday') ?? at;
  const sentence = text.tokens[at]?.sentence;
  if (text.tokens[to]?.kind !== 'mark' || text.tokens[to + 1]?.sentence === sentence) return false;
  for (let word = at - 1; text.tokens[word]?.sentence === sentence; word -= 1) {
    const { text: said = '', kind = 'mark' } = text.tokens[word] ?? {};
    if (kind === 'word' && !leadWords.has(said) && !excuses.test(said)) return false;
  }
  return true;
};

/** Whether the sentence before names the day and why nothing was sent then: "I forgot yesterday. It was a 5". */
const isOfDayBefore = (text: ScoreText, region: Region, before: Before): boolean => {
  if (before.kind === 'pain' || before.kind === 'now') return false;
  for (let at = 0; at < region.from; at += 1)
    if (
      text.startsAt(at, 'yesterday') !== undefined &&
      !isCompared(text, at) &&
      (before.isPast ||
        isOfPast(text, before) ||
        isSentenceOfDay(text, at) ||
        holds(text, { from: 0, to: text.tokens.length }, 'forgets'))
    )
      return true;
  return false;
};

/** Whether "la" is the article. "Là" means now. */
const isArticleLa = (text: ScoreText, at: number, to: number): boolean => {
  const token = text.tokens[at];
  if (token?.text !== 'la' || to !== at + 1) return false;
  const { original, normalised } = text.read;
  return (
    !/à/i.test(original.slice(normalised.at[token.start], normalised.at[token.end])) && text.tokens[to]?.kind === 'word'
  );
};

/** Longer names of days, in which a "day" or "jour" is no today: "back in the day", "la journée d'hier". */
const longerDays: readonly WordClass[] = ['yesterday', 'other-day'];

/**
 * Whether today or now is said in the clause of the number. A part of "la journée d'hier" is not, nor is a today that is
 * put off.
 */
const isNow = (text: ScoreText, region: Region, clause: number | undefined, hasYesterday: boolean): boolean => {
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'right-now');
    if (to === undefined || text.tokens[at]?.clause !== clause || isArticleLa(text, at, to)) continue;
    if (hasYesterday && isPutOff(text, at)) continue;
    // The word may be part of another day: "all day yesterday".
    let inside = text.startsAt(to, 'yesterday') !== undefined;
    for (let day = at; day >= Math.max(0, at - 3); day -= 1)
      if (longerDays.some((name) => (text.startsAt(day, name) ?? 0) > at)) inside = true;
    for (let day = at; day < to; day += 1) if (text.startsAt(day, 'yesterday') !== undefined) inside = true;
    if (!inside) return true;
  }
  return false;
};

/** Whether the number is said to be for a day that was named: "5 for it", "six for that day". */
const isForIt = (text: ScoreText, at: number): boolean =>
  /^(?:for|against|pour)$/.test(text.tokens[at]?.text ?? '') &&
  /^(?:it|that|ca|cela)$/.test(text.tokens[at + 1]?.text ?? '');

/** Whether the night is said of the number itself: "cette nuit 8", "cette nuit c'était 8". */
const isNightSaid = (text: ScoreText, number: NumberSpan): boolean => {
  for (let at = Math.max(0, number.from - 8); at < number.from; at += 1) {
    const to = text.startsAt(at, 'this-night');
    if (to !== undefined && areLeads(text, to, number.from)) return true;
  }
  return false;
};

/** The day of a number, from the day that is named, the words that lead from there to the number, and today. */
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
  // "300 colis cette nuit donc 7" tells what the night led to.
  const isOutcome = /^(?:so|donc|dc|coup|hence|alors|resultat)$/.test(text.tokens[number.from - 1]?.text ?? '');
  const night =
    !isOutcome &&
    (holds(text, region.before, 'this-night', clause) || holds(text, region.behind, 'this-night', clause));
  // Whether a day that is only named beside the number is the number's own.
  const bears =
    before.isPast ||
    isOfPast(text, before) ||
    putsOffToday(text) ||
    holds(text, whole, 'forgets') ||
    holds(text, region.before, 'would-have') ||
    isForIt(text, number.to) ||
    // The day may open the sentence in which the number is given: "pour hier soir vous pouvez noter 5".
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
