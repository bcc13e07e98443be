import { isDeepStrictEqual } from 'node:util';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { Mutant } from './mutants/mutant.ts';
import { mutants } from './mutants.ts';
import { mutate, readSources } from './mutation.ts';
import { runSeeds, type SeedResult } from './run-seeds.ts';
import { simulate } from './simulate.ts';

/** The worlds of npm test, two of which have cards and four a law. .ci/run tries the 260 from the first (npm run simulate). */
const seeds = Array.from({ length: 7 }, (_, index) => 11 + index);

describe('the simulated service', () => {
  it(`keeps every promise over ${seeds.length} seeds`, { timeout: 300_000 }, async () => {
    const results: SeedResult[] = [];
    await runSeeds({
      seeds,
      threads: 2,
      onResult: (result) => results.push(result) > 0,
    });
    const broken = results.filter(({ breach }) => breach !== undefined);
    expect(broken, `explain one with: npm run simulate -- --seed ${broken[0]?.seed}`).toEqual([]);
    const sum = (name: string): number => results.reduce((total, { counts }) => total + (counts[name] ?? 0), 0);
    // The rules were put to the test: tips were due, sent and skipped, and people were erased. What is rarer than one world in
    // ten is asked of the many that `npm run simulate` tries.
    for (const name of ['expected', 'delivered', 'paused', 'erasures', 'laws', 'texts'])
      expect(sum(name), name).toBeGreaterThan(0);
  });

  it('replays a seed to the letter, whatever else its thread is asked to simulate meanwhile', {
    timeout: 60_000,
  }, async () => {
    // Seed 13 has a law that moves clocks, seed 12 has none: neither may get the other's zone table.
    const alone = await simulate(13, true);
    expect(alone.counts).toMatchObject({ laws: 1 });
    expect(alone.lines.length).toBeGreaterThan(100);
    const [again, other] = await Promise.all([simulate(13, true), simulate(12)]);
    expect(other.counts).toMatchObject({ laws: 0 });
    expect(isDeepStrictEqual(again, alone)).toBe(true);
  });
});

describe('every mutant', () => {
  const sources = readSources();

  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s: fits the source as it is', (_name, mutant) => {
    const { path, text } = mutate(sources, mutant);
    expect(text).not.toBe(sources.find((source) => source.path === path)?.text);
    expect(() => transformSync(text, { loader: path.endsWith('x') ? 'tsx' : 'ts' })).not.toThrow();
  });

  const lease: Mutant = {
    name: 'a lease',
    within: 'decide',
    find: "if (now - $CLAIM.claimedAt < leaseMs) return 'open';",
    replace: 'void $CLAIM;',
  };
  const decide = (body: string) => ({ path: 'a.ts', text: `export const decide = () => {\n${body}\n};\n` });

  it('fits however its code is laid out, and whatever stands for its names', () => {
    const source = decide("  // Why.\n  if (\n    now - last.claimedAt < leaseMs\n  )\n    return 'open';\n  go();");
    const { text } = mutate([source], lease);
    expect(text.replace(/\s+/g, ' ')).toContain('// Why. void last; go();');
  });

  it.each([
    ['is gone', [decide("  if (now - claim.at < leaseMs) return 'open';")], /0 places in decide \(a.ts\)/],
    [
      'is there twice',
      [decide("  if (now - a.claimedAt < leaseMs) return 'open';\n  if (now - b.claimedAt < leaseMs) return 'open';")],
      /2 places in decide/,
    ],
    ['has lost its declaration', [], /0 modules declare decide/],
    ['has two homes', [decide(''), { ...decide(''), path: 'b.ts' }], /2 modules declare decide: a.ts, b.ts/],
  ])('says so if what it changes %s', (_how, sources, message) => {
    expect(() => mutate(sources, lease)).toThrow(message);
  });

  it('has a name of its own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});
