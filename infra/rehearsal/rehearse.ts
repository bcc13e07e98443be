import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { functionRange } from './called-functions.ts';

/** A first event could not be tried: nobody knows what it calls, nor whether what is built can answer at all. */
export class RehearsalFailedError extends Error {
  override readonly name = 'RehearsalFailedError';
  /** What the process of the rehearsal said. */
  readonly output: string;
  constructor(subject: string, output: string, options?: ErrorOptions) {
    super(`the first event of ${subject} could not be rehearsed:\n${output}`, options);
    this.output = output;
  }
}

const script = fileURLToPath(new URL('main.ts', import.meta.url));
/** It takes half a second, and gives up by itself before. */
const timeoutMs = 60_000;

const calledFunctions = z.record(z.string(), z.array(functionRange));
/** By file name, the functions that were called. */
export type CalledFunctions = z.infer<typeof calledFunctions>;

const runIn = (folder: string, subject: string, args: readonly string[]): CalledFunctions => {
  const result = join(folder, 'called.json');
  const { status, signal, error, stdout, stderr } = spawnSync(
    process.execPath,
    [script, join(folder, 'bundle', 'handler.mjs'), result, ...args],
    // Nothing of this process's own settings: the same bytes on every machine.
    { env: { PATH: process.env['PATH'], TZ: 'UTC' }, encoding: 'utf8', timeout: timeoutMs },
  );
  if (status !== 0)
    throw new RehearsalFailedError(subject, `${stdout}${stderr}It ended with ${signal ?? status}.`, { cause: error });
  return calledFunctions.parse(JSON.parse(readFileSync(result, 'utf8')));
};

/**
 * Has the files of a bundle answer one everyday event in a process of its own, against stand-ins, and says which of
 * their functions that called. Without a name the event is nothing.
 * @throws RehearsalFailedError
 */
export const rehearse = (
  files: readonly { readonly file: string; readonly code: string }[],
  name: string | undefined,
): CalledFunctions => {
  // Its real path: modules are known by that.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backbeat-rehearsal-')));
  try {
    mkdirSync(join(folder, 'bundle'));
    for (const { file, code } of files) writeFileSync(join(folder, 'bundle', file), code);
    return runIn(folder, name ?? 'a bundle without an event', name === undefined ? [] : [name]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
