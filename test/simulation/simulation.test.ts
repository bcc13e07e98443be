import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';
import { mutate } from './mutation.ts';
import { runSeeds, type SeedResult } from './run-seeds.ts';
import { simulate } from './simulate.ts';

/** As many as a minute allows; .ci/run tries 200 others (npm run simulate). */
const count = 60;

describe('the simulated service', () => {
  it(`keeps every promise over ${count} seeds`, { timeout: 300_000 }, async () => {
    const results: SeedResult[] = [];
    await runSeeds({
      seeds: Array.from({ length: count }, (_, index) => index + 1),
      threads: 2,
      onResult: (result) => results.push(result) > 0,
    });
    const broken = results.filter(({ breach }) => breach !== undefined);
    expect(broken, `explain one with: npm run simulate -- --seed ${broken[0]?.seed}`).toEqual([]);
    const sum = (name: string): number => results.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
    // The rules hold of something: tips came due, went out, were skipped, doubted, and people were erased.
    for (const name of [
      'expected',
      'delivered',
      'late',
      'paused',
      'unknown',
      'look-up-failed',
      'erasures',
      'laws',
      'beset',
      'texts',
    ]) {
      expect(sum(name), name).toBeGreaterThan(0);
    }
  });

  it('replays a seed to the letter, whatever else its thread is asked to simulate meanwhile', {
    timeout: 60_000,
  }, async () => {
    // Seed 1 has a law that moves clocks, seed 2 has none: neither may be told the other's time.
    const alone = await simulate(1, true);
    expect(alone.counts).toMatchObject({ laws: 1 });
    expect(alone.lines.length).toBeGreaterThan(1000);
    const [again, other] = await Promise.all([simulate(1, true), simulate(2)]);
    expect(other.counts).toMatchObject({ laws: 0 });
    expect(isDeepStrictEqual(again, alone)).toBe(true);
  });
});

describe('every mutant', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s: fits the source as it is', (_name, mutant) => {
    const source = readFileSync(new URL(`../../${mutant.file}`, import.meta.url), 'utf8');
    expect(mutate(source, mutant)).not.toBe(source);
  });

  it('that fits no more says where its words may have gone', () => {
    const source = 'const first = 1;\nif (now - claim.at < leaseMs) return open;\n';
    const mutant = {
      name: 'a lease',
      file: 'a.ts',
      find: "if (now - claim.claimedAt < leaseMs) return 'open';",
      replace: '',
    };
    expect(() => mutate(source, mutant)).toThrow(/most like it there: line 2/);
  });

  it('has a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});
