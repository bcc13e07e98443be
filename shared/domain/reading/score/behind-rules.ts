import type { Before } from './before.ts';
import { isCountedByForm, isNoScore, isPlural } from './counted-thing.ts';
import { isRequest } from './is-request.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { anchors, type WordClass } from './word-class.ts';

/** What stands behind a number, and what it makes of it. */
export interface Behind {
  /**
   * `end`: nothing that changes it. `note`: the person's remark begins. `counted`: what it counts or measures.
   * `maybe-counted`: a word that may be what it counts. `doubtful`: a guess, a limit, a condition. `range`: a second number.
   */
  readonly kind: 'end' | 'note' | 'counted' | 'maybe-counted' | 'doubtful' | 'range';
  /** It says that the number is of today or now. */
  readonly now: boolean;
}

export const telling: readonly WordClass[] = [
  'takes-back',
  'for-somebody',
  'behind-bounds',
  'conditional',
  'more-or-less',
  'in-doubt',
  'unit',
  'yesterday',
  'other-day',
  'right-now',
  'opening',
  'opener',
  'describes',
  'pain-named',
  'hedges',
];

/** What is read, and what was passed on the way to it. */
export interface View {
  readonly text: ScoreText;
  readonly number: NumberSpan;
  readonly before: Before;
  /** The token that is looked at, and its words. */
  readonly at: number;
  readonly word: string;
  readonly next: string;
  /** The longest telling words that begin there. */
  readonly name: { readonly name: WordClass; readonly to: number } | undefined;
  readonly isFirst: boolean;
  /** "Today", a sign, a greeting stood between. */
  readonly now: boolean;
  readonly parted: boolean;
  readonly greeted: boolean;
}

export interface Rule {
  /** `pass`: read on behind it. Undefined: it says nothing here. */
  readonly read: (view: View) => Behind['kind'] | 'pass' | undefined;
}

const rangeWords = new Set('or to then ou a puis and et maybe n pis rendu down now'.split(' '));

/** "8 to like a 3", "5 or 6": a second number behind a word that joins two, with at most two small words between. */
const joinsNumber = (text: ScoreText, at: number): boolean => {
  if (!rangeWords.has(text.tokens[at]?.text ?? '')) return false;
  let next = at + 1;
  for (let far = 0; far < 2 && text.numberAt(next) === undefined; far += 1) next = text.startsAt(next, 'link') ?? next;
  const joined = text.numberAt(next);
  return joined !== undefined && !isNoScore(joined);
};

const apology = /^(?:sorry|pardon|dsl|desole|desolee|apologies)$/;
const takesBack = /^(?:no|non|nan|not|wrong|i|meant|it|its|make|je|c|plutot|typo)$/;

/** "6 sorry" may take it back, "6 sorry for the delay", "8 dsl jsuis en speed" do not. */
export const isCourtesy = ({ text, number, at, word, next, now }: View): boolean => {
  if (!apology.test(word) || text.numbers.some((other) => other.from > number.from)) return false;
  if (/^(?:for|about|pour|du|les|le|im|i|je)$/.test(next)) return text.startsAt(at + 1, 'fixes') === undefined;
  const follows = text.tokens[at + 1];
  return (
    (now && follows === undefined) || (follows?.kind === 'word' && follows.text.length > 3 && !takesBack.test(next))
  );
};

/** "Pain 2 bad to sleep", "pain 2 much": the figure stands for the word. */
const isToo = ({ text, number }: View): boolean => {
  const [next, afterNext] = [text.tokens[number.to]?.text ?? '', text.tokens[number.to + 1]?.text ?? ''];
  if (text.tokens[number.from]?.text !== '2' || number.outOfTen) return false;
  return /^(?:much|many)$/.test(next) || (afterNext === 'to' && text.startsAt(number.to, 'describes') !== undefined);
};

const ofTimeOrWay = /^(?:h|hrs?|hours?|mins?|minutes?|mn|heures?|km|kms|miles?)$/;

/** Nobody has more than two of these. */
const paired =
  /^(?:knees?|legs?|hips?|shoulders?|arms?|ankles?|hands?|genoux?|jambes?|hanches?|epaules?|pieds?|bras|chevilles?|mains?)$/;

const beforePlural =
  /^(?:bons|bonnes|grands|grandes|petits|petites|gros|grosses|beaux|belles|longs|longues|big|large|point)$/;
/** "Trois petits points de douleur", "5 gros doigts". */
const ofNumber = /^(?:points|doigts|pouces|fingers|thumbs|mercis|bisous|kisses|hugs|thanks)$/;
const spokenToMany = /^(?:lads|girls|guys|boys|ladies|folks|fellas|gentlemen|filles|garcons|gars|messieurs|dames)$/;

/** As many as are taken at a time. */
const mostTaken = 4;
const medicines =
  /^(?:tablets?|pills?|tabs?|meds?|medications?|medicines?|tramadol|codeine|morphine|ibuprofen|paracetamol|naproxen|gabapentin|pregabalin|cachets?|comprimes?|medocs?|medicaments?|gelules?|doliprane|dafalgan|ibuprofene|gouttes?|traitement|doses?|drops|patche?s?)$/;
const doseTimes =
  /^(?:le (?:matin|soir|midi)|au (?:coucher|lever)|a midi|in (?:the )?(?:morning|evening)|at (?:night|bedtime|noon|lunch)|each (?:morning|evening|night)|chaque (?:matin|soir))\b/;
/** Medicines are named before the number, and a time to take them stands behind it. */
const isDoseTime = (text: ScoreText, at: number, { from }: NumberSpan): boolean => {
  const words = text.tokens.slice(at, at + 3).map((token) => token.text);
  return doseTimes.test(words.join(' ')) && text.tokens.slice(0, from).some((token) => medicines.test(token.text));
};

/** Before any word is looked up. */
export const signs: readonly Rule[] = [
  {
    // 2 💊, 3 x 12, 2 cups of.
    read: ({ text, at, isFirst }) => (isFirst && isCountedByForm(text, at) ? 'counted' : undefined),
  },
  {
    // 3 bons mètres, trois grands verres, 3 point turns: an adjective, or half of a thing's name, and the plural.
    read: ({ before, word, next, isFirst }) =>
      isFirst && before.kind !== 'pain' && beforePlural.test(word) && isPlural(next) && !ofNumber.test(next)
        ? 'counted'
        : undefined,
  },
  {
    // Three lads jumped up: so many of them, or a score and who is spoken to.
    read: ({ before, word, isFirst }) =>
      isFirst && !before.isNamed && before.kind !== 'pain' && spokenToMany.test(word) ? 'doubtful' : undefined,
  },
  {
    // Two le matin, one in the morning one at night, of tablets.
    read: ({ text, number, before, at, isFirst }) =>
      isFirst &&
      before.kind !== 'pain' &&
      !before.isNamed &&
      (number.whole ?? mostTaken + 1) <= mostTaken &&
      isDoseTime(text, at, number)
        ? 'counted'
        : undefined,
  },
  {
    // AM 3 PM 6.
    read: ({ text, number, at, word, isFirst }) =>
      isFirst &&
      /^[ap]m$/.test(text.tokens[number.from - 1]?.text ?? '') &&
      /^[ap]m$/.test(text.isMark(at) ? (text.tokens[at + 1]?.text ?? '') : word)
        ? 'range'
        : undefined,
  },
  {
    // A question mark, a unit’s sign, a dash to a second number; other signs part.
    read: ({ text, number, at, word, next, isFirst, parted }) => {
      if (!text.isMark(at)) return undefined;
      if (word === '?' && (isFirst || !parted) && !isRequest(text, number)) return 'doubtful';
      if (/^[%°$€£]$/.test(word) && !parted) return 'counted';
      // "3/semaine".
      if (word === '/' && isFirst && text.startsAt(at + 1, 'unit') !== undefined) return 'counted';
      // "5 - 30 mins on the treadmill".
      const joined = text.numberAt(at + 1);
      const isMeasure = joined !== undefined && isNoScore(joined) && text.startsAt(joined.to, 'unit') !== undefined;
      return /^[-/~]$/.test(word) && text.tokens[at + 1]?.kind === 'number' && next !== '' && !parted && !isMeasure
        ? 'range'
        : 'pass';
    },
  },
  {
    // A second number; a time of day behind other words is none.
    read: ({ text, number, before, at, word, isFirst, parted }) => {
      const second = text.numberAt(at);
      // "Pain 7 3 hours on the motorway".
      if (second !== undefined && before.kind === 'pain' && ofTimeOrWay.test(text.tokens[second.to]?.text ?? ''))
        return 'note';
      // "8 8 did you hear" says it twice, or 8.8: asked about.
      if (second !== undefined && !parted && isFirst && second.value !== null && second.value === number.value)
        return 'doubtful';
      // "6 L5": where, not how much; "pain is two, yes two" says it again.
      if (second?.form === 'measured' && /^[clst]\d/.test(word)) return 'note';
      if (second !== undefined && !isFirst && second.value !== null && second.value === number.value) return 'note';
      if (second !== undefined) return parted || (!isFirst && isNoScore(second)) ? 'note' : 'range';
      return joinsNumber(text, at) ? (parted ? 'note' : 'range') : undefined;
    },
  },
  {
    // Back 5 knees don't ask.
    read: ({ number, before, word, isFirst }) =>
      isFirst && paired.test(word) && before.isNamed && (number.whole ?? 0) > 2 ? 'note' : undefined,
  },
  {
    // 6 mood 4: what follows has its own number.
    read: ({ text, at, word, isFirst }) =>
      isFirst && !isPlural(word) && text.startsAt(at, 'other-measure') !== undefined ? 'note' : undefined,
  },
  // 2 bad to sleep.
  { read: (view) => (view.isFirst && isToo(view) ? 'doubtful' : undefined) },
  {
    // 5 a.m. is cut at its points.
    read: ({ text, at, word, next }) =>
      /^[ap]$/.test(word) && next === '.' && text.tokens[at + 2]?.text === 'm' ? 'counted' : undefined,
  },
  {
    // 4 sleeps till, 3 more to go, deux à la fois: counted down, or so many each time.
    read: ({ text, at, word, next, isFirst }) => {
      if (!isFirst || text.isMark(at)) return undefined;
      const third = text.tokens[at + 2]?.text ?? '';
      if (/^(?:at a time|a la fois|by two)$/.test(`${word} ${next} ${third}`)) return 'counted';
      const isDown = /^(?:till?|until|til|to go|left to)/.test(`${next} ${third}`);
      return isDown && isPlural(word) && text.longestFrom(at, anchors) === undefined ? 'counted' : undefined;
    },
  },
  {
    // The 5 mark, a 9 easy, at 6 level.
    read: ({ word, isFirst }) => (isFirst && /^(?:mark|easy|facile|level)$/.test(word) ? 'pass' : undefined),
  },
  {
    // 6 x: a kiss ends the text; exercises are done 6 x.
    read: ({ text, before, at, word, isFirst }) =>
      isFirst &&
      word === 'x' &&
      text.tokens[at + 1] === undefined &&
      /^(?:pain|said|now|bare|unknown)$/.test(before.kind)
        ? 'pass'
        : undefined,
  },
  {
    // Pain is 5 points.
    read: ({ before, word, isFirst }) =>
      isFirst && /^points?$/.test(word) && (before.kind === 'pain' || before.isNamed) ? 'pass' : undefined,
  },
  {
    // 10 j. are days.
    read: ({ text, at, word, isFirst }) => {
      const next = text.tokens[at + 1];
      return isFirst && word === 'j' && (next === undefined || next.kind === 'mark') ? 'counted' : undefined;
    },
  },
  {
    // 9 de colère: so much of something that is not the pain.
    read: ({ text, at, word, isFirst }) =>
      isFirst &&
      /^(?:de|d)$/.test(word) &&
      text.tokens[at + 1]?.kind === 'word' &&
      text.longestFrom(at + 1, [...anchors, 'right-now', 'link', 'time-before', 'opener', 'yesterday']) === undefined
        ? 'doubtful'
        : undefined,
  },
  {
    // 6 legs: 3 names what the next number is of.
    read: ({ text, at, name }) => (text.tokens[name?.to ?? at + 1]?.text === ':' ? 'note' : undefined),
  },
];
