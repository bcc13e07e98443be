import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { Problem } from './problem.ts';

/** A YAML text, checked against a schema; `value` is there only if it passed. */
export interface YamlSource<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The line of a key, or of the nearest thing around it that is there. */
  lineOf(...path: readonly PropertyKey[]): number;
}

/** Reads YAML that begins on `firstLine` of the file `path`. */
export const readYaml = <T>(path: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlSource<T> => {
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

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      path,
      line: fileLine(error.pos[0]),
      what: `not valid YAML: ${error.message}`,
    }));
    return { value: undefined, problems, lineOf };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap((issue) => {
    const at = (keys: readonly PropertyKey[], what: string): Problem => ({
      path,
      line: lineOf(...keys),
      what: keys.length === 0 ? what : `\`${keys.join('.')}\` ${what}`,
    });
    // An unknown name gets a problem of its own on its own line; zod reports all of them at once, without their places.
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => at([...issue.path, key], 'is not known here: look at its name'))
      : [at(issue.path, issue.message)];
  });
  return { value: undefined, problems, lineOf };
};
