import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** What stands before a number, and what it makes of it. */
export interface Before {
  /**
   * `pain`: the pain is named right before it. `said`: other words that announce a score. `now`: today or now.
   * `bare`: a clause begins with it. `unknown`: other words. `other`: it is a time, a count, a name's number.
   */
  readonly kind: 'pain' | 'said' | 'now' | 'bare' | 'unknown' | 'other';
  /** The first token of all that says "this is the score". */
  readonly from: number;
  /** Something there says that the number is not sure, a limit, or of another part of the body. */
  readonly doubtful: boolean;
  /** The number is said not to be meant: "not 6". */
  readonly denied: boolean;
  /** "Was": needs to hear when. */
  readonly isPast: boolean;
  /** The back or the pain is named there. */
  readonly isNamed: boolean;
  /** "Is" or "went down to" stands there, said of something that is not known. */
  readonly hasCopula: boolean;
  /** A verb stands there that counts: "slept", "took". */
  readonly counts: boolean;
  /** "A 6": nothing but a score, a mark or a measure with its unit is said with an article. */
  readonly hasArticle: boolean;
  /** What stands there names another thing than pain, which has a number of its own: "mood 8". */
  readonly isOtherThing: boolean;
}

/** As far as the words that belong to a number reach, tokens. */
const farthest = 14;

const anchors: readonly WordClass[] = ['pain-named', 'back-named', 'score-named', 'says-score'];
const passed: readonly WordClass[] = ['link', 'opening', 'hedges'];
const told: readonly WordClass[] = ['in-doubt', 'bound', 'denied', 'other-part', 'other-measure'];
const claims: readonly WordClass[] = ['label', 'time-before', 'counts-before'];
const everything: readonly WordClass[] = [
  ...anchors,
  'copula',
  'clause-start',
  'right-now',
  ...told,
  'yesterday',
  'fixes',
  ...claims,
  ...passed,
];

/** Small words that make a time, a place or a goal of a number, unless a pain stands before them: "at 6", "à 6", "for 6". */
const prepositions = new Set([
  'at',
  'to',
  'of',
  'for',
  'on',
  'in',
  'from',
  'by',
  'de',
  'd',
  'du',
  'au',
  'en',
  'sur',
  'pour',
  'le',
  'les',
  'la',
  'vers',
  'par',
  'with',
  'my',
  'the',
  'dans',
  'mes',
  'nos',
]);
/** Marks that may stand between "pain" and its number. */
const joining = new Set([':', '=', '-', '>', ',', '.', '(', '"', '*', '¤', '…', "'", '/', '–']);
const currency = new Set(['$', '£', '€', '#', '≠', '^', '<', '±', '@', '°']);

/** "À 6" is a time of day; "a 6" is a score, but behind French words it is an "à" without its accent. */
const saysWhen = (text: ScoreText, at: number, number: NumberSpan): boolean => {
  const token = text.tokens[at];
  if (token?.text !== 'a' || number.outOfTen) return false;
  const { original, normalised } = text.read;
  const typed = original.slice(normalised.at[token.start], normalised.at[token.end]).normalize('NFC');
  if (/[àÀ]/.test(typed)) return true;
  const [two, one] = [text.tokens[at - 2]?.text ?? '', text.tokens[at - 1]?.text ?? ''];
  return /^(?:mal|douleurs?|hier|jusqu)$/.test(one) || (one === 'est' && two === 'c');
};

/** Words before which, or behind which, "a" is the English article and no "à" without its accent. */
const english = new Set(
  'is was be been of at on for like only just maybe about around and to me it as the than still with by makes another its'.split(
    ' ',
  ),
);
const isEnglishArticle = (text: ScoreText, at: number): boolean =>
  (text.tokens[at]?.text === 'a' || text.tokens[at]?.text === 'an') && english.has(text.tokens[at - 1]?.text ?? '');

interface Walk {
  from: number;
  doubtful: boolean;
  denied: boolean;
  preposition: boolean;
  /** "Is" or "was" was passed: what stands before it is what the number is said of. */
  copula: 'is' | 'was' | undefined;
  now: boolean;
  counts: boolean;
  /** An "à" was passed that may lead to a time of day. */
  when: boolean;
  named: boolean;
  article: boolean;
}

const end = (walk: Walk, kind: Before['kind']): Before => ({
  kind,
  from: walk.from,
  denied: walk.denied,
  // "Pain was 6" needs to hear when.
  doubtful: walk.doubtful,
  isPast: walk.copula === 'was',
  counts: walk.counts,
  isNamed: walk.named,
  hasCopula: walk.copula !== undefined,
  hasArticle: walk.article,
  isOtherThing: false,
});

/** PIAN 6, payn 6: the keyword with a typo, right before the number; not a word of everyday life. */
const likePain = new Set(
  'paid pair pail pan pin pawn plain paint main pant rain gain vain spain page path part park pack past pays paix pari pas pai'.split(
    ' ',
  ),
);
const isPainMistyped = (word: string): boolean =>
  !likePain.has(word) && word.startsWith('p') && isOneTypoApart('pain', word);

/** Where the number is said of nothing that is named: a clause begins with it. */
const atStart = (walk: Walk): Before => {
  if (walk.copula !== undefined || (walk.article && walk.preposition)) return end(walk, 'said');
  if (walk.preposition) return end(walk, 'other');
  if (walk.now) return end(walk, 'now');
  return end(walk, 'bare');
};

const anchored = (name: WordClass, from: number, walk: Walk): Before => {
  walk.from = from;
  walk.named = name === 'pain-named' || name === 'back-named';
  return end(walk, name === 'pain-named' && walk.copula === undefined ? 'pain' : 'said');
};

const ownHeading = new Set('i we je j on diary journal book carnet record register log number chiffre'.split(' '));
/** "Stairs: 8", "before the operation = 9": what stands before the sign is what the number is said of, and is not known. */
const isHeading = (text: ScoreText, to: number, at: number): boolean => {
  if (text.isLineStart(to) || !/^[:=]$/.test(text.tokens[at - 1]?.text ?? '')) return false;
  const last = text.tokens[to - 1]?.text ?? '';
  if (/^(?:19|20)\d\d$/.test(last)) return true;
  if (text.tokens[to - 1]?.kind === 'number' || text.tokens[to - 2]?.kind === 'number') return false;
  // "I answer quickly: 5", "number for the diary: 6" are the person's own sentences.
  for (let word = to - 1; word >= Math.max(0, to - 8) && !text.isLineStart(word + 1); word -= 1) {
    if (ownHeading.has(text.tokens[word]?.text ?? '')) return false;
    if (anchors.some((name) => text.startsAt(word, name) !== undefined)) return false;
  }
  const name = text.longestUpTo(to, [
    ...anchors,
    ...passed,
    'right-now',
    'yesterday',
    'fixes',
    'exclamation',
    'copula',
    'this-night',
  ]);
  return name === undefined && !isPainMistyped(text.tokens[to - 1]?.text ?? '');
};

/** Past a mark: the pain named before it ("pain: 6", "back - 5"), or nothing that tells. */
const beforeMark = (text: ScoreText, at: number, walk: Walk, number: NumberSpan): Before => {
  let to = at;
  while (to > 0 && (joining.has(text.tokens[to - 1]?.text ?? '') || text.isMark(to - 1))) to -= 1;
  const headingEnd = to;
  const endsSentence = text.tokens[to - 1]?.sentence !== text.tokens[at]?.sentence;
  for (let steps = 0; steps < 6 && !text.isLineStart(to); steps += 1) {
    const name = text.longestUpTo(to, everything);
    if (name === undefined) break;
    // "3 h de sommeil, 7" tells of two things.
    if (name.name === 'other-measure' && text.tokens[at - 1]?.text === ',') break;
    if ((name.name === 'other-part' || name.name === 'other-measure') && !endsSentence)
      return { ...end(walk, 'said'), doubtful: true, isOtherThing: name.name === 'other-measure' };
    if (anchors.includes(name.name)) {
      return anchored(name.name, name.from, walk);
    }
    if (endsSentence || (name.name !== 'link' && name.name !== 'right-now' && name.name !== 'copula')) break;
    to = name.from;
  }
  if (!endsSentence && !number.outOfTen && isHeading(text, headingEnd, at))
    return { ...end(walk, 'said'), doubtful: true };
  return atStart(walk);
};

const isNegative = (text: ScoreText, at: number): boolean => {
  const sign = text.tokens[at - 1];
  return sign?.text === '-' && sign.end === text.tokens[at]?.start && text.tokens[at - 2]?.end !== sign.start;
};

/** "The usual 5". */
const usual = new Set('usual same standard regular normal ordinary old'.split(' '));
const instants = new Set('now currently presently present atm rn right just maintenant mtn actuellement'.split(' '));
const ofBack = new Set('my the lower low upper mid middle pain'.split(' '));

const ofNight = /^(?:awake|asleep|sleep|sleeping|insomnia|already|dors|dormir|dodo|insomnie|reveille|reveillee|tard)$/;
/** "It's 3 and I can't sleep" may be the hour, "we are 6" may be the guests; so may "il est 7", "on est 5". */
const isClockOrCount = (text: ScoreText, from: number): boolean => {
  const words = [from - 1, from, from + 1].map((at) => text.tokens[at]?.text ?? '');
  const subject = words.join(' ');
  if (/\bwe are\b|\bil est\b|\bnous sommes\b|\bon est\b/.test(subject))
    return (
      text.tokens[from + 1]?.text !== 'a' && text.tokens[from + 2]?.text !== 'a' && text.tokens[from + 2]?.text !== 'at'
    );
  if (!/\b(?:it is|its|it was)\b/.test(subject)) return false;
  return text.tokens.slice(from, from + 14).some((token) => ofNight.test(token.text));
};

/** What one class of words, read to the left, makes of the number; undefined: read on. */
const verdictOf = (text: ScoreText, name: WordClass, from: number, walk: Walk): Before | undefined => {
  if (text.tokens[from]?.text === 'scored') return end(walk, 'unknown');
  if (anchors.includes(name)) {
    // "It's 3 and I'm awake", "we are 6 for dinner".
    if (!walk.article && isClockOrCount(text, from)) walk.doubtful = true;
    if (walk.when && /^(?:mal|c|ca|hier|j)$/.test(text.tokens[from]?.text ?? '')) return end(walk, 'other');
    // "Back at 6" is a return.
    const isReturn =
      walk.preposition && text.tokens[from]?.text === 'back' && !ofBack.has(text.tokens[from - 1]?.text ?? '');
    return isReturn ? end(walk, 'other') : anchored(name, from, walk);
  }
  switch (name) {
    case 'right-now':
      walk.now = true;
      // "Currently at 2" is no time of day, "this morning at 6" may be.
      if (instants.has(text.tokens[from]?.text ?? '')) walk.preposition = false;
      break;
    case 'copula':
      if (!walk.article && !walk.preposition && isClockOrCount(text, from)) walk.doubtful = true;
      // "C'est à 6".
      if (walk.when && text.tokens[from - 1]?.text === 'c') return end(walk, 'unknown');
      walk.copula = /^(?:was|were|etait|fut|felt|been|a|started|began)$/.test(text.tokens[from]?.text ?? '')
        ? 'was'
        : (walk.copula ?? 'is');
      walk.preposition = false;
      break;
    case 'yesterday':
      return end(walk, walk.preposition && walk.copula === undefined ? 'other' : 'said');
    case 'fixes':
      return end(walk, 'said');
    case 'clause-start':
      // "In the car 7" has no French "car".
      if (/^(?:the|my|our)$/.test(text.tokens[from - 1]?.text ?? '')) return end(walk, 'unknown');
      return atStart(walk);
    case 'label':
    case 'time-before':
    case 'counts-before':
      if (walk.copula !== undefined || walk.now) return end(walk, walk.now ? 'now' : 'unknown');
      walk.counts = name === 'counts-before';
      return end(walk, walk.article ? 'unknown' : 'other');
    case 'other-part':
    case 'other-measure':
      return { ...end(walk, 'said'), doubtful: true, isOtherThing: name === 'other-measure' };
    case 'denied':
      walk.denied = true;
      break;
    case 'in-doubt':
    case 'bound':
      walk.doubtful = true;
      break;
    default:
  }
  walk.from = from;
  return undefined;
};

/** Reads from a number to the left, over small words, until something tells what it is. Takes a bounded number of steps. */
export const readBefore = (text: ScoreText, number: NumberSpan): Before => {
  const walk: Walk = {
    from: number.from,
    doubtful: false,
    denied: false,
    preposition: false,
    copula: undefined,
    now: false,
    counts: false,
    when: false,
    named: false,
    article: false,
  };
  // P6.
  if (text.tokens[number.from]?.text.startsWith('p')) return end(walk, 'unknown');
  let at = number.from;
  while (number.from - at < farthest) {
    const token = text.tokens[at - 1];
    if (token === undefined || text.isLineStart(at)) return atStart(walk);
    if (token.kind === 'number') break;
    if (text.isMark(at - 1)) {
      if (currency.has(token.text)) return end(walk, 'other');
      if (token.text !== '~') {
        if (isNegative(text, at)) walk.doubtful = true;
        return beforeMark(text, at, walk, number);
      }
      walk.doubtful = true;
      at -= 1;
      continue;
    }
    // "The little one, who is 3."
    if (walk.copula !== undefined && /^(?:who|qui)$/.test(token.text)) return end(walk, 'other');
    const name = text.longestUpTo(at, everything);
    if (name === undefined) {
      if (isPainMistyped(token.text) && at === number.from) return anchored('pain-named', at - 1, walk);
      break;
    }
    if (text.endsAt(at, 'exclamation') !== undefined && !anchors.includes(name.name) && name.name !== 'right-now')
      return atStart(walk);
    if (isEnglishArticle(text, at - 1)) walk.article = true;
    // "Get to a 2" is where one wants to be.
    if (token.text === 'to') walk.article = false;
    if (saysWhen(text, at - 1, number)) walk.when = true;
    const isUsual = token.text === 'the' && usual.has(text.tokens[at]?.text ?? '');
    if (name.name === 'link' && !isUsual && walk.copula === undefined && (prepositions.has(token.text) || walk.when))
      walk.preposition = true;
    if (name.name === 'link' && at === number.from && /^(?:and|et|n)$/.test(token.text)) break;
    const verdict = verdictOf(text, name.name, name.from, walk);
    if (verdict !== undefined) return verdict;
    at = name.from;
  }
  if (walk.now) return end(walk, 'now');
  // "Hanging on at a 5", "the pain itself is a 4".
  if (walk.article) return end(walk, walk.copula !== undefined || walk.preposition ? 'said' : 'unknown');
  return end(walk, walk.preposition && walk.copula === undefined ? 'other' : 'unknown');
};
