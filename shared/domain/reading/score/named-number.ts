import type { ScoreText } from './score-text.ts';
import { anchors } from './word-class.ts';

/** Whether a day is one of its kind rather than a name with a number: "what a day 5", "long day 5". */
export const isAnyOne = (text: ScoreText, from: number): boolean =>
  /^(?:day|days|night|morning|week|journee|jour|nuit|soiree|matinee|semaine)$/.test(text.tokens[from]?.text ?? '') &&
  (/^(?:an?|une?|what|quelle?|whole|all)$/.test(text.tokens[from - 1]?.text ?? '') ||
    text.endsAt(from, 'describes') !== undefined);

/**
 * Whether "la" is an article before the number: it stands behind a verb or a preposition. "Là 7", "et la 7" and "je suis la
 * 7" are of now.
 */
export const isBareArticle = (text: ScoreText, from: number): boolean => {
  const token = text.tokens[from];
  const last = text.tokens[from - 1];
  if (token?.text !== 'la' || text.numberAt(from + 1) === undefined || last?.kind !== 'word' || text.isLineStart(from))
    return false;
  const { original, normalised } = text.read;
  const isAccented = /à/i.test(original.slice(normalised.at[token.start], normalised.at[token.end]).normalize('NFC'));
  return (
    !isAccented &&
    (/^(?:dans|sur|pour|a|de|avec|vers|par|jusqu|sous)$/.test(last.text) ||
      (/(?:^(?:regard|pris|prend|vu|mis|eu|chop)\w*|[^e]e)$/.test(last.text) &&
        text.longestUpTo(from, [...anchors, 'copula']) === undefined))
  );
};

/** Whether the word "number" is that of the pain: "I rate today's pain with number 6". */
export const isNumberOfPain = (text: ScoreText, from: number): boolean => {
  if (!/^(?:number|numero)$/.test(text.tokens[from]?.text ?? '')) return false;
  const clause = text.tokens[from]?.clause;
  for (let at = from - 1; at >= 0 && text.tokens[at]?.clause === clause; at -= 1)
    if (text.longestFrom(at, ['pain-named', 'score-named']) !== undefined) return true;
  return false;
};
