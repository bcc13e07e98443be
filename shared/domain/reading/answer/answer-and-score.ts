import { readNumbers } from '../score/read-numbers.ts';
import { normalise } from '../text/normalise.ts';
import { readTokens } from '../tokens.ts';
import { readAnswer, type ShortAnswer } from './read-answer.ts';

/** A short answer to a question of ours with one number beside it. */
export interface AnswerAndScore {
  readonly answer: ShortAnswer;
  readonly score: number;
}

/** Only these signs may stand in such a text. Any other sign makes something else of it: "none 4%", "no, 4?". */
const partingSigns = /^[\p{L}\s',.;:!()¤-]*$/u;

/**
 * Reads a text that would be a short answer but for one number that is plainly 0 to 10: "NONE 4", "oui, 8", "4. none",
 * "aucun, douleur 4". A "one" that belongs to the answer is no number ("no one", "oui une"). A text that says anything more
 * is undefined.
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

/** Reads an answer that ends at the first sign of a text: "None of those. 4 today", "oui, 8 cet aprèm". */
export const readAnswerFirst = (text: string): ShortAnswer | undefined => {
  const sign = text.search(/[,.;:!\n]/);
  return sign < 0 ? undefined : readAnswer(text.slice(0, sign));
};
