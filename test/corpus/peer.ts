import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Labelled } from './labelled.ts';

const found = z.array(z.nullable(z.number()));

/**
 * The number from 0 to 10 that goflow (RapidPro, TextIt) finds in each text, in their order; null where it finds none.
 * Needs Go, and a proxy of its modules; @throws Error of the process that failed
 */
const numbersFound = (texts: readonly string[]): readonly (number | null)[] => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-goflow-'));
  try {
    cpSync(join(import.meta.dirname, 'goflow'), folder, { recursive: true });
    const lines = execFileSync('go', ['run', '.'], {
      cwd: folder,
      env: { ...process.env, GOFLAGS: '-mod=mod' },
      input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
      stdio: ['pipe', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    return found.parse(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How texts about scores come out, in numbers of texts. */
export interface PeerResult {
  readonly texts: number;
  /** The score that was meant is logged, or none where none was to be. */
  readonly right: number;
  /** A number is logged that was not meant, or that a careful reader would have asked about. */
  readonly wrong: number;
  /** A score that was meant is not logged. */
  readonly missed: number;
}

const meansScore = ({ label }: Labelled): boolean => label === 'score' || label === 'yesterday' || label === 'fix';

/** What goflow makes of texts about scores: it knows no days and asks nothing, so that any score that was meant is right. */
export const readByPeer = (texts: readonly Labelled[]): PeerResult => {
  const numbers = numbersFound(texts.map(({ text }) => text));
  const outcomes = texts.map((labelled, index) => {
    const number = numbers[index] ?? null;
    if (number === null) return meansScore(labelled) ? 'missed' : 'right';
    return meansScore(labelled) && number === labelled.value ? 'right' : 'wrong';
  });
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { texts: texts.length, right: count('right'), wrong: count('wrong'), missed: count('missed') };
};
