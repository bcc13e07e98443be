import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { table } from '../markdown-table.ts';
import { median } from '../median.ts';
import { type Figure, figures, type Measure, measures } from './measures.ts';
import type { Comparison, Runs } from './run-against.ts';

const keptFile = fileURLToPath(new URL('../results/against.json', import.meta.url));

const row = z.object({
  name: z.string(),
  values: z.array(z.string()),
  /** Whether it is as it is to be; undefined where nothing was asked for. */
  holds: z.boolean().optional(),
});
const kept = z.record(
  z.string(),
  z.object({ commits: z.object({ this: z.string(), other: z.string() }), measuredAt: z.string(), rows: z.array(row) }),
);
type Kept = z.infer<typeof kept>;
type Row = z.infer<typeof row>;

const shown = (value: number, { digits, unit }: Figure): string =>
  `${value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit === '' ? '' : ` ${unit}`}`;

const withSpread = (values: readonly number[], figure: Figure): string => {
  const plain = { ...figure, unit: '' };
  const spread = `${shown(Math.min(...values), plain)}–${shown(Math.max(...values), plain)}`;
  return `${shown(median(values), figure)}${values.length > 1 ? ` (${spread})` : ''}`;
};

const targetOf = ({ target, limit, ...figure }: Figure): string => {
  if (limit !== undefined) return `≤ ${shown(limit, { ...figure, digits: Number.isInteger(limit) ? 0 : 1 })}`;
  if (target === undefined) return '';
  return 'atMost' in target ? `≤ ${target.atMost} ×` : `≥ ${target.atLeast} ×`;
};

const holds = (own: number, ratio: number, { target, limit }: Figure): boolean | undefined => {
  if (limit !== undefined) return own <= limit;
  if (target === undefined) return undefined;
  return 'atMost' in target ? ratio <= target.atMost : ratio >= target.atLeast;
};

const verdictInWords = (verdict: boolean | undefined): string => {
  if (verdict === undefined) return '';
  return verdict ? 'held' : '**missed**';
};

const rowOf = (key: string, figure: Figure, runs: Runs): Row => {
  const values = (side: keyof Runs): number[] => runs[side].map((run) => run[key] ?? Number.NaN);
  const [own, other] = [values('this'), values('other')];
  const ratio = median(own) / median(other);
  const verdict = holds(median(own), ratio, figure);
  return {
    name: figure.name,
    values: [
      withSpread(other, figure),
      withSpread(own, figure),
      Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : '–',
      targetOf(figure),
      verdictInWords(verdict),
    ],
    ...(verdict === undefined ? {} : { holds: verdict }),
  };
};

export const rowsOf = (measure: Measure, runs: Runs): readonly Row[] =>
  Object.entries(figures[measure]).map(([key, figure]) => rowOf(key, figure, runs));

/** Keeps what was measured beside what other runs measured, so that a run of a few measures replaces those alone. */
export const keepComparison = ({ commits, measured }: Comparison): Kept => {
  const before = existsSync(keptFile) ? kept.parse(JSON.parse(readFileSync(keptFile, 'utf8'))) : {};
  const measuredAt = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const now = Object.fromEntries(
    [...measured].map(([measure, runs]) => [measure, { commits, measuredAt, rows: [...rowsOf(measure, runs)] }]),
  );
  const after = { ...before, ...now };
  writeFileSync(keptFile, `${JSON.stringify(after, null, 2)}\n`);
  return after;
};

export const renderAgainst = (results: Kept): string => {
  const those = measures.flatMap((measure) => results[measure] ?? []);
  const runs = [...new Set(those.map(({ commits, measuredAt }) => `${commits.this} (${measuredAt} UTC)`))];
  const others = [...new Set(those.map(({ commits }) => commits.other))];
  return `## Beside an earlier commit

\`npm run bench -- --against ${others.join(', ')}\`: both built, and measured in turn, process by process, in one run; medians, with the least and the most of the runs. Texts, deliveries and people are the same for both; stores, functions and items are each commit's own.

${table(
  ['', others.join(', '), 'this', 'ratio', 'target', ''],
  those.flatMap(({ rows }) => rows.map(({ name, values }) => [name, ...values])),
)}

"This" is ${runs.join(', ')}.`;
};
