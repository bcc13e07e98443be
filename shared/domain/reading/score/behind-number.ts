import { isRequest } from './is-request.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

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

const harmless: readonly WordClass[] = ['right-now', 'opening', 'pain-named', 'hedges'];
const telling: readonly WordClass[] = [
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
/** A time, a measure or a number beyond ten. */
const isNoScore = (number: NumberSpan): boolean =>
  number.value === null && (number.form === 'measured' || (number.whole ?? 0) > 10);

/** "3×45 s", "3 x 12": so many times so much. */
const isFactor = (text: ScoreText, at: number): boolean =>
  /^[x×*]$/.test(text.tokens[at]?.text ?? '') && text.tokens[at + 1]?.kind === 'number';

const rangeWords = new Set('or to then ou a puis and et maybe n pis rendu down now'.split(' '));

/** "8 to like a 3", "5 or 6": a second number behind a word that joins two, with at most two small words between. */
const joinsNumber = (text: ScoreText, at: number): boolean => {
  if (!rangeWords.has(text.tokens[at]?.text ?? '')) return false;
  let next = at + 1;
  for (let far = 0; far < 2 && text.numberAt(next) === undefined; far += 1) next = text.startsAt(next, 'link') ?? next;
  const joined = text.numberAt(next);
  return joined !== undefined && !isNoScore(joined);
};

/** "2 sups of tea": a word and "of" make a count, whatever the word; not "6 because of the rain". */
const beforeOf = new Set(
  'out because kind sort as instead ahead lack on short top full one some most all none outta cause'.split(' '),
);
const isCountOf = (text: ScoreText, at: number): boolean =>
  text.tokens[at]?.kind === 'word' && text.tokens[at + 1]?.text === 'of' && !beforeOf.has(text.tokens[at]?.text ?? '');

const apology = /^(?:sorry|pardon|dsl|desole|desolee|apologies)$/;

/** Words that end in s and are no plural. */
const noPlural = /(?:ss|ous|us|is|as|ais|ois|fois|ens|ens)$/;
const isPlural = (word: string): boolean => word.length > 3 && /[sx]$/.test(word) && !noPlural.test(word);
/** Walking, stretched, badly, painful, stiffness; but "sided", "family", "tablet". */
const looksLikeNote = (word: string): boolean =>
  word.length > 4 &&
  /(?:ing|ed|ly|ful|ness|ant|ment|ish)$/.test(word) &&
  !/^(?:sided|family|belly|evening|tablet|plant|implant|ligament|apartment|appointment|treatment|swelling|stretching|shilling|wedding|meeting)$/.test(
    word,
  );
const countable =
  /[\u{1F48A}\u{1F489}\u{1FA79}\u{1F37A}-\u{1F37E}\u{1F377}\u{1F943}\u2615\u{1F375}\u{1F6B6}\u{1F3C3}\u{1F95B}\u{1F36A}\u{1F4A7}\u23F0\u231A\u{1F550}-\u{1F567}]/u;

const isCountableSign = (text: ScoreText, at: number): boolean => {
  const token = text.tokens[at];
  if (token?.text !== '¤') return false;
  const { original, normalised } = text.read;
  return countable.test(String.fromCodePoint(original.codePointAt(normalised.at[token.start] ?? 0) ?? 0));
};

/** "Pain 2 bad to sleep", "pain 2 much": the figure stands for the word. */
const isToo = (text: ScoreText, number: NumberSpan): boolean => {
  const [next, afterNext] = [text.tokens[number.to]?.text ?? '', text.tokens[number.to + 1]?.text ?? ''];
  if (text.tokens[number.from]?.text !== '2' || number.outOfTen) return false;
  return /^(?:much|many)$/.test(next) || (afterNext === 'to' && text.startsAt(number.to, 'describes') !== undefined);
};

/** PAIN 4 morning: when it was, in the singular. */
const dayParts = new Set('morning evening afternoon matin soir midi aprem'.split(' '));

/** "2 bad knees", "1 bad knee", "6 long hours": what the adjectives lead to. */
const described = (text: ScoreText, from: number, number: NumberSpan, parted: boolean): Behind['kind'] => {
  let at = from;
  for (let to = text.startsAt(at, 'describes'); to !== undefined; to = text.startsAt(at, 'describes')) at = to;
  const head = text.tokens[at];
  if (parted || head?.kind !== 'word' || text.isLineStart(at)) return 'note';
  const isUnit = text.startsAt(at, 'unit') !== undefined;
  const isOpener =
    text.startsAt(at, 'opener') !== undefined && !(number.whole === 1 && text.startsAt(at, 'other-part') !== undefined);
  if (isPlural(head.text) && (isUnit || !isOpener)) return 'counted';
  if (
    number.whole === 1 &&
    !number.outOfTen &&
    !isOpener &&
    text.startsAt(at, 'opening') === undefined &&
    !looksLikeNote(head.text)
  )
    return 'counted';
  return isUnit && isPlural(head.text) ? 'counted' : 'note';
};

/** "6, for my wife", "6 (my wife)"; but "6 my dog pulled me" tells why it hurts. */
export const isForSomebody = (text: ScoreText, at: number): boolean => {
  const to = text.startsAt(at, 'for-somebody');
  if (to === undefined) return false;
  return /^(?:for|pour|according|de)$/.test(text.tokens[at]?.text ?? '') || text.tokens[to]?.kind !== 'word';
};

/** Reads from a number to the right until something tells what it is. `named`: the pain by name stands right before it. */
export const readBehind = (text: ScoreText, number: NumberSpan, named: boolean): Behind => {
  let now = false;
  let parted = false;
  let greeted = false;
  let at = number.to;
  const end = (kind: Behind['kind']): Behind => ({ kind, now });
  const first = text.tokens[at];
  if (first !== undefined && first.start === text.tokens[number.to - 1]?.end) {
    const opens = text.tokens
      .slice(Math.max(0, number.from - 12), number.from)
      .some((token) => token.text === first.text);
    if (/^['"]$/.test(first.text) && !opens) return end('counted');
    if (first.text === '+' || first.text === '^') return end('doubtful');
  }
  for (let steps = 0; steps < 24; steps += 1) {
    const token = text.tokens[at];
    if (token === undefined) return end('end');
    if (steps === 0 && isCountableSign(text, at)) return end('counted');
    if (text.isLineStart(at)) parted = true;
    if (steps === 0 && (isFactor(text, at) || isCountOf(text, at))) return end('counted');
    if (text.isMark(at)) {
      if (token.text === '?' && (steps === 0 || !parted) && !isRequest(text, number)) return end('doubtful');
      if (/^[%°$€£]$/.test(token.text) && !parted) return end('counted');
      if (/^[-/~]$/.test(token.text) && text.tokens[at + 1]?.kind === 'number' && !parted) return end('range');
      parted = parted || token.text !== '¤';
      at += 1;
      continue;
    }
    const next = text.numberAt(at);
    // "2 this evening 21h15": a time of day behind other words is no second score.
    if (next !== undefined) return end(parted || (steps > 0 && isNoScore(next)) ? 'note' : 'range');
    if (joinsNumber(text, at)) return end(parted ? 'note' : 'range');
    // "6 mood 4": what follows has its own number.
    if (steps === 0 && !isPlural(token.text) && text.startsAt(at, 'other-measure') !== undefined) return end('note');
    // "6 sorry" may take it back, "6 sorry for the delay" does not.
    const isCourtesy =
      apology.test(token.text) && /^(?:for|about|pour|du|les|le|im|i)$/.test(text.tokens[at + 1]?.text ?? '');
    if (isCourtesy && !text.numbers.some((other) => other.from > number.from)) {
      at += 1;
      greeted = true;
      continue;
    }
    const name = text.longestFrom(at, telling);
    const note = now || parted || greeted;
    if (steps === 0 && isToo(text, number)) return end('doubtful');
    // "5 a.m." is cut at its points.
    if (/^[ap]$/.test(token.text) && text.tokens[at + 1]?.text === '.' && text.tokens[at + 2]?.text === 'm')
      return end('counted');
    if (text.tokens[name?.to ?? at + 1]?.text === ':') return end('note');
    if (name === undefined) {
      if (note || looksLikeNote(token.text)) return end('note');
      return end(isPlural(token.text) ? 'counted' : 'maybe-counted');
    }
    // "2 weeks ago".
    if (steps === 0 && name.name === 'other-day' && text.startsAt(at, 'unit') !== undefined) return end('counted');
    if (name.name === 'right-now') now = true;
    // "3 good days" is no "good day".
    if (
      steps === 0 &&
      name.to === at + 2 &&
      /^(?:days|nights|mornings|evenings|jours|nuits|journees)$/.test(text.tokens[at + 1]?.text ?? '')
    )
      return end('counted');
    if (harmless.includes(name.name)) {
      greeted = greeted || name.name === 'opening';
      at = name.to;
      continue;
    }
    // "4 leg": of the leg, or four of them.
    if (steps === 0 && !named && number.from === 0 && number.to === 1 && text.startsAt(at, 'other-part') !== undefined)
      return end('doubtful');
    if (name.name === 'unit') {
      if (note || dayParts.has(token.text)) return end('note');
      return end('counted');
    }
    if (name.name === 'more-or-less') {
      const next = text.tokens[name.to];
      return end(
        note || (next?.kind === 'word' && !text.isLineStart(name.to) && next.text !== 'than') ? 'note' : 'doubtful',
      );
    }
    if (name.name === 'describes') return end(described(text, at, number, note));
    if (/^(?:no|nope|not|non|nan)$/.test(token.text) && text.tokens[at + 1] === undefined) return end('doubtful');
    if (name.name === 'opener' && !note && number.whole === 1 && text.startsAt(at, 'other-part') !== undefined)
      return end('counted');
    if (name.name === 'opener' || name.name === 'yesterday' || name.name === 'other-day') return end('note');
    // "6, better": behind a sign these begin a note, but a guess or a "sorry" is said of the number all the same.
    if (parted && name.name === 'behind-bounds')
      return end(
        /^(?:more|less|better|worse|lower|higher|was|is|it|before|moins|plus|pire|mieux|est|etait|then|puis)$/.test(
          token.text,
        )
          ? 'note'
          : 'doubtful',
      );
    if (parted && name.name === 'conditional') return end('note');
    if (parted && text.startsAt(at, 'opening') !== undefined) {
      at = name.to;
      continue;
    }
    if (name.name === 'for-somebody' && !isForSomebody(text, at)) return end('note');
    // PAIN 5 when I stand up: the command leaves no doubt that it is meant to be kept.
    if (named && name.name === 'conditional' && /^(?:when|quand|lorsque)$/.test(token.text)) return end('note');
    return end('doubtful');
  }
  return end('note');
};
