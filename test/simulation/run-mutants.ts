import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { mutants } from './mutants.ts';
import { runSeeds, type SeedResult } from './run-seeds.ts';
import { simulate } from './simulate.ts';

/** How many seeds are tried before a mutant counts as not caught. */
const mostSeeds = 1500;

const seedsFile = new URL('./mutants/seeds.json', import.meta.url);

/** The seed that caught each mutant when they were last tried. Any change of production may make it another. */
const readKnownSeeds = (): Readonly<Record<string, number>> =>
  z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(seedsFile, 'utf8')));

export interface MutantRun {
  /** Only this one. */
  readonly name?: string | undefined;
  readonly threads: number;
  /** Keeps the seeds that caught them for the next time. */
  readonly learn: boolean;
  /** Tries only the mutants that have such a seed. */
  readonly onlyKnown: boolean;
}

/** Whether production without a mutant keeps every rule at a seed; each seed is run once. */
const createProductionCheck = (): ((seed: number) => Promise<boolean>) => {
  const answers = new Map<number, Promise<boolean>>();
  return (seed) => {
    const answer = answers.get(seed) ?? simulate(seed).then(({ breach }) => breach === undefined);
    answers.set(seed, answer);
    return answer;
  };
};

/**
 * The first seed that breaks a rule with the mutant and none without it: what production breaks proves nothing. Begins
 * with the seed that caught it last time.
 */
const catchMutant = async (
  mutant: string,
  known: number | undefined,
  productionHolds: (seed: number) => Promise<boolean>,
): Promise<SeedResult | undefined> => {
  const all = Array.from({ length: mostSeeds }, (_, index) => index + 1);
  let seeds = known === undefined ? all : [known, ...all.filter((seed) => seed !== known)];
  for (;;) {
    let caught: SeedResult | undefined;
    await runSeeds({
      seeds,
      threads: 1,
      mutant,
      onResult: (result) => {
        if (result.breach) caught = result;
        return result.breach === undefined;
      },
    });
    if (!caught || (await productionHolds(caught.seed))) return caught;
    console.log(`seed ${caught.seed} is left out: production itself breaks a rule there`);
    seeds = seeds.slice(seeds.indexOf(caught.seed) + 1);
  }
};

/** Tries the mutants and says of each which rule caught it, and at which seed; true if all were caught. */
export const runMutants = async ({ name: wanted, threads, learn, onlyKnown }: MutantRun): Promise<boolean> => {
  const known = readKnownSeeds();
  const wantedOnes = mutants.filter(({ name }) => wanted === undefined || name === wanted);
  const chosen = wantedOnes.filter(({ name }) => !onlyKnown || known[name] !== undefined);
  const learnt = new Map<string, number>();
  const productionHolds = createProductionCheck();
  const waiting = [...chosen];
  console.log(`${'mutant'.padEnd(70)} ${'seed'.padStart(5)}  caught by`);
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const { name } = mutant;
      const caught = await catchMutant(name, known[name], productionHolds);
      if (caught) learnt.set(name, caught.seed);
      const rule = caught?.breach?.rule ?? `NOTHING: it is alive after ${mostSeeds} seeds`;
      const searched = caught && caught.seed !== known[name] ? ' (searched for: --learn keeps it)' : '';
      console.log(`${name.padEnd(70)} ${String(caught?.seed ?? '').padStart(5)}  ${rule}${searched}`);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  if (learn) {
    const kept = mutants.flatMap(({ name }) => {
      const seed = learnt.get(name) ?? known[name];
      return seed === undefined ? [] : [[name, seed] as const];
    });
    writeFileSync(seedsFile, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  }
  for (const { name } of wantedOnes.filter((mutant) => !chosen.includes(mutant)))
    console.log(`left out, for no seed is known that catches it: ${name}`);
  console.log(`${learnt.size} of ${chosen.length} mutants are caught`);
  return chosen.length > 0 && learnt.size === chosen.length;
};
