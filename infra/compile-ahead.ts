import remapping from '@jridgewell/remapping';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import MagicString from 'magic-string';
import type { FunctionRange } from './rehearsal/called-functions.ts';

/** A file of JavaScript and its source map. */
export interface MappedCode {
  readonly code: string;
  readonly map: string;
}

/** An escape that stays, or a character that needs one, with the backslash that it may have and does not need. */
const escapeOrCharacter = /\\[\0-\x7f]|\\?([^\0-\x7f])/g;
const asciiPattern = (pattern: string): string =>
  pattern.replace(escapeOrCharacter, (found, character?: string) =>
    character === undefined ? found : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The functions that parentheses can be put around, which have none yet, and the patterns. */
const findEdits = (code: string) => {
  const functions: FunctionRange[] = [];
  const kept = new Set<FunctionRange>();
  const patterns: FunctionRange[] = [];
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', preserveParens: true });
  simple(program, {
    ArrowFunctionExpression: (node) => functions.push(node),
    FunctionExpression: (node) => functions.push(node),
    MethodDefinition: ({ value }) => kept.add(value),
    Property: ({ value, method, kind }) => {
      if (method || kind !== 'init') kept.add(value);
    },
    PropertyDefinition: ({ value }) => {
      if (value) kept.add(value);
    },
    ParenthesizedExpression: ({ expression }) => kept.add(expression),
    Literal: (node) => {
      if (node.regex) patterns.push(node);
    },
  });
  return { functions: functions.filter((node) => !kept.has(node)), patterns };
};

const keyOf = ({ start, end }: FunctionRange): string => `${start}-${end}`;

/**
 * Puts parentheses around the functions that a first event calls: V8 then compiles them with the file that they stand
 * in. Others it only looks through, and reads again when they are called. Only arrow functions and function expressions
 * can be put so (of async arrow functions the V8 of Node 24 takes no notice yet). Patterns are written in ASCII, as
 * esbuild writes all else: for one character beyond Latin-1, V8 keeps two bytes for every character of the file.
 */
export const compileAhead = ({ code, map }: MappedCode, called: readonly FunctionRange[]): MappedCode => {
  const { functions, patterns } = findEdits(code);
  const wanted = new Set(called.map(keyOf));
  const text = new MagicString(code);
  for (const { start, end } of patterns) {
    const pattern = code.slice(start, end);
    const ascii = asciiPattern(pattern);
    if (ascii !== pattern) text.update(start, end, ascii);
  }
  for (const { start, end } of functions.filter((node) => wanted.has(keyOf(node)))) {
    text.appendRight(start, '(');
    text.appendLeft(end, ')');
  }
  if (!text.hasChanged()) return { code, map };
  const moved = text.generateMap({ source: 'bundle', hires: true });
  const remapped = remapping(moved.toString(), (file) => (file === 'bundle' ? map : null));
  return { code: text.toString(), map: remapped.toString() };
};
