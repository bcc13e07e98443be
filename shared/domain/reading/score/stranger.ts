import type { Before } from './before.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { isOfOneRule } from './word-class.ts';

/** Whether no list knows a word. */
export const isUnknownWord = (text: ScoreText, at: number): boolean => {
  const token = text.tokens[at];
  if (token?.kind !== 'word' || token.text.length < 3) return false;
  const covers = ({ from, to }: { readonly from: number; readonly to: number }): boolean => from <= at && to > at;
  return (
    !text.read.mentions.some(covers) && !text.read.classed.some((match) => !isOfOneRule(match.concept) && covers(match))
  );
};

const typedAt = (text: ScoreText, at: number): string => {
  const token = text.tokens[at];
  const { original, normalised } = text.read;
  return token === undefined ? '' : original.slice(normalised.at[token.start], normalised.at[token.end]);
};

/** Whether a word has the form of a name, with a capital and small letters: "Dave", "Michel". */
export const isProperName = (text: ScoreText, at: number): boolean => /^\p{Lu}\p{Ll}{2,}/u.test(typedAt(text, at));

const owners = /^(?:my|me|our|his|her|mon|ma|notre|nos|sa|son)$/;
const articles = /^(?:the|le|la|l)$/;
const adjectives =
  /^(?:poor|dear|old|late|wee|young|little|big|pauvre|vieux|vieille|petite?|grande?|s|new|feu|defunte?)$/;
const copulas = /^(?:is|was|has|had|est|a|etait|says|said|reckons|dit)$/;
/** Endings of words that name no person: "the swelling", "ma raideur". */
const things = /(?:ness|ing|tion|ment|age|ite|eur|ance|ence|ty|te|ie)$/;
const mostBetween = 3;

/**
 * Whether the number is said of an unknown word behind a "my" or a "the": "my zookeeper is a 7", "the harpist is an 8". It
 * may be a person.
 */
export const isOfStranger = (text: ScoreText, { from }: NumberSpan, before: Before): boolean => {
  if (before.isNamed || before.kind === 'pain') return false;
  const clause = text.tokens[from]?.clause;
  const isCopula = (place: number): boolean =>
    copulas.test(text.tokens[place]?.text ?? '') && !/^[àÀ]/.test(typedAt(text, place).normalize('NFC'));
  let at = from - 1;
  while (at > 0 && from - at <= mostBetween + 1 && !isCopula(at)) at -= 1;
  // In "is a 7" the article is not the French verb "a".
  if (isCopula(at - 1)) at -= 1;
  const subject = at - 1;
  const token = text.tokens[subject];
  if (subject < 0 || token?.clause !== clause || !isCopula(at)) return false;
  if (!isUnknownWord(text, subject) || things.test(token?.text ?? '')) return false;
  // "Dave is an 8".
  const isFirst = subject === 0 || text.tokens[subject - 1]?.clause !== clause;
  if (isFirst) return isProperName(text, subject) && at === subject + 1;
  let owner = subject - 1;
  while (owner > 0 && subject - owner <= 2 && adjectives.test(text.tokens[owner]?.text ?? '')) owner -= 1;
  const word = text.tokens[owner]?.text ?? '';
  return owners.test(word) || articles.test(word);
};
