/** One thing that is wrong with the content: where, what, and what to do about it. */
export interface Problem {
  /** The path as an editor knows it: `content/en/tips/07-exercise.md`. */
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** `path:line: what`, the form that editors and CI logs turn into a link. */
export const formatProblem = ({ path, line, what }: Problem): string => `${path}:${line}: ${what}`;

/** The content has problems and was not compiled; nothing has been written. */
export class ContentProblemsError extends Error {
  override readonly name = 'ContentProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** The line (from 1) on which the character at that index stands. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
