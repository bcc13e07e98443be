import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { Mutant } from './mutants.ts';

/** A mutant does not fit the source any more: it would prove nothing. */
export class StaleMutant extends Error {
  override readonly name = 'StaleMutant';
}

/** The source with the mutant's words in place of production's. */
export const mutate = (source: string, { name, file, find, replace }: Mutant): string => {
  const found = source.split(find).length - 1;
  if (found !== 1) throw new StaleMutant(`mutant "${name}": found ${found} times in ${file}, must be once: ${find}`);
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
