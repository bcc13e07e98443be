import { isAsked } from './asked-about.ts';
import type { Before } from './before.ts';
import { isChange } from './change-of-score.ts';
import { type DaySaid, dayOf } from './day-of-number.ts';
import { holdsOnlyThen, isOfAnInstant } from './holds-only-then.ts';
import { countsWhatIsLeftOut } from './left-out.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, type Region, type Regions, regionsOf } from './region.ts';
import { isSaidByAnother } from './said-by-another.ts';
import type { ScoreText } from './score-text.ts';
import { isSupposed } from './supposed.ts';
import { isOfOtherPart, isSomebodys } from './whose-number.ts';
import { wishOf } from './wished-for.ts';

/** Whose a number is, and of which day. */
export interface Situation {
  readonly day: 'today' | 'yesterday';
  /** The number is another day's, or hoped for. */
  readonly isElsewhere: boolean;
  /** Why the number is in doubt; undefined if it is not. */
  readonly doubt: string | undefined;
  readonly isTakenBack: boolean;
  /** A day that is neither today nor yesterday is named behind the number. */
  readonly isOtherDay: boolean;
}

/** Whether words of a mistake are said of a thing and not of the number: "the nursing chair was a mistake". */
const isOfAThing = (text: ScoreText, at: number): boolean => {
  const [subject, verb, article] = [-3, -2, -1].map((far) => text.tokens[at + far]?.text ?? '');
  return (
    article === 'a' &&
    /^(?:was|is)$/.test(verb ?? '') &&
    !/^(?:it|that|this|one|message|number|text|which|last|mine|score)$/.test(subject ?? '')
  );
};

/** Whether words behind a number take it back, in its sentence or at the start of the next. */
const isTakenBack = (text: ScoreText, region: Region): boolean => {
  const last = Math.min(text.tokens.length, region.to + 3);
  for (let at = region.from; at < last; at += 1) {
    const denied = /^(?:not|pas|no)$/.test(text.tokens[at - 1]?.text ?? '');
    if (!denied && !isOfAThing(text, at) && text.startsAt(at, 'takes-back') !== undefined) return true;
    const to = text.startsAt(at, 'takes-back-last');
    // "Mets cinq, j'ai oublié": to have forgotten takes nothing back.
    const isForgotten =
      /^(?:ai|jai|a|avais|ait)$/.test(text.tokens[at - 1]?.text ?? '') || text.tokens[at]?.text === 'oubli';
    // "Séance annulée" agrees with the thing that was cancelled.
    const isOfNoun = /ees?$/.test(text.tokens[at]?.text ?? '');
    if (!isForgotten && !isOfNoun && to !== undefined && (to >= text.tokens.length || text.tokens[to]?.kind === 'mark'))
      return true;
  }
  return false;
};

const rating = /^(?:rate|score|say|count|answer|put|measure|number|tell|explain|use|do)$/;

const causes = /^(?:because|cos|cuz|coz|cause|since|parce|car|due)$/;

/** Whether words of doubt from `at` to `to` are about something else than the number. */
const doubtsOther = (text: ScoreText, at: number, to: number): boolean => {
  // "I don't know how to turn the capitals off" doubts nothing, and "c'est pas possible" exclaims.
  const how = text.tokens[to]?.text === 'how' ? to + 1 : to;
  const isOther = text.tokens[how]?.text === 'to' && !rating.test(text.tokens[how + 1]?.text ?? '');
  const isExclaimed = text.tokens[at]?.text === 'possible' && /^(?:pas|not)$/.test(text.tokens[at - 1]?.text ?? '');
  // "Maybe cuz I slept" doubts the cause, and "slept maybe four hours" the hours.
  const asksWhy = /^(?:why|what|where|pourquoi|comment)$/.test(text.tokens[to]?.text ?? '');
  return (
    isOther || isExclaimed || asksWhy || text.numberAt(to) !== undefined || causes.test(text.tokens[to]?.text ?? '')
  );
};

/**
 * Whether a later clause doubts the number. It does if the doubt stands there alone: "6, not sure", but not "6, not sure
 * why it aches".
 */
const isDoubted = (text: ScoreText, number: NumberSpan, region: Region): boolean => {
  const clause = text.tokens[number.from]?.clause ?? 0;
  for (let at = region.from; at < region.to; at += 1) {
    const to = text.startsAt(at, 'in-doubt');
    if (to === undefined || to > region.to || doubtsOther(text, at, to)) continue;
    const here = text.tokens[at]?.clause ?? 0;
    const next = text.tokens[to + 1];
    const endsThere = text.tokens[to]?.kind !== 'word' || next === undefined || next.kind === 'mark';
    if (here <= clause) return true;
    if (here === clause + 1 && (endsThere || text.tokens[to]?.kind === 'number')) return true;
  }
  return false;
};

/** What is known of a number when its doubts are looked for. */
interface Seen {
  readonly text: ScoreText;
  readonly number: NumberSpan;
  readonly before: Before;
  readonly region: Regions;
  readonly clause: number | undefined;
  readonly said: DaySaid;
  readonly wish: ReturnType<typeof wishOf>;
  readonly isTakenBack: boolean;
}

interface Doubt {
  readonly why: string;
  readonly isThere: (seen: Seen) => boolean;
}

const sends = /^(?:send|text|message|deliver|write|envoyez|envoyer|envoie|envoi|ecrivez|ecrire|ecris)$/;

const hours =
  /^(?:later?|instead|early|earlier|evening|evenin|night|morning|mornin|tard|tot|plutot|soir|matin|vers|heures?)$/;

/** Whether an hour is asked for: "send it in the evening instead, about 6". */
const asksForHour = ({ text, number, before }: Seen): boolean => {
  if (before.isNamed || before.kind === 'pain') return false;
  const words = text.tokens
    .slice(0, number.to + 4)
    .filter(({ sentence }) => sentence === text.tokens[number.from]?.sentence);
  const isWish = words.some(
    ({ text: word }, at) =>
      sends.test(word) && !/^(?:the|your|a|this|that|last|to|i|my|je|l)$/.test(words[at - 1]?.text ?? ''),
  );
  return isWish && words.some(({ text: word }) => hours.test(word));
};

const isUndated = ({ said }: Seen): boolean => said.day !== 'yesterday' && !said.isNow;

/** What leaves a number in doubt, and so asked about, although it is said as a score. */
const doubts: readonly Doubt[] = [
  { why: 'it counts what was left out', isThere: ({ text, number }) => countsWhatIsLeftOut(text, number) },
  {
    why: 'a condition or a guess stands before it',
    isThere: ({ text, number, before, region, clause, said }) =>
      said.day !== 'yesterday' && isSupposed(text, number, before, region.before, clause),
  },
  { why: 'a goal or a hope is near', isThere: ({ wish }) => wish !== undefined },
  {
    why: 'it is what would have been said, nobody knows when',
    isThere: (seen) => seen.text.startsAt(seen.before.from, 'would-have') !== undefined && isUndated(seen),
  },
  {
    why: 'a high number beside well-being: the scale may be turned',
    isThere: ({ text, number }) =>
      (number.value ?? 0) >= 7 && holds(text, { from: 0, to: text.tokens.length }, 'feels-well'),
  },
  { why: 'it is asked about', isThere: ({ text, number, region }) => isAsked(text, number, region.behind) },
  { why: 'the person doubts it', isThere: ({ text, number, region }) => isDoubted(text, number, region.behind) },
  { why: 'it was, and nobody knows when', isThere: (seen) => seen.before.isPast && isUndated(seen) },
  {
    why: 'it may be somebody else’s',
    isThere: ({ text, number, before, region }) =>
      isSomebodys(text, number, before, region) || isSaidByAnother(text, number),
  },
  { why: 'it holds only in a movement or a posture', isThere: ({ text, number }) => holdsOnlyThen(text, number) },
  { why: 'it was for an instant', isThere: ({ text, number }) => isOfAnInstant(text, number) },
  { why: 'it is how much it changed', isThere: ({ text, number }) => isChange(text, number) },
  {
    why: 'it is of another part of the body',
    isThere: ({ text, number, before }) => isOfOtherPart(text, number, before),
  },
  { why: 'it may be the hour that is asked for', isThere: asksForHour },
  { why: 'it has a margin', isThere: ({ text }) => text.tokens.some((token) => token.text === '±') },
  { why: 'its day is not clear', isThere: ({ said }) => said.isDoubtful || said.otherDay === 'loose' },
  { why: 'it is taken back', isThere: ({ isTakenBack: takenBack }) => takenBack },
];

/** The day of a number, and whether it is another day's or only thought of. */
export const situate = (text: ScoreText, number: NumberSpan, before: Before): Situation => {
  const region = regionsOf(text, number);
  const said = dayOf(text, number, before, region);
  const wish = wishOf(text, number, before, region.before, said);
  const takenBack = isTakenBack(text, region.behind);
  const clause = text.tokens[number.from]?.clause;
  const seen: Seen = { text, number, before, region, clause, said, wish, isTakenBack: takenBack };
  return {
    day: said.day,
    isOtherDay: said.isOtherDayBehind,
    isTakenBack: takenBack,
    isElsewhere: said.otherDay === 'linked' || (said.otherDay === 'loose' && before.isPast) || wish === 'meant',
    doubt: doubts.find(({ isThere }) => isThere(seen))?.why,
  };
};
