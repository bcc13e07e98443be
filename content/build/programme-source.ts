import * as z from 'zod';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const programFile = z.strictObject({
  version: z.string('is missing: put the date of the last change in quotes').min(1, 'is empty: write a date'),
  tips: z.array(z.string('must be the name of a tip file without .md')).min(1, 'is empty: list the tips in order'),
});

export interface Program {
  readonly version: string;
  /** Ids in the order in which tips are given. */
  readonly tips: readonly string[];
  lineOf(id: string): number;
}

/** Reads program.yaml; a tip that is listed twice is a problem. */
export const readProgram = (
  path: string,
  file: string,
): { readonly program?: Program; readonly problems: readonly Problem[] } => {
  const { value, problems, lineOf } = readYaml(path, file, programFile);
  if (value === undefined) return { problems };
  const lineOfTip = (id: string) => lineOf('tips', value.tips.indexOf(id));
  const twice = value.tips.flatMap((id, index) =>
    value.tips.indexOf(id) < index
      ? [{ path, line: lineOf('tips', index), what: `${id} is listed twice: nobody should get a tip again so soon` }]
      : [],
  );
  return { program: { ...value, lineOf: lineOfTip }, problems: twice };
};
