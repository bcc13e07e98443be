/** One alternative of a pattern element: letters, digits, inner spaces, and `*` for any ending. */
const alternative = /^[a-z0-9]+(?: [a-z0-9]+)*\*?$/;

/** A pattern of safety.yaml that cannot be read: says which part, and what is allowed there. */
export class SafetyPatternError extends Error {
  override readonly name = 'SafetyPatternError';
}

const oneOf = (alternatives: readonly string[]): string => {
  const bad = alternatives.find((text) => !alternative.test(text));
  if (bad !== undefined) {
    throw new SafetyPatternError(`"${bad}" is not a word: write it in lower case, without accents and apostrophes`);
  }
  const sources = alternatives.map((text) => text.replace('*', '[^ ]*'));
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
};

const element = (text: string, vocabulary: ReadonlySet<string>): string => {
  const gap = /^(\.\.|,,)([1-9])$/.exec(text);
  // Words only, and a bounded number of them: no pattern can take more than a few steps a word.
  if (gap !== null) return gap[1] === ',,' ? `(?: [^ .]+){0,${gap[2]}}` : `<${gap[2]}>`;
  if (text === '^') return '(?<=^| [.,])';
  if (text === '$') return '(?= [.,]| ?$)';
  // Up to three: "pregnant!!! My belly hurts".
  if (text === ',') return '(?: [.,]){0,3}';
  const optional = text.endsWith('?');
  const core = optional ? text.slice(0, -1) : text;
  const parts = core.split('|').map((part) => {
    const name = /^\[(\w+)\]$/.exec(part)?.[1];
    if (name === undefined) return oneOf([part]);
    if (!vocabulary.has(name)) throw new SafetyPatternError(`[${name}] is not in the vocabulary`);
    return `<${name}>`;
  });
  const source = parts.length === 1 ? ` ${parts[0]}` : ` (?:${parts.join('|')})`;
  return optional ? `(?:${source})?` : source;
};

/**
 * A word that may stand in a gap: "my leg is not numb" must not read as leg, then numb. A vocabulary of its own,
 * for it stands in most patterns.
 */
export const gapWord = '(?!(?:but|mais|no|not|never|without|isnt|arent|doesnt|dont|didnt|wasnt|pas|sans) )[^ .,]+';

/**
 * The source of a regular expression over `plainWords` for a pattern of safety.yaml; that a word ends where it ends is
 * added when it is read (shared/domain/reply/word-patterns.ts). Throws SafetyPatternError.
 */
const compilePattern = (pattern: string, vocabulary: ReadonlySet<string>): string =>
  pattern
    .split(' ')
    .map((text) => element(text, vocabulary))
    .join('');

/** Several patterns as one. */
export const compilePatterns = (patterns: readonly string[], vocabulary: ReadonlySet<string>): string =>
  patterns.map((pattern) => compilePattern(pattern, vocabulary)).join('|');

/** A list of words or wordings as one alternative. */
export const compileWords = (words: readonly string[]): string => `(?:${words.map((word) => oneOf([word])).join('|')})`;
