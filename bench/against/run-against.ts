import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { comparedFunctions, measureCold } from '../cold/measure-cold.ts';
import { bundleSize } from './bundle-sizes.ts';
import { type Checkout, otherCheckout, ownCheckout } from './checkout.ts';
import { type Measure, measures } from './measures.ts';
import { bundleReader } from './reader-of.ts';
import { corpora, longTexts } from './texts.ts';
import { timeStart } from './time-start.ts';

const sides = ['this', 'other'] as const;
type Side = (typeof sides)[number];

/** What one process measured, by the figure's key. */
type Run = Readonly<Record<string, number>>;
/** All runs of a measure, in the order they were made. */
export type Runs = Readonly<Record<Side, readonly Run[]>>;

export interface Comparison {
  readonly commits: Readonly<Record<Side, string>>;
  readonly measured: ReadonlyMap<Measure, Runs>;
}

export interface AgainstOptions {
  /** A commit, or the folder of one that is built. */
  readonly against: string;
  readonly only?: readonly Measure[];
  readonly rounds: number;
  /** Given each measure once it is done, so that a run that is broken off is not for nothing. */
  readonly keep: (comparison: Comparison) => void;
  readonly say: (line: string) => void;
}

const runSchema = z.record(z.string(), z.number());
/** What nothing but a bundle's files decides is the same in every round. */
const steady: ReadonlySet<Measure> = new Set(['sizes', 'ledger']);

const runProcess = (file: string, cwd: string, ...parameters: readonly string[]): Run => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const printed = execFileSync(process.execPath, [path, ...parameters], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return runSchema.parse(JSON.parse(printed.slice(printed.lastIndexOf('\n') + 1)));
};

interface Prepared {
  readonly checkout: Checkout;
  readonly reader: string;
  readonly texts: string;
  readonly longTexts: string;
}

const measureOne = async (measure: Exclude<Measure, 'cold'>, prepared: Prepared): Promise<Run> => {
  const { checkout, reader, texts, longTexts } = prepared;
  const { folder } = checkout;
  switch (measure) {
    case 'sizes':
      return { ...bundleSize(folder, 'sms-inbound') };
    case 'reading':
      return runProcess('read-texts.mjs', folder, reader, 'corpora', texts);
    case 'first':
      return runProcess('read-texts.mjs', folder, reader, 'first');
    case 'long':
      return runProcess('read-texts.mjs', folder, reader, 'long', longTexts);
    case 'start':
      return { ready: await timeStart(folder) };
    default:
      return runProcess('run-own-bench.ts', folder, folder, measure);
  }
};

/** Starts of both checkouts' functions in turn, against the same stand-ins: measureCold has its own rounds. */
const compareCold = async (other: Checkout, rounds: number): Promise<Runs> => {
  const runs = Math.max(rounds * 3, 9);
  const { functions, beside } = await measureCold({
    only: comparedFunctions,
    beside: join(other.folder, 'dist'),
    runs,
  });
  const milliseconds = (starts: typeof functions): Run =>
    Object.fromEntries(comparedFunctions.map((folder) => [folder, starts[folder]?.ms ?? Number.NaN]));
  return { this: [milliseconds(functions)], other: [milliseconds(beside)] };
};

/** Measures this checkout and another in turn, process by process, the order changed from round to round. */
export const runAgainst = async ({ against, only, rounds, say, keep }: AgainstOptions): Promise<Comparison> => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-measures-'));
  const other = otherCheckout(against);
  try {
    const own = ownCheckout();
    const texts = corpora();
    const files = { texts: join(folder, 'texts.json'), longTexts: join(folder, 'long.json') };
    writeFileSync(files.texts, JSON.stringify(texts));
    writeFileSync(files.longTexts, JSON.stringify(longTexts(texts)));
    const prepare = (side: Side, checkout: Checkout): Prepared => {
      const reader = join(folder, `${side}.mjs`);
      bundleReader(checkout.folder, reader);
      return { checkout, reader, ...files };
    };
    const prepared = { this: prepare('this', own), other: prepare('other', other) };
    const commits = { this: own.commit, other: other.commit };
    const measured = new Map<Measure, Runs>();
    const done = (measure: Measure, runs: Runs): void => {
      measured.set(measure, runs);
      keep({ commits, measured: new Map([[measure, runs]]) });
    };
    for (const measure of measures.filter((one) => only === undefined || only.includes(one))) {
      if (measure === 'cold') {
        done(measure, await compareCold(other, rounds));
        continue;
      }
      const runs: Record<Side, Run[]> = { this: [], other: [] };
      for (let round = 0; round < (steady.has(measure) ? 1 : rounds); round += 1) {
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
          const run = await measureOne(measure, prepared[side]);
          runs[side].push(run);
          say(`${measure}, ${prepared[side].checkout.commit}: ${JSON.stringify(run)}`);
        }
      }
      done(measure, runs);
    }
    return { commits, measured };
  } finally {
    other.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
