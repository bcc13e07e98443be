import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** AWS's own client of the Lambda Runtime API for Node.js, which the managed runtime runs. */
const version = '4.0.2';
const integrity = 'sha512-FE5Vskx7mYNnqAnWWJXUOsLp2VGgdsJsCoRLFTa8L4Yk0QVtArqR8q58yPA++QC1a73ZWJXBQ2AH31nIAv7NOQ==';

const cache = fileURLToPath(new URL('../../node_modules/.cache/backbeat', import.meta.url));

/** The package from npm differs from the one that was reviewed. */
export class WrongPackageError extends Error {
  override readonly name = 'WrongPackageError';
}

/**
 * The file to run, from npm's registry, once. Not a dependency: its install scripts compile curl with cmake, for a native
 * client that is replaced here (preload.mjs), and on npm 10 nothing keeps them from running.
 * @returns undefined if the registry cannot be reached, which it says loudly
 */
export const awsRuntimeClient = async (): Promise<string | undefined> => {
  const folder = join(cache, `aws-lambda-ric-${version}`);
  const file = join(folder, 'package', 'index.mjs');
  if (existsSync(file)) return file;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await run('npm', ['pack', '--silent', '--pack-destination', fresh, `aws-lambda-ric@${version}`]);
  } catch {
    rmSync(fresh, { recursive: true });
    console.warn('LEFT OUT: the rehearsal, because aws-lambda-ric could not be fetched from the npm registry.');
    return undefined;
  }
  const archive = join(fresh, `aws-lambda-ric-${version}.tgz`);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new WrongPackageError(`aws-lambda-ric ${version} has ${found}`);
  await run('tar', ['-xzf', archive, '-C', fresh]);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return file;
};
