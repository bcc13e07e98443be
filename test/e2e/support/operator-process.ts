import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { AWS_PROFILE: _, PORT: __, ...inherited } = process.env;

const answerSchema = z.object({ code: z.number().nullable(), output: z.string(), errors: z.string() });
export type OperatorAnswer = Readonly<z.infer<typeof answerSchema>>;

/** Runs `npm run operator -- …` as a process of its own, nobody at its terminal; `typed` comes in by its standard input. */
export const spawnOperator = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  typed = '',
): Promise<OperatorAnswer> => {
  const child = spawn(process.execPath, ['operator/main.ts', ...words], {
    cwd: root,
    env: { ...inherited, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdin.end(typed);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
};

let host: ChildProcess | undefined;
const startHost = (): ChildProcess => {
  const child = fork(new URL('./operator-host.ts', import.meta.url), { cwd: root, env: inherited, execArgv: [] });
  // It ends with whoever runs the tests, and keeps them from ending no longer than an answer takes.
  child.unref();
  child.channel?.unref();
  child.once('exit', () => {
    host = undefined;
  });
  return child;
};

/**
 * Carries out a command of the desk as `spawnOperator` does, but one after another in one process that has read the operator's
 * modules once, which is nine tenths of what a command takes. One command at a time: they share its standard streams.
 */
export const runOperator = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  typed = '',
): Promise<OperatorAnswer> => {
  host ??= startHost();
  const ended = new AbortController();
  const end = (): void => ended.abort(new Error(`the operator ended at ${words[0]}`));
  host.once('exit', end);
  try {
    const answer = once(host, 'message', { signal: ended.signal });
    host.send({ words, environment, typed });
    const [told] = await answer;
    return answerSchema.parse(told);
  } finally {
    host?.removeListener('exit', end);
  }
};
