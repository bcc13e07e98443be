import type { Before } from './before.ts';
import { readBefore } from './before-number.ts';
import { readBehind } from './behind-number.ts';
import type { Behind } from './behind-rules.ts';
import { isPlural } from './counted-thing.ts';
import { isPartOfLongNumber } from './not-a-number.ts';
import { isSaidOfPain } from './pain-in-clause.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { type Situation, situate } from './situate-number.ts';

/**
 * How surely a number is a score. `plain`: a careful reader would log it. `doubtful`: said as a score, but as a guess, a
 * limit, a condition, of another part. `unknown`: nothing tells. `other`: a time, a count, somebody else's, another day's.
 */
export type Certainty = 'plain' | 'doubtful' | 'unknown' | 'other';

/** A number, and the role that what stands around it gives it. */
export interface NumberRole {
  readonly number: NumberSpan;
  readonly before: Before;
  readonly behind: Behind;
  readonly certainty: Certainty;
  readonly day: 'today' | 'yesterday';
  readonly isOtherDay: boolean;
  readonly isTakenBack: boolean;
  /** Something beside it leaves open whether it is meant, or whose or which day's it is. */
  readonly doubt: string | undefined;
  /** Somebody else's, another day's, hoped for. */
  readonly isElsewhere: boolean;
}

const streets =
  /^(?:rue|avenue|street|road|lane|drive|close|crescent|terrace|court|boulevard|impasse|allee|chemin|place|nations|nil|up|ball|pin)$/;
/** As many as people count of pills, legs and beers; a larger number before a word is rarely a count of it. */
const mostCounted = 4;

const isScoreSaid = ({ kind }: Before): boolean => kind === 'pain' || kind === 'said' || kind === 'now';

const fromBehind = (number: NumberSpan, before: Before, behind: Behind, isLoneSingular: boolean): Certainty => {
  const isSaid = isScoreSaid(before) || before.kind === 'bare' || number.outOfTen;
  switch (behind.kind) {
    case 'counted':
      return number.outOfTen ? 'doubtful' : 'other';
    case 'range':
      return isSaid ? 'doubtful' : 'unknown';
    case 'doubtful':
      return isSaid ? 'doubtful' : 'unknown';
    case 'maybe-counted':
      if (number.outOfTen) return 'plain';
      if (
        (before.isNamed || before.kind === 'pain' || before.kind === 'now') &&
        (number.whole ?? mostCounted + 1) > mostCounted
      )
        return 'plain';
      // "6 kenavo", "7 facil": what is counted by five and more has its plural; addresses and sports say what they are.
      if (before.kind === 'bare' && (number.whole ?? 0) > mostCounted && !number.spelled && isLoneSingular)
        return 'plain';
      // Nobody counts none of something but in words: "nothing today 0 imagine".
      if (before.kind === 'now' && number.value === 0) return 'plain';
      return isSaid ? 'doubtful' : 'unknown';
    case 'note':
    case 'end':
      if (isSaid) return 'plain';
      return behind.now ? 'doubtful' : 'unknown';
  }
};

/**
 * "1 good dug", "seven at the table": a number by itself in front of a word that no lexicon knows may count it. Nothing else
 * in the text speaks of pain, so it is asked about.
 */
const mayCountStranger = (text: ScoreText, number: NumberSpan, before: Before, behind: Behind): boolean => {
  if (before.kind !== 'bare' || behind.kind !== 'note' || number.outOfTen) return false;
  if ((number.value ?? 0) % 1 !== 0) return false;
  const next = text.tokens[number.to];
  if (next?.kind !== 'word' || next.clause !== text.tokens[number.from]?.clause) return false;
  // "1 good dug left".
  const described = number.whole === 1 ? text.startsAt(number.to, 'describes') : undefined;
  if (described !== undefined && text.tokens[described]?.kind === 'word')
    return !text.tokens.some((_, at) => text.startsAt(at, 'pain-named') !== undefined);
  const { mentions, classed } = text.read;
  const isKnown = [...mentions, ...classed].some(({ from, to }) => from <= number.to && to > number.to);
  // "7 carted 40 sheets": what is counted by five and more has its plural.
  if (number.from === 0 && (number.whole ?? 0) > mostCounted && !isPlural(next.text)) return false;
  return !isKnown && !text.tokens.some((_, at) => text.startsAt(at, 'pain-named') !== undefined);
};

/** "8 Acacia Avenue", "9 rue des Lilas". */
const isAddress = (text: ScoreText, number: NumberSpan): boolean =>
  text.tokens.slice(number.to, number.to + 4).some((token) => streets.test(token.text));

const isInTheBack = (text: ScoreText, number: NumberSpan): boolean =>
  number.value !== null &&
  /^(?:in|en|dans|au|across|du)$/.test(text.tokens[number.to]?.text ?? '') &&
  [1, 2, 3].some((far) => text.startsAt(number.to + far, 'back-named') !== undefined);

const states =
  /^(?:at|in|on|while|when|walking|sitting|standing|lying|resting|moving|driving|au|a|en|dans|sur|assise?|debout|couchee?|allongee?|quand)$/;
/** Another number of the text stands before the same kind of words: two states are told, each with its own. */
const isSecondState = (text: ScoreText, number: NumberSpan): boolean =>
  number.value !== null &&
  states.test(text.tokens[number.to]?.text ?? '') &&
  text.numbers.some(
    (other) => other !== number && other.value !== null && states.test(text.tokens[other.to]?.text ?? ''),
  );

const certaintyOf = (
  text: ScoreText,
  number: NumberSpan,
  before: Before,
  behind: Behind,
  situation: Situation,
): Certainty => {
  // "0 pain", "zero pain" and "0 aucune douleur" say it whatever stands before.
  const isNone = /^(?:aucune?|no|pas)$/.test(text.tokens[number.to]?.text ?? '');
  const ofPain =
    isNone && /^(?:de|d)$/.test(text.tokens[number.to + 1]?.text ?? '') ? number.to + 2 : number.to + (isNone ? 1 : 0);
  if (number.value === 0 && text.startsAt(ofPain, 'pain-named') !== undefined && !situation.isElsewhere)
    return situation.doubt !== undefined || behind.kind === 'doubtful' ? 'doubtful' : 'plain';
  if (number.form === 'measured' || situation.isElsewhere || before.denied) return 'other';
  if (number.form === 'range') return isScoreSaid(before) || before.kind === 'bare' ? 'doubtful' : 'other';
  // "From 8 to 5".
  if (before.kind === 'other' && behind.kind === 'range' && number.value !== null) return 'doubtful';
  // "J'ai 6 en bas du dos", "a 7 in my lower back": the back right behind it, and nothing that is counted.
  const isHad = /^(?:ai|avais)$/.test(text.tokens[number.from - 1]?.text ?? '');
  if ((isHad || before.hasArticle) && isInTheBack(text, number))
    return situation.doubt !== undefined || before.doubtful ? 'doubtful' : 'plain';
  const isOpen = before.kind === 'unknown' || before.kind === 'other';
  if (isOpen && !before.doubtful && situation.doubt === undefined && isSaidOfPain(text, number, behind)) return 'plain';
  // "I slept 5", "not slept three": the last word may be the score.
  if (before.kind === 'other' && before.counts && behind.kind === 'end' && number.value !== null) return 'unknown';
  // "6 at work 3 at home", "5 walking 2 sitting".
  if (before.kind === 'other' && before.counts && isSecondState(text, number)) return 'unknown';
  if (before.kind === 'other' && !number.outOfTen)
    return behind.now && behind.kind !== 'counted' && number.value !== null ? 'unknown' : 'other';
  if (before.kind === 'unknown' && before.hasCopula && /^(?:end|note|doubtful|range)$/.test(behind.kind))
    return number.value === null ? 'other' : 'doubtful';
  if (number.value === null && behind.kind === 'range' && before.kind !== 'unknown') return 'doubtful';
  if (number.value === null && before.kind !== 'pain' && !number.outOfTen) return 'other';
  // "Achille a eu 8 sur 10 en dictée".
  if (before.kind === 'other' && before.counts && number.outOfTen) return 'doubtful';
  const certainty = fromBehind(number, before, behind, !isAddress(text, number));
  if (certainty !== 'plain') return certainty;
  const isDoubtful = before.doubtful || situation.doubt !== undefined || mayCountStranger(text, number, before, behind);
  return isDoubtful ? 'doubtful' : 'plain';
};

/** The role that what stands around each number of a text gives it. */
export const readRoles = (text: ScoreText): readonly NumberRole[] =>
  text.numbers.map((number): NumberRole => {
    const before = readBefore(text, number);
    const behind = readBehind(text, number, before);
    const situation = situate(text, number, before);
    const certainty = isPartOfLongNumber(text, number) ? 'other' : certaintyOf(text, number, before, behind, situation);
    return {
      number,
      before,
      behind,
      certainty,
      day: situation.day,
      isOtherDay: situation.isOtherDay,
      isTakenBack: situation.isTakenBack,
      doubt: situation.doubt,
      isElsewhere: situation.isElsewhere,
    };
  });
