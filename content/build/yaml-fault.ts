import type { YAMLError } from 'yaml';

/** A fault in how a file is written: on which line it is (from 1), and a sentence that says what to write. */
export interface WrittenFault {
  readonly line: number;
  readonly what: string;
}

/** A line that names something: its indentation, its name, and what stands behind the colon. */
const named = /^(?<indent>[ -]*)(?<name>[\w-]+):(?: +(?<value>.*))?$/;
/** What no value may begin with unless it stands in quotes. */
const reserved = /^[@`%*&!|>[\]{}#?]/;

const quoted = (value: string): string => `"${value.replaceAll(/["“”]/g, "'")}"`;

/** Faults that can be seen in one line, whatever the parser says of it, the surest first. */
const faultsOfLine: readonly ((line: string) => string | undefined)[] = [
  (line) => (/^\s*\t|^ *- *\t/.test(line) ? 'has a tab at its beginning: write two spaces in its place' : undefined),
  (line) =>
    /^[ ]*[\u00a0\u2000-\u200b\u202f\u3000]/.test(line)
      ? 'begins with a space that only looks like one, as a word processor writes it: type the spaces anew'
      : undefined,
  (line) => {
    const [, before = '', name, value] = /^([ -]*)([\w-]+):(?!\/\/)(\S.*)$/.exec(line) ?? [];
    return name === undefined ? undefined : `needs a space behind the colon: write \`${before}${name}: ${value}\``;
  },
  (line) => {
    const { name, value = '' } = named.exec(line)?.groups ?? {};
    if (name === undefined) return undefined;
    if (/^["'].*["'].+$/.test(value) && !/^(["']).*\1 *$/.test(value))
      return `has words behind the quotes: put all of it in quotes, \`${name}: ${quoted(value)}\``;
    if (/: |:$/.test(value) && !/^["'{[]/.test(value))
      return `has a second colon: put the words in quotes, \`${name}: ${quoted(value)}\``;
    if (reserved.test(value) && !/^(?:[|>][+-]?|[[{].*[\]}]) *$/.test(value))
      return `begins with ${value.charAt(0)}, which has a meaning of its own: put the words in quotes, \`${name}: ${quoted(value)}\``;
    return undefined;
  },
];

/** Says of a line which of those faults it has. */
const faultOf = (line: string): string | undefined => {
  for (const find of faultsOfLine) {
    const what = find(line);
    if (what !== undefined) return what;
  }
  return undefined;
};

const opens = (line: string): boolean => /[[{]/.test(line) && !/[\]}]/.test(line);
const startsQuote = (line: string): boolean => {
  const { value = '' } = named.exec(line)?.groups ?? {};
  const mark = value.charAt(0);
  return /["']/.test(mark) && !value.slice(1).trimEnd().endsWith(mark);
};

/** The last line before one (or that one) of which something holds; undefined where it holds of none. */
const lastBefore = (lines: readonly string[], at: number, holds: (line: string) => boolean): number | undefined => {
  const found = lines.slice(0, at).findLastIndex(holds);
  return found === -1 ? undefined : found + 1;
};

/** A line without a colon is a name whose colon is missing, or words that belong to the name above. */
const sayNoColon = (line: string): string => {
  const [, name, words = ''] = /^([a-z][a-z-]*) (.*)$/.exec(line.trim()) ?? [];
  return name === undefined
    ? 'has no name: begin it with two spaces if it goes on with the words above it'
    : `has no colon behind its name: write \`${name}: ${words}\`, or begin it with two spaces if it goes on with the words above it`;
};

type Say = (lines: readonly string[], at: number) => WrittenFault;

/** What is said by what the parser found, where the line itself shows no cause. */
const byCode: Readonly<Partial<Record<YAMLError['code'], Say>>> = {
  DUPLICATE_KEY: (lines, at) => ({
    line: at,
    what: `names \`${named.exec(lines[at - 1] ?? '')?.groups?.['name'] ?? 'something'}\` a second time: leave one of the two out`,
  }),
  BAD_INDENT: (_lines, at) => ({
    line: at,
    what: 'does not begin below the line before it: give both as many spaces at the beginning',
  }),
  MULTILINE_IMPLICIT_KEY: (lines, at) => ({ line: at, what: sayNoColon(lines[at - 1] ?? '') }),
  MISSING_CHAR: (lines, at) => {
    const bracket = lastBefore(lines, at, opens);
    const quote = lastBefore(lines, lines.length, startsQuote);
    if (quote !== undefined)
      return { line: quote, what: 'opens a quote that nothing closes: write the same quote behind the words' };
    return bracket === undefined
      ? { line: at, what: 'lacks a sign: compare it with the same line of another file' }
      : { line: bracket, what: 'opens a bracket that nothing closes: write } or ] at its end' };
  },
};

/**
 * The first fault of a text that is no YAML, in words for whoever writes tips and not programs. What the parser finds
 * behind it comes of it, and is told to nobody. `at`: the line (from 1) on which the parser stumbled.
 */
export const faultInWords = (error: YAMLError, text: string, at: number): WrittenFault => {
  const lines = text.split('\n');
  // The parser stumbles on the line itself, or on the first that can no longer belong to the one before.
  for (const near of [at, at - 1]) {
    const what = faultOf(lines[near - 1] ?? '');
    if (what !== undefined && near >= 1) return { line: near, what };
  }
  const bracket = lastBefore(lines, at, opens);
  if (/end with a [}\]]/.test(error.message) && bracket !== undefined)
    return { line: bracket, what: 'opens a bracket that nothing closes: write } or ] at its end' };
  const said = byCode[error.code]?.(lines, at);
  return said ?? { line: at, what: `cannot be read: compare it with the same line of another file (${error.message})` };
};
