import type { Before } from './before.ts';
import { isCountedByForm, isNoScore, isPlural } from './counted-thing.ts';
import { isRequest } from './is-request.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { anchors, type WordClass } from './word-class.ts';

/** What stands behind a number, and what that makes of it. */
export interface Behind {
  /**
   * `end`: nothing there changes the number. `note`: a remark begins. `counted`: the number counts or measures this.
   * `maybe-counted`: a word that the number may count. `doubtful`: a guess, a limit or a condition. `range`: a second
   * number.
   */
  readonly kind: 'end' | 'note' | 'counted' | 'maybe-counted' | 'doubtful' | 'range';
  /** Words there say that the number is of today or now. */
  readonly now: boolean;
}

/** The word classes that tell something of the number before them. */
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

/** The place behind a number that is read now, and what was passed on the way there. */
export interface View {
  readonly text: ScoreText;
  readonly number: NumberSpan;
  readonly before: Before;
  /** The token that is read now, with its word and the next one. */
  readonly at: number;
  readonly word: string;
  readonly next: string;
  /** The longest words of a telling class that begin there. */
  readonly name: { readonly name: WordClass; readonly to: number } | undefined;
  readonly isFirst: boolean;
  /** "Today", a sign or a greeting stood between the number and this place. */
  readonly now: boolean;
  readonly parted: boolean;
  readonly greeted: boolean;
}

/** A rule about what stands at one place behind a number. */
export interface Rule {
  /** `pass`: read on behind it. Undefined: the rule says nothing here. */
  readonly read: (view: View) => Behind['kind'] | 'pass' | undefined;
}

const rangeWords = new Set('or to then ou a puis and et maybe n pis rendu down now'.split(' '));

/** Whether a word here joins a second number, with at most two small words between: "8 to like a 3", "5 or 6". */
const joinsNumber = (text: ScoreText, at: number): boolean => {
  if (!rangeWords.has(text.tokens[at]?.text ?? '')) return false;
  let next = at + 1;
  for (let far = 0; far < 2 && text.numberAt(next) === undefined; far += 1) next = text.startsAt(next, 'link') ?? next;
  const joined = text.numberAt(next);
  return joined !== undefined && !isNoScore(joined);
};

const apology = /^(?:sorry|pardon|dsl|desole|desolee|apologies)$/;
const takesBack = /^(?:no|non|nan|not|wrong|i|meant|it|its|make|je|c|plutot|typo)$/;

/**
 * Whether an apology behind the number is a courtesy. "6 sorry" may take the number back, "6 sorry for the delay" and "8
 * dsl jsuis en speed" do not.
 */
export const isCourtesy = ({ text, number, at, word, next, now }: View): boolean => {
  if (!apology.test(word) || text.numbers.some((other) => other.from > number.from)) return false;
  if (/^(?:for|about|pour|du|les|le|im|i|je)$/.test(next)) return text.startsAt(at + 1, 'fixes') === undefined;
  const follows = text.tokens[at + 1];
  return (
    (now && follows === undefined) || (follows?.kind === 'word' && follows.text.length > 3 && !takesBack.test(next))
  );
};

/** Whether the figure 2 stands for the word "too": "pain 2 bad to sleep", "pain 2 much". */
const isToo = ({ text, number }: View): boolean => {
  const [next, afterNext] = [text.tokens[number.to]?.text ?? '', text.tokens[number.to + 1]?.text ?? ''];
  if (text.tokens[number.from]?.text !== '2' || number.outOfTen) return false;
  return /^(?:much|many)$/.test(next) || (afterNext === 'to' && text.startsAt(number.to, 'describes') !== undefined);
};

const ofTimeOrWay = /^(?:h|hrs?|hours?|mins?|minutes?|mn|heures?|km|kms|miles?)$/;

/** Parts of the body of which nobody has more than two. */
const paired =
  /^(?:knees?|legs?|hips?|shoulders?|arms?|ankles?|hands?|genoux?|jambes?|hanches?|epaules?|pieds?|bras|chevilles?|mains?)$/;

const beforePlural =
  /^(?:bons|bonnes|grands|grandes|petits|petites|gros|grosses|beaux|belles|longs|longues|big|large|point)$/;
/** Plurals that are no count behind an adjective: "trois petits points de douleur", "5 gros doigts". */
const ofNumber = /^(?:points|doigts|pouces|fingers|thumbs|mercis|bisous|kisses|hugs|thanks)$/;

/** At most this many tablets are taken at a time. */
const mostTaken = 4;
const doseTimes =
  /^(?:le (?:matin|soir|midi)|au (?:coucher|lever)|a midi|in (?:the )?(?:morning|evening)|at (?:night|bedtime|noon|lunch)|each (?:morning|evening|night)|chaque (?:matin|soir))\b/;
/** Whether a number counts tablets: the medicine is named before it, and a time to take it stands behind it. */
const isDoseTime = (text: ScoreText, at: number, { from }: NumberSpan): boolean => {
  const words = text.tokens.slice(at, at + 3).map((token) => token.text);
  return (
    doseTimes.test(words.join(' ')) &&
    text.tokens.slice(0, from).some((_, at) => text.startsAt(at, 'medicine') !== undefined)
  );
};

const isOrWas = /^(?:is|was|were|est|etait|fait|faisait)$/;
const owned = /^(?:my|the|mon|ma|mes|le|la|les|that|this|c|ca|ce)$/;
/** Whether the measure that the number is of stands behind it: "8 my sugar was", "7 is my heart rate", "6 c'était ma glycémie". */
const isMeasureBehind = ({ text, at }: View): boolean => {
  const word = (place: number): string => text.tokens[place]?.text ?? '';
  let place = at;
  let isTold = false;
  for (let small = 0; small < 4 && (owned.test(word(place)) || isOrWas.test(word(place))); small += 1) {
    isTold ||= isOrWas.test(word(place));
    place += 1;
  }
  const end = place > at ? text.startsAt(place, 'other-measure') : undefined;
  if (end === undefined) return false;
  // "6 my blood pressure is fine" gives a score and a remark: the measure itself must be what the number is.
  const isLast = (after: number): boolean => text.tokens[after] === undefined || text.isMark(after);
  return isTold ? isLast(end) : isOrWas.test(word(end)) && isLast(end + 1);
};

/** Verbs by which points are won; a pain is one in none of their games. */
const wins =
  /^(?:scored?|scoring|gets?|got|gotten|hit|made|rolled|threw|thrown|won|shot|had|fait|faire|eu|marque|marquer|obtenu|tire|lance|gagne)$/;
const article = /^(?:an?|un|une)$/;
/** Whether a number was won in a game or a test: "scored a 9 at darts", "j'ai fait 8 à la pétanque". */
const isWon = ({ text, number, at }: View): boolean => {
  const before = (far: number): string => text.tokens[number.from - far]?.text ?? '';
  const verb = article.test(before(1)) ? before(2) : before(1);
  return wins.test(verb) && text.startsAt(at, 'game') !== undefined;
};

/** Rules that look at signs, numbers and forms, before any word is looked up. */
export const signs: readonly Rule[] = [
  {
    // A count by its form: "2 💊", "3 x 12", "2 cups of".
    read: ({ text, at, isFirst }) => (isFirst && isCountedByForm(text, at) ? 'counted' : undefined),
  },
  {
    // An adjective, or half of a thing's name, before a plural: "3 bons mètres", "trois grands verres", "3 point turns".
    read: ({ before, word, next, isFirst }) =>
      isFirst && before.kind !== 'pain' && beforePlural.test(word) && isPlural(next) && !ofNumber.test(next)
        ? 'counted'
        : undefined,
  },
  {
    // "Three lads jumped up" counts them, or gives a score and speaks to them.
    read: ({ text, before, at, isFirst }) =>
      isFirst && !before.isNamed && before.kind !== 'pain' && text.startsAt(at, 'spoken-to-many') !== undefined
        ? 'doubtful'
        : undefined,
  },
  {
    // A measure told the other way round.
    read: (view) => (view.isFirst && view.before.kind !== 'pain' && isMeasureBehind(view) ? 'doubtful' : undefined),
  },
  {
    // Points: "scored a 9 at darts".
    read: (view) => (view.isFirst && isWon(view) ? 'doubtful' : undefined),
  },
  {
    // Tablets by times of day: "two le matin", "one in the morning one at night".
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
    // Two numbers by halves of the day: "AM 3 PM 6".
    read: ({ text, number, at, word, isFirst }) =>
      isFirst &&
      /^[ap]m$/.test(text.tokens[number.from - 1]?.text ?? '') &&
      /^[ap]m$/.test(text.isMark(at) ? (text.tokens[at + 1]?.text ?? '') : word)
        ? 'range'
        : undefined,
  },
  {
    // A question mark, a unit's sign, or a dash to a second number. Other signs only part.
    read: ({ text, number, at, word, next, isFirst, parted }) => {
      if (!text.isMark(at)) return undefined;
      if (word === '?' && (isFirst || !parted) && !isRequest(text, number)) return 'doubtful';
      if (/^[%°$€£]$/.test(word) && !parted) return 'counted';
      // A rate: "3/semaine".
      if (word === '/' && isFirst && text.startsAt(at + 1, 'unit') !== undefined) return 'counted';
      // The second number is a measure: "5 - 30 mins on the treadmill".
      const joined = text.numberAt(at + 1);
      const isMeasure = joined !== undefined && isNoScore(joined) && text.startsAt(joined.to, 'unit') !== undefined;
      return /^[-/~]$/.test(word) && text.tokens[at + 1]?.kind === 'number' && next !== '' && !parted && !isMeasure
        ? 'range'
        : 'pass';
    },
  },
  {
    // A second number. A time of day behind other words is none.
    read: ({ text, number, before, at, word, isFirst, parted }) => {
      const second = text.numberAt(at);
      // "Pain 7 3 hours on the motorway" goes on with a measure.
      if (second !== undefined && before.kind === 'pain' && ofTimeOrWay.test(text.tokens[second.to]?.text ?? ''))
        return 'note';
      // "8 8 did you hear" gives the number twice, or 8.8, so it is asked about.
      if (second !== undefined && !parted && isFirst && second.value !== null && second.value === number.value)
        return 'doubtful';
      // "6 L5" says where it hurts; "pain is two, yes two" repeats the number.
      if (second?.form === 'measured' && /^[clst]\d/.test(word)) return 'note';
      if (second !== undefined && !isFirst && second.value !== null && second.value === number.value) return 'note';
      if (second !== undefined) return parted || (!isFirst && isNoScore(second)) ? 'note' : 'range';
      if (!joinsNumber(text, at)) return undefined;
      return parted ? 'note' : 'range';
    },
  },
  {
    // "Back 5 knees don't ask" goes on with another part of the body.
    read: ({ number, before, word, isFirst }) =>
      isFirst && paired.test(word) && before.isNamed && (number.whole ?? 0) > 2 ? 'note' : undefined,
  },
  {
    // "6 mood 4": the word behind has its own number.
    read: ({ text, at, word, isFirst }) =>
      isFirst && !isPlural(word) && text.startsAt(at, 'other-measure') !== undefined ? 'note' : undefined,
  },
  // "2 bad to sleep".
  { read: (view) => (view.isFirst && isToo(view) ? 'doubtful' : undefined) },
  {
    // "5 a.m." is cut at its points.
    read: ({ text, at, word, next }) =>
      /^[ap]$/.test(word) && next === '.' && text.tokens[at + 2]?.text === 'm' ? 'counted' : undefined,
  },
  {
    // Something is counted down, or so many each time: "4 sleeps till", "3 more to go", "deux à la fois".
    read: ({ text, at, word, next, isFirst }) => {
      if (!isFirst || text.isMark(at)) return undefined;
      const third = text.tokens[at + 2]?.text ?? '';
      if (/^(?:at a time|a la fois|by two)$/.test(`${word} ${next} ${third}`)) return 'counted';
      const isDown = /^(?:till?|until|til|to go|left to)/.test(`${next} ${third}`);
      return isDown && isPlural(word) && text.longestFrom(at, anchors) === undefined ? 'counted' : undefined;
    },
  },
  {
    // Words that belong to the number: "the 5 mark", "a 9 easy", "at 6 level".
    read: ({ word, isFirst }) => (isFirst && /^(?:mark|easy|facile|level)$/.test(word) ? 'pass' : undefined),
  },
  {
    // In "6 x" a kiss ends the text; elsewhere exercises are done 6 x.
    read: ({ text, before, at, word, isFirst }) =>
      isFirst &&
      word === 'x' &&
      text.tokens[at + 1] === undefined &&
      /^(?:pain|said|now|bare|unknown)$/.test(before.kind)
        ? 'pass'
        : undefined,
  },
  {
    // "Pain is 5 points".
    read: ({ before, word, isFirst }) =>
      isFirst && /^points?$/.test(word) && (before.kind === 'pain' || before.isNamed) ? 'pass' : undefined,
  },
  {
    // "10 j." counts days.
    read: ({ text, at, word, isFirst }) => {
      const next = text.tokens[at + 1];
      return isFirst && word === 'j' && (next === undefined || next.kind === 'mark') ? 'counted' : undefined;
    },
  },
  {
    // "9 de colère" is so much of something else than pain.
    read: ({ text, at, word, isFirst }) =>
      isFirst &&
      /^(?:de|d)$/.test(word) &&
      text.tokens[at + 1]?.kind === 'word' &&
      text.longestFrom(at + 1, [...anchors, 'right-now', 'link', 'time-before', 'opener', 'yesterday']) === undefined
        ? 'doubtful'
        : undefined,
  },
  {
    // In "6 legs: 3" the word belongs to the next number.
    read: ({ text, at, name }) => (text.tokens[name?.to ?? at + 1]?.text === ':' ? 'note' : undefined),
  },
];
