import type { Before } from './before.ts';
import { beforeMark } from './before-mark.ts';
import { anchored, atStart, end, isPainMistyped, startWalk, type Walk } from './before-walk.ts';
import { isClockOrCount } from './clock-or-count.ts';
import { isAnyOne, isBareArticle, isNumberOfPain } from './named-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { isEnglishArticle, prepositions, saysWhen } from './small-words.ts';
import { anchors, everything, type WordClass } from './word-class.ts';

/** The words that belong to a number stand within this many tokens. */
const farthest = 14;

const currency = new Set(['$', '£', '€', '#', '≠', '^', '<', '±', '@', '°']);

/** Whether a sign between a word and the number makes it an offset or a factor: "J+9", "UTC-5", "×3". */
const isOffset = (text: ScoreText, at: number): boolean => {
  const [word, sign, digits] = [text.tokens[at - 2], text.tokens[at - 1], text.tokens[at]];
  if (sign === undefined || sign.end !== digits?.start) return false;
  if (sign.text === '×') return true;
  const isGlued = /^[+-]$/.test(sign.text) && word?.kind === 'word' && word.end === sign.start;
  return isGlued && text.longestUpTo(at - 1, anchors) === undefined;
};

const isNegative = (text: ScoreText, at: number): boolean => {
  const sign = text.tokens[at - 1];
  // "- 2 !" by itself begins no list.
  const isAlone = at === 1 && text.numbers.length === 1 && !text.read.original.trim().includes('\n');
  const isGlued = sign?.end === text.tokens[at]?.start && text.tokens[at - 2]?.end !== sign?.start;
  return sign?.text === '-' && (isGlued || isAlone);
};

/** Adjectives of a usual score: "the usual 5". */
const usual = new Set('usual same standard regular normal ordinary old'.split(' '));
const instants = new Set('now currently presently present atm rn right just maintenant mtn actuellement'.split(' '));
const ofBack = new Set('my the lower low upper mid middle pain'.split(' '));

/** Whether it is the day that is denied to be bad, and not the number: "not bad today 2", "pas terrible 6". */
const isOfADay = (text: ScoreText, from: number): boolean => {
  const isMuch = /^(?:so|too|very|that|si|trop|tres)$/.test(text.tokens[from + 1]?.text ?? '');
  const to = text.startsAt(from + (isMuch ? 2 : 1), 'describes');
  return to !== undefined && text.tokens[to - 1]?.kind === 'word';
};

type Verdict = (text: ScoreText, from: number, walk: Walk) => Before | undefined;

/** Makes a label, an hour or a count of the number. Behind "is" or beside "now" it may still be a score. */
const claimed =
  (by: 'label' | 'time' | 'count'): Verdict =>
  (text, from, walk) => {
    if (by === 'label' && isAnyOne(text, from)) return end(walk, 'unknown');
    if (by === 'label' && isNumberOfPain(text, from)) return end(walk, 'said');
    if (walk.copula !== undefined || walk.now) return end(walk, walk.now ? 'now' : 'unknown');
    walk.counts = by === 'count';
    walk.label = by === 'label';
    return end(walk, walk.article ? 'unknown' : 'other');
  };

const ofOther =
  (isOtherThing: boolean): Verdict =>
  (_, __, walk) => ({ ...end(walk, 'said'), doubtful: true, isOtherThing });

const ofDay: Verdict = (_, __, walk) => end(walk, walk.preposition && walk.copula === undefined ? 'other' : 'said');

const uncertain: Verdict = (_, __, walk) => {
  walk.doubtful = true;
  return undefined;
};

/** Whether these words say "j'ai mal". */
const hasPain = (text: ScoreText, from: number): boolean => {
  const words = [-2, -1, 0, 1, 2].map((far) => text.tokens[from + far]?.text ?? '').join(' ');
  return /\b(?:ai|g|jai|avoir|avais|on a) mal\b/.test(words);
};

const named =
  (name: WordClass): Verdict =>
  (text, from, walk) => {
    const word = text.tokens[from]?.text ?? '';
    // "It's 3 and I'm awake" may tell an hour, "we are 6 for dinner" a number of guests.
    if (!walk.article && isClockOrCount(text, from)) walk.doubtful = true;
    // "J'ai mal à 7" tells how strong the pain is, "mal à 7 hier" perhaps when it was.
    const isHowMuch = word === 'mal' || (word === 'j' && text.tokens[from + 2]?.text === 'mal');
    if (walk.when && /^(?:mal|c|ca|hier|j)$/.test(word) && !(isHowMuch && hasPain(text, from)))
      return end(walk, 'other');
    // "Opéré de la colonne le 3" tells the day of a month.
    if (walk.day && walk.copula === undefined && /^(?:pain|back)-named$/.test(name)) return end(walk, 'other');
    // A date that is announced like a score: "mon rendez-vous c'est le 9".
    if (walk.day && name === 'says-score' && text.endsAt(from, 'score-named') === undefined) walk.doubtful = true;
    // "Back at 6" tells of a return.
    const isReturn = walk.preposition && word === 'back' && !ofBack.has(text.tokens[from - 1]?.text ?? '');
    return isReturn ? end(walk, 'other') : anchored(text, name, from, walk);
  };

const past = /^(?:was|were|etait|etais|fut|felt|a|started|began)$/;

/** What each class of words makes of the number when it is met on the way to the left. Undefined: read on. */
const verdicts: Readonly<Partial<Record<WordClass, Verdict>>> = {
  'pain-named': named('pain-named'),
  'back-named': named('back-named'),
  'score-named': named('score-named'),
  'says-score': named('says-score'),
  'right-now': (text, from, walk) => {
    // The article stands for something left out: "j'ai regardé la 2", "je suis dans la 3".
    if (isBareArticle(text, from)) return end(walk, 'other');
    walk.now = true;
    // "Currently at 2" is no time of day, "this morning at 6" may be one.
    if (instants.has(text.tokens[from]?.text ?? '')) walk.preposition = false;
    return undefined;
  },
  copula: (text, from, walk) => {
    if (!walk.article && !walk.preposition && isClockOrCount(text, from)) walk.doubtful = true;
    // "C'est à 6" may tell a time.
    if (walk.when && [text.tokens[from - 1]?.text, text.tokens[from]?.text].includes('c')) return end(walk, 'unknown');
    // "I start at 6" tells when work begins; the pain "started at 6".
    if (text.tokens[from]?.text === 'start') walk.doubtful = true;
    const [verb, next] = [text.tokens[from]?.text ?? '', text.tokens[from + 1]?.text ?? ''];
    // SMS French for "c'était" and "j'étais": "c t", "g t".
    const isPast = past.test(verb) || (/^[cgj]$/.test(verb) && (past.test(next) || next === 't'));
    walk.copula = isPast ? 'was' : (walk.copula ?? 'is');
    walk.preposition = false;
    return undefined;
  },
  yesterday: ofDay,
  'this-night': ofDay,
  fixes: (_, __, walk) => end(walk, 'said'),
  // In "in the car 7" the word is the English car, not the French "because".
  'clause-start': (text, from, walk) =>
    /^(?:the|my|our)$/.test(text.tokens[from - 1]?.text ?? '') ? end(walk, 'unknown') : atStart(walk),
  label: claimed('label'),
  'time-before': claimed('time'),
  'counts-before': claimed('count'),
  'other-part': ofOther(false),
  'other-measure': ofOther(true),
  denied: (text, from, walk) => {
    if (isOfADay(text, from)) return atStart(walk);
    walk.denied = true;
    return undefined;
  },
  'in-doubt': uncertain,
  bound: uncertain,
};

const verdictOf = (text: ScoreText, name: WordClass, from: number, walk: Walk): Before | undefined => {
  if (text.tokens[from]?.text === 'scored') return end(walk, 'unknown');
  const verdict = verdicts[name]?.(text, from, walk);
  if (verdict === undefined) walk.from = from;
  return verdict;
};

/** Words for how somebody is or how it changed. An "at" behind one of them leads to no hour. */
const states =
  /^(?:better|worse|steady|stable|level|constant|stiff|sore|bit|parked|stuck|mieux|pire|bien|raide|assise?|debout|couchee?|allongee?)$/;

/** Whether the number belongs to a name behind a shortened word: "your tip no. 7", "p. 6", "vol. 3". */
const isAbbreviated = (text: ScoreText, at: number): boolean => {
  const [thing, short, point] = [text.tokens[at - 3], text.tokens[at - 2], text.tokens[at - 1]];
  if (point?.text !== '.' || short === undefined || short.end !== point.start) return false;
  return (
    /^(?:nr|num|vol|chap|fig|art|tel|ext|apt|pg|pp)$/.test(short.text) ||
    (short.text === 'no' && thing?.kind === 'word')
  );
};

/** What a mark before the number makes of it. Undefined: read on behind the mark. */
const verdictOfMark = (text: ScoreText, at: number, number: NumberSpan, walk: Walk): Before | undefined => {
  const mark = text.tokens[at - 1]?.text ?? '';
  // "Pain #6" names the pain.
  if (mark === '#' && text.endsAt(at - 1, 'pain-named') !== undefined) return undefined;
  // "^^" is a face.
  if (mark === '^' && text.tokens[at - 2]?.text === '^') return atStart(walk);
  if (currency.has(mark) || isOffset(text, at) || isAbbreviated(text, at)) return end(walk, 'other');
  if (mark === '~') {
    walk.doubtful = true;
    return undefined;
  }
  if (isNegative(text, at)) walk.doubtful = true;
  return beforeMark(text, at, walk, number);
};

/** Notes an article, an "à" or a preposition that stands before a place in the text. */
const noteSmallWord = (text: ScoreText, at: number, name: WordClass, number: NumberSpan, walk: Walk): void => {
  const word = text.tokens[at - 1]?.text ?? '';
  if (isEnglishArticle(text, at - 1) || (word === 'un' && at === number.from)) walk.article = true;
  // In "get to a 2" the article belongs to a wish.
  if (word === 'to') walk.article = false;
  if ((name === 'link' || name === 'copula') && saysWhen(text, at - 1, number)) walk.when = true;
  const isUsual = word === 'the' && usual.has(text.tokens[at]?.text ?? '');
  const leads = prepositions.has(word) || walk.when;
  if (name === 'link' && !isUsual && walk.copula === undefined && leads) walk.preposition = true;
};

/**
 * What the words that end before a place make of the number. Undefined: read on to their left. `stop`: no known words stand
 * there.
 */
const verdictOfWords = (text: ScoreText, at: number, number: NumberSpan, walk: Walk): Before | 'stop' | undefined => {
  const word = text.tokens[at - 1]?.text ?? '';
  // "The little one, who is 3" tells an age.
  if (walk.copula !== undefined && /^(?:who|qui)$/.test(word)) return end(walk, 'other');
  const found = text.longestUpTo(at, everything);
  const isNext = at === number.from;
  if (found === undefined) return isPainMistyped(word) && isNext ? anchored(text, 'pain-named', at - 1, walk) : 'stop';
  const { name, from } = found;
  if (text.endsAt(at, 'exclamation') !== undefined && !anchors.includes(name) && name !== 'right-now')
    return atStart(walk);
  noteSmallWord(text, at, name, number, walk);
  if (name === 'link' && isNext && /^(?:and|et|n)$/.test(word)) return 'stop';
  const verdict = verdictOf(text, name, from, walk);
  walk.at = from;
  return verdict;
};

/** What a number is if no known words stand before it any more. */
const unsettled = (text: ScoreText, walk: Walk): Before => {
  if (walk.now) return end(walk, 'now');
  const isLed = walk.copula !== undefined;
  // The state or place that somebody is in at that number: "loads better at 6", "assise à 6".
  if (walk.preposition && states.test(text.tokens[walk.at - 1]?.text ?? '')) return end(walk, 'said');
  // An article tells a score: "hanging on at a 5", "the pain itself is a 4".
  if (walk.article) return end(walk, isLed || walk.preposition ? 'said' : 'unknown');
  return end(walk, walk.preposition && !isLed ? 'other' : 'unknown');
};

/**
 * Reads from a number to the left, over small words, until something tells what the number is. It takes a bounded number of
 * steps.
 */
export const readBefore = (text: ScoreText, number: NumberSpan): Before => {
  const walk = startWalk(
    number.from,
    text.tokens[number.from - 1]?.text === 'le' && !number.outOfTen && !number.spelled,
  );
  // "P6" is short for PAIN.
  if (text.tokens[number.from]?.text.startsWith('p')) return end(walk, 'unknown');
  while (number.from - walk.at < farthest) {
    const { at } = walk;
    const token = text.tokens[at - 1];
    if (token === undefined || text.isLineStart(at)) return atStart(walk);
    if (token.kind === 'number') break;
    if (text.isMark(at - 1)) walk.at -= 1;
    const verdict = text.isMark(at - 1)
      ? verdictOfMark(text, at, number, walk)
      : verdictOfWords(text, at, number, walk);
    if (verdict === 'stop') break;
    if (verdict !== undefined) return verdict;
  }
  return unsettled(text, walk);
};
