import type { NumberedWords } from './numbered-words.ts';
import type { NumberSpan } from './read-numbers.ts';
import { everything, type WordClass } from './word-class.ts';

/** Whether a 1 is the article in SMS French: "d 1", "comme 1". */
const isDigitArticle = (text: NumberedWords, number: NumberSpan): boolean =>
  text.tokens[number.from]?.text === '1' &&
  /^(?:d|comme)$/.test(text.tokens[number.from - 1]?.text ?? '') &&
  text.tokens[number.to]?.kind === 'word';

const ones = new Set(['one', 'yin', 'un', 'une', 'uno']);
/** Words before "one" that make a pronoun of it: "this one", "no one", "a bad one". */
const beforePronoun = new Set(
  'this that the no every each any some another which new old bad good big other only actual right wrong last next little any real tough todays mornings evenings nights yesterdays earlier'.split(
    ' ',
  ),
);
/** Behind these "neuf" means new. */
const beforeNew = new Set(['de', 'tout', 'flambant', 'matelas', 'lit', 'fauteuil', 'quasi', 'comme', 'dos']);

/** Classes of words that may lead to a score. */
const leads: readonly WordClass[] = [...everything.filter((name) => name !== 'link'), 'supposed', 'would-have'];
/** The linking words that are no adjectives. An adjective makes a pronoun of what follows: "a lovely one". */
const smallLinks =
  /^(?:a|an|at|to|is|it|its|of|about|around|roughly|like|just|only|maybe|be|by|for|say|juste|que|un|le|de|est|c|me|m|en|sur|plus|or|ou|and|et|now|still|the)$/;
/** What may stand behind a score that is spelled "one" or "un". Anything else makes an article of it. */
const closes: readonly WordClass[] = ['right-now', 'clause-start', 'opening', 'yesterday'];

/**
 * Whether "one" or "un" is a pronoun or an article by its neighbours. A word that leads to no score stands right before it
 * ("a cold one", "that breathing one", "un bon"), or another one right behind ("un tout grand merci", "one bike").
 */
const isPronoun = (text: NumberedWords, { from, to }: NumberSpan): boolean => {
  const [before, next] = [text.tokens[from - 1], text.tokens[to]];
  // "Pain one leg" is asked about, and "douleur un" is a score.
  if (before !== undefined && /^(?:pain|score|level|douleurs?|mal|note|niveau)$/.test(before.text)) return false;
  const isLed =
    before === undefined ||
    before.kind === 'mark' ||
    smallLinks.test(before.text) ||
    text.longestUpTo(from, leads) !== undefined;
  if (!isLed && !text.isLineStart(from)) return true;
  // "Do one" is English. In SMS French "do" is a back.
  if (before?.text === 'do') return true;
  const isClosed =
    next === undefined || next.kind !== 'word' || text.isLineStart(to) || /^(?:only|seulement)$/.test(next.text);
  if (isClosed) return false;
  const close = text.longestFrom(to, closes);
  // A person behind "un" is not spoken to: "un mec au chariot m'a écrasé". In "one mate, slept well" he is.
  const isSpokenTo = close?.name !== 'opening' || text.tokens[close.to]?.kind !== 'word';
  return close === undefined || !isSpokenTo;
};

/** Whether "neuf" means new: "rien de neuf", "flambant neuf". */
const isNew = (text: NumberedWords, { from }: NumberSpan): boolean => {
  const before = text.tokens[from - 1]?.text ?? '';
  return beforeNew.has(before) && (before !== 'de' || /^(?:rien|quoi)$/.test(text.tokens[from - 2]?.text ?? ''));
};

/** Whether a noun behind makes an article or a pronoun of the word: "une", "un petit deux", "one of those days". */
const isBeforeNoun = (text: NumberedWords, { from, to }: NumberSpan, word: string): boolean => {
  const next = text.tokens[to];
  if (next === undefined || next.kind === 'mark' || text.isLineStart(to)) return word === 'une';
  // "Un petit deux" has an article; "one to two" and "un ou deux" have two numbers.
  const isJoined = /^(?:ou|a|puis|et|pis)$/.test(next.text);
  const leadsOn = [0, 1, 2].some((far) => text.numberAt(to + far) !== undefined);
  // "One later 0.5" has two numbers.
  if (leadsOn && /^(?:later|then|now|after|tard)$/.test(next.text)) return false;
  if (word !== 'one' && !isJoined && leadsOn) return true;
  // "Un mal de chien".
  if (text.startsAt(to, 'pain-named') !== undefined && text.endsAt(from, 'pain-named') === undefined) return true;
  const name = text.longestFrom(to, ['opening', 'right-now', 'opener', 'behind-bounds', 'unit', 'describes']);
  if (name === undefined || name.name === 'unit' || name.name === 'describes')
    return text.endsAt(from, 'pain-named') === undefined;
  return word === 'one' ? /^(?:of|day|night|more|thing)$/.test(next.text) : next.text === 'peu' || word === 'une';
};

/** Whether "one" is the day or night: "rough one today. 6", "rough one. 7." */
const isRoughOne = (text: NumberedWords, { from, to }: NumberSpan): boolean => {
  if (text.longestUpTo(from, ['describes']) !== undefined) return true;
  const isLast = text.tokens[to] === undefined || text.tokens[to]?.kind === 'mark';
  return isLast && text.tokens[from - 1]?.kind === 'word' && text.startsAt(from - 1, 'describes') !== undefined;
};

/** Whether "one", "un" or "une" is a pronoun or an article. */
const isOneAnArticle = (text: NumberedWords, number: NumberSpan, word: string): boolean => {
  // "One to two" and "one later 0" have two numbers.
  const isBeside = [0, 1, 2, 3].some((far) => text.numberAt(number.to + far) !== undefined);
  if (!isBeside && isPronoun(text, number)) return true;
  // "One 0" and "one fix 0" have two numbers.
  if (text.startsAt(number.to, 'fixes') !== undefined) return false;
  if (word === 'one' && text.tokens[number.to]?.kind === 'number') return false;
  if (beforePronoun.has(text.tokens[number.from - 1]?.text ?? '')) return true;
  return (word === 'one' && isRoughOne(text, number)) || isBeforeNoun(text, number, word);
};

/** Whether a word only looks like a number: "one of those days", "un petit deux", "rien de neuf". */
export const isArticle = (text: NumberedWords, number: NumberSpan): boolean => {
  const token = text.tokens[number.from];
  if (isDigitArticle(text, number)) return true;
  if (!number.spelled || token === undefined || number.to !== number.from + 1) return false;
  const before = text.tokens[number.from - 1];
  if (token.text === 'neuf') return isNew(text, number);
  // "That makes two" of us.
  if (token.text === 'two' && before?.text === 'makes' && text.tokens[number.from - 2]?.text === 'that') return true;
  // "Pour le four" is the oven.
  if (token.text === 'four' && /^(?:le|au|du|mon|un)$/.test(before?.text ?? '')) return true;
  return ones.has(token.text) && isOneAnArticle(text, number, token.text);
};

/** Whether a number is an end of the scale itself, while another number gives the score: "on a scale of 1 to 10", "de 0 à 10". */
export const isScale = (text: NumberedWords, number: NumberSpan): boolean => {
  const at = text.numbers.indexOf(number);
  if (text.numbers.length < 3) return false;
  const isPair = (first: NumberSpan | undefined, second: NumberSpan | undefined): boolean =>
    (first?.value === 0 || first?.value === 1) &&
    second?.whole === 10 &&
    second.from === first.to + 1 &&
    /^(?:to|a|-|through|thru|and|et|till|until|jusqu)$/.test(text.tokens[first.to]?.text ?? '');
  return isPair(number, text.numbers[at + 1]) || isPair(text.numbers[at - 1], number);
};

/** Whether a number only numbers the lines of a list: "1. Pain: 5 / 2. Sleep: okay". */
export const isListNumber = (text: NumberedWords, number: NumberSpan): boolean => {
  const begins = (other: NumberSpan | undefined): boolean => {
    if (other === undefined || other.spelled || other.whole === null || !text.isLineStart(other.from)) return false;
    return (
      /^[.)]$/.test(text.tokens[other.to]?.text ?? '') &&
      text.tokens[other.to + 1] !== undefined &&
      !text.isLineStart(other.to + 1)
    );
  };
  if (!begins(number)) return false;
  return text.numbers.some((other) => begins(other) && Math.abs((other.whole ?? 0) - (number.whole ?? 0)) === 1);
};

/** Whether a number belongs to a time: "half past four", "quarter to six". */
export const isOfClock = (text: NumberedWords, { from, outOfTen }: NumberSpan): boolean =>
  !outOfTen &&
  /^(?:half|quarter) (?:past|after|to|til|till|gone|of)$/.test(
    [from - 2, from - 1].map((at) => text.tokens[at]?.text ?? '').join(' '),
  );

/** Whether a number is part of several in a row, which are a telephone number, a date or a code. */
export const isPartOfLongNumber = (text: NumberedWords, number: NumberSpan): boolean => {
  const at = text.numbers.indexOf(number);
  // Whether a number stands right behind the one before it, on the same line.
  const follows = (later: number): boolean => {
    const [earlier, next] = [text.numbers[later - 1], text.numbers[later]];
    return earlier !== undefined && next !== undefined && earlier.to === next.from && !text.isLineStart(next.from);
  };
  const [twoBefore, before, behind, twoBehind] = [follows(at - 1), follows(at), follows(at + 1), follows(at + 2)];
  // "The L four L five disc" names vertebrae.
  if (text.tokens[number.from - 1]?.text === 'l' && number.spelled) return true;
  // "One oh five" is read digit by digit.
  if (/^(?:oh|o)$/.test(text.tokens[number.to]?.text ?? '') && number.spelled) return true;
  if ((twoBefore && before) || (before && behind) || (behind && twoBehind)) return true;
  return (
    [number.from - 1, number.to].some((at) => /^\d{3,}$/.test(text.tokens[at]?.text ?? '')) ||
    /^\d{5,}$/.test(text.tokens[number.from]?.text ?? '')
  );
};
