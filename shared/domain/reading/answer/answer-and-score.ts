import { readNumbers } from '../score/read-numbers.ts';
import { normalise } from '../text/normalise.ts';
import { readTokens } from '../tokens.ts';
import { readAnswer, type ShortAnswer } from './read-answer.ts';

/** A short answer to a question of ours, and the one number beside it. */
export interface AnswerAndScore {
  readonly answer: ShortAnswer;
  readonly score: number;
}

/** Signs that part an answer from its number; any other makes something else of it: "none 4%", "no, 4?". */
const partingSigns = /^[\p{L}\s',.;:!()¤-]*$/u;

/**
 * "NONE 4", "oui, 8", "4. none", "aucun, douleur 4": an answer that is one but for a number that is plainly 0 to 10. "No
 * one", "oui une" are answers and hold none. Undefined for whatever says more or else.
 */
export const readAnswerAndScore = (text: string): AnswerAndScore | undefined => {
  // "Aucun d'eux", without its apostrophe, would hold a two.
  const written = normalise(text).text.replace(/\b(aucune?) deux\b/, '$1');
  const tokens = readTokens(written, {});
  const [number, ...more] = readNumbers(tokens, written);
  if (number === undefined || more.length > 0 || number.value === null || number.form !== 'plain') return undefined;
  if (number.spelled && number.value === 1) return undefined;
  const [first, last] = [tokens[number.from], tokens[number.to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [before, behind] = [written.slice(0, first.start), written.slice(last.end)];
  if (!partingSigns.test(before) || !partingSigns.test(behind)) return undefined;
  const answer = readAnswer(`${before.replace(/\b(?:back pain|pain|score|mal|douleur)\W*$/, ' ')} ${behind}`);
  return answer === undefined ? undefined : { answer, score: number.value };
};

/** The answer that a text begins with, up to its first sign: "None of those. 4 today", "oui, 8 cet aprèm". */
export const readAnswerFirst = (text: string): ShortAnswer | undefined => {
  const sign = text.search(/[,.;:!\n]/);
  return sign < 0 ? undefined : readAnswer(text.slice(0, sign));
};
