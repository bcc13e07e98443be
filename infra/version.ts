import { execFileSync } from 'node:child_process';

/**
 * What git calls the state of a folder: a tag, or a commit, with `-dirty` where files were changed since; `unknown` where it
 * is no clone. A deployment carries it, so that the way back to it is known.
 */
export const versionOf = (folder: string): string => {
  try {
    const words = ['describe', '--tags', '--always', '--dirty', '--abbrev=12'];
    return execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
};
