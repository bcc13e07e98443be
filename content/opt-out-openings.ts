import { wholeClauses } from '../shared/domain/reply/opt-out-patterns.ts';

/** Words that stand within some patterns, and begin most of the texts that there are. */
const withinOnly: ReadonlySet<string> = new Set(['pain', 'douleur', 'mal', 'score']);

/** The words that the patterns of opt-outs are written with: a clause that asks to be left alone begins with one. */
export const compileOpenings = (): readonly string[] => {
  const words = new Set(wholeClauses().flatMap((source) => source.match(/[a-z]+/g) ?? []));
  return [...words].filter((word) => !withinOnly.has(word));
};
