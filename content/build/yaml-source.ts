import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Problem } from './problem.ts';
import { faultInWords } from './yaml-fault.ts';

/** A YAML text, checked against a schema; `value` is there only if it passed. */
export interface YamlSource<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The line of a key, or of the nearest thing around it that is there. */
  lineOf(...path: readonly PropertyKey[]): number;
}

/** What Notepad writes before the first letter of a file. */
export const byteOrderMark = /^\ufeff/;

/** A place in a file as its writer finds it: the name that is meant, and in which item of which list it stands. */
const placeInWords = (keys: readonly PropertyKey[]): string => {
  const name = keys.findLast((key) => typeof key === 'string');
  const at = keys.findLastIndex((key) => typeof key === 'number');
  const item = at === -1 ? '' : `no. ${Number(keys[at]) + 1} of \`${keys.slice(0, at).map(String).join('.')}\``;
  if (name === undefined || at === keys.length - 1) return item;
  const own = keys
    .slice(at + 1)
    .map(String)
    .join('.');
  return item === '' ? `\`${own}\`` : `\`${own}\` in ${item}`;
};

/** What a value of another kind has to be, where its schema does not say it in words of its own. */
const kindsInWords: Readonly<Record<string, string>> = {
  array: 'must be a list in brackets, as [16-tennis-ball, 30-shoes]',
  object: 'must have names with a colon below it',
  string: 'must be words: put them in quotes',
  boolean: 'must be `true`, or be left out',
  number: 'must be a number',
  int: 'must be a whole number',
};

type Issue = z.core.$ZodIssue;

const sayIssue = (issue: Issue): string =>
  issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
    ? (kindsInWords[issue.expected] ?? issue.message)
    : issue.message;

const isAlike = (one: string, other: string): boolean =>
  one.trim().slice(0, 3).toLowerCase() === other.trim().slice(0, 3).toLowerCase();

/** The name that was most likely meant by one that is not known: one that is missing beside it, and begins alike. */
const meantBy = (name: string, beside: readonly PropertyKey[], issues: readonly Issue[]): string | undefined =>
  issues
    .filter(({ code, path }) => code !== 'unrecognized_keys' && path.length === beside.length + 1)
    .filter(({ path }) => beside.every((key, at) => path[at] === key))
    .map(({ path }) => String(path.at(-1)))
    .find((missing) => isAlike(missing, name));

const issuesInWords = (
  path: string,
  issues: readonly Issue[],
  lineOf: (...keys: readonly PropertyKey[]) => number,
): readonly Problem[] => {
  const misspelt = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ keys: [...issue.path, key], meant: meantBy(key, issue.path, issues) }))
      : [],
  );
  const isTold = (keys: readonly PropertyKey[]): boolean =>
    misspelt.some(
      ({ keys: own, meant }) =>
        meant === keys.at(-1) && own.length === keys.length && own.slice(0, -1).every((key, at) => key === keys[at]),
    );
  const at = (keys: readonly PropertyKey[], what: string): Problem => ({
    path,
    line: lineOf(...keys),
    what: keys.length === 0 ? what : `${placeInWords(keys)} ${what}`,
  });
  return [
    // An unknown name gets a problem of its own on its own line; zod reports all of them at once, without their places.
    ...misspelt.map(({ keys, meant }) =>
      at(keys, `is not known here: ${meant === undefined ? 'look at its name' : `write \`${meant}\``}`),
    ),
    // That a name is missing is told by its misspelling.
    ...issues
      .filter((issue) => issue.code !== 'unrecognized_keys' && !isTold(issue.path))
      .map((issue) => at(issue.path, sayIssue(issue))),
  ];
};

/** Reads YAML that begins on `firstLine` of the file `path`. */
export const readYaml = <T>(path: string, file: string, schema: z.ZodType<T>, firstLine = 1): YamlSource<T> => {
  const text = file.replace(byteOrderMark, '').replaceAll('\r\n', '\n');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fileLine = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  const lineOf = (...keys: readonly PropertyKey[]): number => {
    const parent = document.getIn(keys.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1)) : undefined;
    const node = pair?.key ?? document.getIn(keys, true);
    if (isNode(node) && node.range) return fileLine(node.range[0]);
    return keys.length === 0 ? firstLine : lineOf(...keys.slice(0, -1));
  };

  const [broken] = document.errors;
  if (broken) {
    const { line, what } = faultInWords(broken, text, lines.linePos(broken.pos[0]).line);
    return { value: undefined, problems: [{ path, line: line + firstLine - 1, what }], lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, problems: [], lineOf };
  return { value: undefined, problems: issuesInWords(path, result.error.issues, lineOf), lineOf };
};
