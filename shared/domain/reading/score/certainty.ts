import type { Before } from './before.ts';
import type { Behind } from './behind-rules.ts';
import { isPlural } from './counted-thing.ts';
import { isHeld, isStillAt } from './held-level.ts';
import { isSaidOfPain } from './pain-in-clause.ts';
import type { NumberSpan } from './read-numbers.ts';
import { explainsScale } from './scale-talk.ts';
import type { ScoreText } from './score-text.ts';
import type { Situation } from './situate-number.ts';
import { isOfOneRule } from './word-class.ts';

/**
 * How sure it is that a number is a score. `plain`: a careful reader would write it down. `doubtful`: it is said as a
 * score, but as a guess, a limit, a condition, or of another part of the body. `unknown`: nothing tells. `other`: it is a
 * time, a count, somebody else's or another day's.
 */
export type Certainty = 'plain' | 'doubtful' | 'unknown' | 'other';

/** A number with what stands around it. */
export interface PlacedNumber {
  readonly text: ScoreText;
  readonly number: NumberSpan;
  readonly before: Before;
  readonly behind: Behind;
  readonly situation: Situation;
}

const streets =
  /^(?:rue|avenue|street|road|lane|drive|close|crescent|terrace|court|boulevard|impasse|allee|chemin|place|nations|nil|up|ball|pin)$/;
/** Whether a street follows the number: "8 Acacia Avenue", "9 rue des Lilas". */
const isAddress = ({ text, number }: PlacedNumber): boolean =>
  text.tokens.slice(number.to, number.to + 4).some((token) => streets.test(token.text));

/** People count at most this many pills, legs and beers. A larger number before a word is rarely a count of it. */
export const mostCounted = 4;

const isScoreSaid = ({ kind }: Before): boolean => kind === 'pain' || kind === 'said' || kind === 'now';

/** Whether the text begins with PAIN or DOULEUR and this number, which is then to be kept. */
export const isRightBehindCommand = ({ number, before }: Pick<PlacedNumber, 'number' | 'before'>): boolean =>
  before.kind === 'pain' && before.from === 0 && number.from === 1;

/**
 * Whether something of somebody's follows the command's number, which then counts nothing: "PAIN 5 mum's birthday", "PAIN 3
 * Dave's party".
 */
const isOwnedBehindCommand = (placed: PlacedNumber): boolean => {
  const { text, number } = placed;
  const [owner, owned] = text.tokens.slice(number.to, number.to + 2);
  if (!isRightBehindCommand(placed) || owner?.kind !== 'word' || owned?.kind !== 'word') return false;
  const { original, normalised } = text.read;
  return /\p{L}['’]s$/u.test(original.slice(normalised.at[owner.start], normalised.at[owner.end]));
};

const leadsOn = /^(?:to|at|in|from|with|for|home|off|a|à|au|aux|chez|de|du|d|en|avec|pour)$/;
/**
 * Whether an occasion in the singular leads on to a remark: "PAIN 4 return to work", "DOULEUR 4 voyage en train". From two
 * on what is counted is in the plural.
 */
const isOccasionBehindCommand = (placed: PlacedNumber): boolean => {
  const { text, number } = placed;
  const [thing, next] = text.tokens.slice(number.to, number.to + 2);
  if (!isRightBehindCommand(placed) || thing?.kind !== 'word' || !leadsOn.test(next?.text ?? '')) return false;
  return (number.whole ?? 2) !== 1 && text.startsAt(number.to, 'day-occasion') !== undefined;
};

/** How sure a number is before a word that it may count. */
const beforeStranger = (placed: PlacedNumber, isSaid: boolean): Certainty => {
  const { text, number, before } = placed;
  const isMany = (number.whole ?? mostCounted + 1) > mostCounted;
  if (number.outOfTen || isOccasionBehindCommand(placed)) return 'plain';
  const isAtHour = !before.isNamed && /^(?:at|a)$/.test(text.tokens[number.from - 1]?.text ?? '');
  if (isSaid && before.kind !== 'bare' && isMany && !isAddress(placed) && !isAtHour) return 'plain';
  // From five on what is counted is in the plural, so "6 kenavo" and "7 facil" are scores. Addresses and sports tell what
  // they are.
  const isLone = before.kind === 'bare' && (number.whole ?? 0) > mostCounted && !number.spelled;
  if (isLone && !isAddress(placed)) return 'plain';
  // A zero in digits counts nothing: "nothing today 0 imagine".
  if (before.kind === 'now' && number.value === 0) return 'plain';
  return isSaid ? 'doubtful' : 'unknown';
};

const fromBehind = (placed: PlacedNumber): Certainty => {
  const { number, before, behind } = placed;
  const isSaid = isScoreSaid(before) || before.kind === 'bare' || number.outOfTen;
  switch (behind.kind) {
    case 'counted':
      if (isOwnedBehindCommand(placed)) return 'plain';
      return number.outOfTen ? 'doubtful' : 'other';
    case 'range':
    case 'doubtful':
      return isSaid ? 'doubtful' : 'unknown';
    case 'maybe-counted':
      return beforeStranger(placed, isSaid);
    case 'note':
    case 'end':
      if (isSaid) return 'plain';
      return behind.now ? 'doubtful' : 'unknown';
  }
};

const namesPain = (text: ScoreText): boolean =>
  text.tokens.some((_, at) => text.startsAt(at, 'pain-named') !== undefined);

/**
 * Whether a number alone in front of a word that no lexicon knows may count it, so that it is asked about: "1 good dug",
 * "seven at the table". Nothing else in the text may speak of pain.
 */
const mayCountStranger = ({ text, number, before, behind }: PlacedNumber): boolean => {
  const next = text.tokens[number.to];
  const isBare = before.kind === 'bare' && behind.kind === 'note' && !number.outOfTen && (number.value ?? 0) % 1 === 0;
  if (!isBare || next?.kind !== 'word' || next.clause !== text.tokens[number.from]?.clause) return false;
  // "1 good dug left".
  const described = number.whole === 1 ? text.startsAt(number.to, 'describes') : undefined;
  if (described !== undefined && text.tokens[described]?.kind === 'word') return !namesPain(text);
  const { mentions, classed } = text.read;
  const isKnown = [...mentions, ...classed].some(
    ({ concept, from, to }) => from <= number.to && to > number.to && !isOfOneRule(concept),
  );
  // From five on what is counted is in the plural: "7 carted 40 sheets".
  if (number.from === 0 && (number.whole ?? 0) > mostCounted && !isPlural(next.text)) return false;
  return !isKnown && !namesPain(text);
};

const isInTheBack = ({ text, number }: PlacedNumber): boolean =>
  number.value !== null &&
  /^(?:in|en|dans|au|across|du)$/.test(text.tokens[number.to]?.text ?? '') &&
  [1, 2, 3].some((far) => text.startsAt(number.to + far, 'back-named') !== undefined);

const states =
  /^(?:at|in|on|while|when|walking|sitting|standing|lying|resting|moving|driving|au|a|en|dans|sur|assise?|debout|couchee?|allongee?|quand)$/;
/**
 * Whether another number of the text stands before the same kind of words. The text then tells two states, each with its
 * own number.
 */
const isSecondState = ({ text, number }: PlacedNumber): boolean =>
  number.value !== null &&
  states.test(text.tokens[number.to]?.text ?? '') &&
  text.numbers.some(
    (other) => other !== number && other.value !== null && states.test(text.tokens[other.to]?.text ?? ''),
  );

/** Where a pain that is denied would be named: behind "no", "aucune", "pas de". */
const painBehind = ({ text, number }: PlacedNumber): number => {
  const [next, second] = [text.tokens[number.to]?.text ?? '', text.tokens[number.to + 1]?.text ?? ''];
  if (!/^(?:aucune?|no|pas)$/.test(next)) return number.to;
  return /^(?:de|d)$/.test(second) ? number.to + 2 : number.to + 1;
};

const isOpen = ({ kind }: Before): boolean => kind === 'unknown' || kind === 'other';

/** Whether the number belongs to a list of counts: "2 kids, 1 back". */
const isOfAList = ({ text, number, before }: PlacedNumber): boolean =>
  number.whole === 1 &&
  before.kind === 'bare' &&
  !number.outOfTen &&
  (['back-named', 'pain-named', 'other-part'] as const).some((name) => text.startsAt(number.to, name) !== undefined) &&
  text.numbers.some(
    (other) => other !== number && text.longestFrom(other.to, ['unit', 'somebody', 'other-part']) !== undefined,
  );

interface CertaintyRule {
  /** Undefined: the rule says nothing here. */
  readonly of: (placed: PlacedNumber) => Certainty | undefined;
}

/** The rules in order. The first that says something decides. */
const rules: readonly CertaintyRule[] = [
  {
    // "0 pain", "zero pain" and "0 aucune douleur" are certain whatever stands before them.
    of: (placed) => {
      const { text, number, behind, situation } = placed;
      const isNone = number.value === 0 && text.startsAt(painBehind(placed), 'pain-named') !== undefined;
      if (!isNone || situation.isElsewhere) return undefined;
      return situation.doubt !== undefined || behind.kind === 'doubtful' ? 'doubtful' : 'plain';
    },
  },
  {
    // The number is measured, another day's, denied, or an end of the scale.
    of: ({ text, number, before, situation }) =>
      number.form === 'measured' ||
      (number.value === null && before.isOtherThing) ||
      explainsScale(text, number) ||
      situation.isElsewhere ||
      before.denied
        ? 'other'
        : undefined,
  },
  {
    // A range: "5-6".
    of: ({ number, before }) => {
      if (number.form !== 'range') return undefined;
      return isScoreSaid(before) || before.kind === 'bare' ? 'doubtful' : 'other';
    },
  },
  {
    // A change: "from 8 to 5".
    of: ({ text, number, before, behind }) =>
      before.kind === 'other' &&
      (!before.isLabel || text.isMark(number.to)) &&
      behind.kind === 'range' &&
      number.value !== null
        ? 'doubtful'
        : undefined,
  },
  {
    // The back is named right behind the number, which counts nothing: "j'ai 6 en bas du dos", "a 7 in my lower back".
    of: (placed) => {
      const { text, number, before, situation } = placed;
      const isHad = /^(?:ai|avais)$/.test(text.tokens[number.from - 1]?.text ?? '');
      if (!(isHad || before.hasArticle) || !isInTheBack(placed)) return undefined;
      return situation.doubt !== undefined || before.doubtful ? 'doubtful' : 'plain';
    },
  },
  {
    // A level that is held: "à 7 toute la semaine", "still at 6 doc".
    of: ({ text, number, before, behind, situation }) => {
      if (before.kind !== 'other') return undefined;
      return isHeld(text, number, situation) || isStillAt(text, number, behind, situation) ? 'plain' : undefined;
    },
  },
  {
    // The pain is the subject of the clause: "my back got me at 8".
    of: ({ text, number, before, behind, situation }) => {
      const isClear = isOpen(before) && !before.doubtful && situation.doubt === undefined;
      return isClear && isSaidOfPain(text, number, behind) ? 'plain' : undefined;
    },
  },
  {
    // The last number may be the score although a verb that counts stands before: "I slept 5, not slept three", "6 at work
    // 3 at home".
    of: (placed) => {
      const { number, before, behind } = placed;
      if (before.kind !== 'other' || !before.counts) return undefined;
      const isLast = behind.kind === 'end' && number.value !== null;
      return isLast || isSecondState(placed) ? 'unknown' : undefined;
    },
  },
  {
    // The words before it make something else of it, unless it is said of now.
    of: ({ number, before, behind }) => {
      if (before.kind !== 'other' || number.outOfTen) return undefined;
      return behind.now && behind.kind !== 'counted' && number.value !== null ? 'unknown' : 'other';
    },
  },
  {
    // It is said to be the number of something unknown.
    of: ({ number, before, behind }) => {
      const isOfUnknown = before.kind === 'unknown' && before.hasCopula;
      if (!isOfUnknown || !/^(?:end|note|doubtful|range)$/.test(behind.kind)) return undefined;
      return number.value === null ? 'other' : 'doubtful';
    },
  },
  {
    // A number beyond the scale may be half of a pair, or no score.
    of: ({ number, before, behind }) => {
      if (number.value !== null) return undefined;
      if (behind.kind === 'range' && before.kind !== 'unknown') return 'doubtful';
      return before.kind !== 'pain' && !number.outOfTen ? 'other' : undefined;
    },
  },
  {
    // A mark at school: "Achille a eu 8 sur 10 en dictée".
    of: ({ number, before }) => (before.kind === 'other' && before.counts && number.outOfTen ? 'doubtful' : undefined),
  },
];

/** How sure it is that a number is a score, from what stands around it. */
export const certaintyOf = (placed: PlacedNumber): Certainty => {
  for (const { of } of rules) {
    const certainty = of(placed);
    if (certainty !== undefined) return certainty;
  }
  const certainty = fromBehind(placed);
  if (certainty !== 'plain') return certainty;
  const { before, situation } = placed;
  return before.doubtful || situation.doubt !== undefined || mayCountStranger(placed) || isOfAList(placed)
    ? 'doubtful'
    : 'plain';
};
