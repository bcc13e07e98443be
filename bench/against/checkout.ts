import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A working tree that is measured: its modules installed, its content compiled, its bundles in dist/. */
export interface Checkout {
  readonly folder: string;
  /** Short, with `-dirty` where files differ from it. */
  readonly commit: string;
  /** Takes away what was made for the bench. */
  readonly remove: () => void;
}

/** A folder that is to be measured is no built checkout, or a commit cannot be built. */
export class CheckoutError extends Error {
  override readonly name = 'CheckoutError';
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (folder: string, command: string, ...parameters: readonly string[]): string => {
  try {
    return execFileSync(command, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  } catch (cause) {
    throw new CheckoutError(`${command} ${parameters.join(' ')} failed in ${folder}`, { cause });
  }
};

const commitOf = (folder: string): string => run(folder, 'git', 'describe', '--always', '--dirty').trim();

/** This checkout, its bundles made anew. */
export const ownCheckout = (): Checkout => {
  run(root, 'npm', 'run', '-s', 'bundle');
  return { folder: root, commit: commitOf(root), remove: () => {} };
};

const builtFolder = (folder: string): Checkout => {
  if (!existsSync(join(folder, 'dist/sms-inbound/handler.mjs')))
    throw new CheckoutError(`${folder} has no bundles: npm ci && npm run bundle there`);
  return { folder, commit: commitOf(folder), remove: () => {} };
};

/**
 * The checkout to compare with: a commit, built in a working tree of its own that is removed afterwards, or a folder that
 * is built already.
 * @throws CheckoutError
 */
export const otherCheckout = (commitOrFolder: string): Checkout => {
  if (existsSync(commitOrFolder) && statSync(commitOrFolder).isDirectory()) return builtFolder(resolve(commitOrFolder));
  const temporary = mkdtempSync(join(tmpdir(), 'backbeat-against-'));
  const folder = join(temporary, 'checkout');
  const remove = (): void => {
    if (existsSync(folder)) run(root, 'git', 'worktree', 'remove', '--force', folder);
    rmSync(temporary, { recursive: true, force: true });
  };
  try {
    run(root, 'git', 'worktree', 'add', '--detach', folder, commitOrFolder);
    run(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
    // Not every commit's bundles compile the content first.
    run(folder, 'npm', 'run', '-s', 'content');
    run(folder, 'npm', 'run', '-s', 'bundle');
    return { folder, commit: commitOf(folder), remove };
  } catch (error) {
    remove();
    throw error;
  }
};
