import type { Before } from './before.ts';
import { areLeads, dayAt, dayIn, type Found, isCompared } from './day-beside-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';
import { isPutOff, putsOffToday } from './today-put-off.ts';
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

/** "It was six", "would have been a 6": told of a time before now. */
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
/** "Sorry about yesterday. 4", "so yesterday. 4 I'd call it": a sentence that names the day and nothing else. */
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

/** "I forgot yesterday. It was a 5": a day named in what was said before, with a reason why nothing was sent then. */
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
