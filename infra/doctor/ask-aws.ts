import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type * as z from 'zod';
import type { Answer } from './finding.ts';

/** Runs the AWS CLI with the operator's own sign-in; resolves with what it prints. */
export type RunAws = (parameters: readonly string[]) => Promise<string>;

const run = promisify(execFile);

/** Runs the AWS CLI on this machine. */
export const runAws: RunAws = async (parameters) => (await run('aws', [...parameters, '--output', 'json'])).stdout;

/**
 * The reason in an error of the CLI: the last line of its output, "An error occurred (AccessDenied) when calling …".
 */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && error.code === 'ENOENT') return 'the AWS CLI is not installed';
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : error.message;
  return (said.trim().split('\n').at(-1) ?? 'unknown').replace(/\.$/, '');
};

/** Runs one command and reads its output by a schema. */
export const askAws = async <S extends z.ZodType>(
  aws: RunAws,
  schema: S,
  ...parameters: readonly string[]
): Promise<Answer<z.output<S>>> => {
  try {
    // Some commands print nothing where there is nothing to tell.
    const printed = (await aws(parameters)).trim();
    const read = schema.safeParse(JSON.parse(printed === '' ? '{}' : printed));
    return read.success
      ? { value: read.data }
      : { missing: `aws ${parameters.slice(0, 2).join(' ')} answered in another form` };
  } catch (error) {
    return { missing: reasonOf(error) };
  }
};
