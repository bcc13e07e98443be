import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface OperatorAnswer {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `npm run operator -- …` as a process of its own, nobody at its terminal; `typed` comes in by its standard input. */
export const runOperator = (
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  typed = '',
): Promise<OperatorAnswer> => {
  const { AWS_PROFILE: _, PORT: __, ...inherited } = process.env;
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
