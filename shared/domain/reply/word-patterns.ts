/** Several patterns that are looked for together, as one expression over `plainWords`. */
export interface WordPatterns {
  /** The expression of all of them. */
  all(): RegExp;
  /** An expression that finds in these words what `all` would find there; undefined if that is nothing. */
  within(words: string): RegExp | undefined;
}

interface Pattern {
  readonly source: string;
  /** Of each list the words hold one, or the pattern is not there. */
  readonly needs: readonly (readonly string[])[];
}

/** Longer, looking for each word costs more than compiling the one expression that holds all. */
const longestChosenFor = 1000;

/** Cuts at every `|` that stands in no group. */
const alternativesOf = (source: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
};

/**
 * One element at a time, all that content/safety-pattern.ts writes: up to so many words of any kind (`<2>`), a group of
 * optional words or of what may stand before or behind (all of which need nothing), a space and a group of words, a vocabulary or a word, one of which must be there.
 */
const element =
  /<\d>|\(\?: (?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)(?:\?|\{\d,\d\})|\(\?<?=[^()]*\)| \(\?:((?:[^()]|\([^()]*\))*)\)| <(\w+)>| ([a-z0-9]+)(?:\[\^ \]\*)?/y;

const firstWord = /^[a-z0-9]+/;

const wordsOf = (group: string, vocabulary: Readonly<Record<string, string>>): string[] | undefined => {
  const words: string[] = [];
  for (const alternative of group.split('|')) {
    const name = /^<(\w+)>$/.exec(alternative)?.[1];
    const inner = name === undefined ? undefined : /^\(\?:([^()]*)\)$/.exec(vocabulary[name] ?? '')?.[1];
    const found =
      inner === undefined
        ? [firstWord.exec(alternative)?.[0]]
        : inner.split('|').map((word) => firstWord.exec(word)?.[0]);
    for (const word of found) {
      if (word === undefined) return undefined;
      words.push(` ${word}`);
    }
  }
  return words;
};

/** What a pattern cannot be without. What cannot be read asks for nothing: the pattern is then always looked for. */
const needsOf = (source: string, vocabulary: Readonly<Record<string, string>>): string[][] => {
  const needs: string[][] = [];
  element.lastIndex = 0;
  while (element.lastIndex < source.length) {
    const found = element.exec(source);
    if (found === null) return needs;
    const [, group, name, word] = found;
    const words =
      word !== undefined ? [` ${word}`] : wordsOf(group ?? (name === undefined ? '' : `<${name}>`), vocabulary);
    if (words !== undefined) needs.push(words);
  }
  return needs;
};

/** Of each pattern in a source, the lists of words of which it holds one each. */
export const needsOfEach = (source: string, vocabulary: Readonly<Record<string, string>>): string[][][] =>
  alternativesOf(source).map((part) => needsOf(part, vocabulary));

/**
 * Patterns joined by `|`, each to end where a word does, with `<name>` standing for a vocabulary. To compile a net of two thousand patterns takes
 * longer than all else that a first text asks of its function: of the few words of a text only those patterns are
 * compiled whose words are all there. One that is left out could not have matched, so that nothing is found or missed
 * by it.
 */
export const readPatterns = (source: string, vocabulary: Readonly<Record<string, string>>): WordPatterns => {
  const expand = (part: string): RegExp => {
    const source = part
      .replace(/<(\d)>/g, '(?: <word>){0,$1}')
      .replace(/<(\w+)>/g, (_, name: string) => vocabulary[name] ?? '');
    return new RegExp(`(?:${source})(?= )`, 'g');
  };
  let whole: RegExp | undefined;
  let patterns: readonly Pattern[] | undefined;
  const all = (): RegExp => {
    whole ??= expand(source);
    return whole;
  };
  return {
    all,
    within: (words) => {
      if (words.length > longestChosenFor) return all();
      patterns ??= alternativesOf(source).map((part) => ({ source: part, needs: needsOf(part, vocabulary) }));
      const possible = patterns.filter(({ needs }) => needs.every((some) => some.some((word) => words.includes(word))));
      return possible.length === 0 ? undefined : expand(possible.map((pattern) => pattern.source).join('|'));
    },
  };
};
