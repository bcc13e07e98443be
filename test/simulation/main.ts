import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { printLoad } from './load/print-load.ts';
import { runMutants } from './run-mutants.ts';
import { runSeeds, type SeedResult } from './run-seeds.ts';
import { simulate } from './simulate.ts';
import { printLines } from './transcript.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '200' },
    from: { type: 'string' },
    lines: { type: 'string', default: '80' },
    mutants: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    learn: { type: 'boolean', default: false },
    known: { type: 'boolean', default: false },
    people: { type: 'string' },
    day: { type: 'boolean', default: false },
  },
});
const threads = availableParallelism();
const from = Number(values.from ?? 1);
const seedsFrom = (count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

/** Runs one seed again and prints what happened to the person for whom a rule was broken. */
const explain = async (seed: number): Promise<boolean> => {
  const { breach, lines, counts } = await simulate(seed, true);
  if (!breach) {
    console.log(`seed ${seed}: every rule holds`, counts);
    return true;
  }
  console.log(`${printLines(lines, breach.who, Number(values.lines))}\n`);
  console.log(`seed ${seed} breaks the rule "${breach.rule}"\n  ${breach.who}: ${breach.what}`);
  return false;
};

/** What many worlds are sure to have between them; a rule about something that never happened was not put to the test. */
const rare = [
  ...['expected', 'delivered', 'late', 'paused', 'unknown', 'look-up-failed', 'erasures', 'laws', 'beset', 'redFlags'],
  ...['clinic-alerted', 'texts', 'cohorts'],
];
const many = 100;

const runMany = async (count: number): Promise<boolean> => {
  const began = performance.now();
  const failures: SeedResult[] = [];
  const total: Record<string, number> = {};
  let done = 0;
  await runSeeds({
    seeds: seedsFrom(count),
    threads,
    onResult: (result) => {
      done += 1;
      if (result.breach) failures.push(result);
      for (const [name, number] of Object.entries(result.counts)) total[name] = (total[name] ?? 0) + number;
      const share = done / count;
      const bar = `${'#'.repeat(Math.floor(share * 40))}${'.'.repeat(40 - Math.floor(share * 40))}`;
      if (process.stderr.isTTY)
        process.stderr.write(`\r[${bar}] ${done} of ${count} seeds, ${failures.length} broken `);
      return true;
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const seconds = (performance.now() - began) / 1000;
  console.log(`${count} seeds in ${seconds.toFixed(1)} s (${threads} threads)`);
  console.log(
    Object.entries(total)
      .sort()
      .map(([name, number]) => `${name} ${number}`)
      .join(', '),
  );
  for (const { seed, breach } of failures.slice(0, 20))
    console.log(`seed ${seed}: ${breach?.rule}; ${breach?.who}: ${breach?.what}`);
  const missing = count < many ? [] : rare.filter((name) => !total[name]);
  if (missing.length > 0) console.log(`in no world was there any of: ${missing.join(', ')}`);
  const [first] = failures.sort((a, b) => a.seed - b.seed);
  if (first) await explain(first.seed);
  return failures.length === 0 && missing.length === 0;
};

const run = (): Promise<boolean> => {
  if (values.people) return printLoad(Number(values.people));
  if (values.mutants || values.mutant)
    return runMutants({ name: values.mutant, threads, learn: values.learn, onlyKnown: values.known });
  return values.seed ? explain(Number(values.seed)) : runMany(Number(values.seeds));
};

process.exitCode = (await run()) ? 0 : 1;
