import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { Mutant } from './mutants.ts';

/** A mutant does not fit the source any more: it would prove nothing. */
export class StaleMutant extends Error {
  override readonly name = 'StaleMutant';
}

const wordsIn = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

/** The line of a source that is most like some words: where they have moved to, or what became of them. */
const nearestLine = (source: string, words: string): string => {
  const wanted = new Set(wordsIn(words));
  const [nearest] = source
    .split('\n')
    .map((line, index) => ({
      line,
      number: index + 1,
      shared: [...new Set(wordsIn(line))].filter((word) => wanted.has(word)).length,
    }))
    .sort((a, b) => b.shared - a.shared);
  return nearest ? `line ${nearest.number}, "${nearest.line.trim()}"` : 'nothing';
};

/** The source with the mutant's words in place of production's. */
export const mutate = (source: string, { name, file, find, replace }: Mutant): string => {
  const found = source.split(find).length - 1;
  if (found !== 1)
    throw new StaleMutant(
      `mutant "${name}": found ${found} times in ${file}, must be once: ${find}\nmost like it there: ${nearestLine(source, find)}`,
    );
  return source.replace(find, () => replace);
};

/** From now on this thread loads one module as the mutant has it; production's files stay as they are. */
export const loadMutant = (mutant: Mutant): void => {
  registerHooks({
    load: (url, context, nextLoad) => {
      if (!url.startsWith('file:') || !url.split('?')[0]?.endsWith(`/${mutant.file}`)) return nextLoad(url, context);
      const source = mutate(readFileSync(fileURLToPath(url), 'utf8'), mutant);
      const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
};
