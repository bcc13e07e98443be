import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const root = at('.');

/** The folders that hold sources. */
export const sources = ['functions', 'shared', 'infra', 'content', 'operator', 'local', 'bench', 'test'] as const;

/** dependency-cruiser could not do its work. A rule that is broken is no such thing: that is its answer. */
class CruiseFailedError extends Error {
  override readonly name = 'CruiseFailedError';
}

/** What dependency-cruiser prints about folders below `directory`, with the rules of .dependency-cruiser.mjs. */
export const cruise = (folders: readonly string[], options: readonly string[], directory = root): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--import=${at('test/imports/use-typescript-6.mjs')}`,
      at('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      `--config=${at('.dependency-cruiser.mjs')}`,
      ...options,
      ...folders,
    ],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  );
  if (status === null || stderr !== '') throw new CruiseFailedError(`it ended with ${status}: ${stderr}`);
  return stdout;
};
