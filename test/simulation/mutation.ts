import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lang, type NapiConfig, parse, type SgNode } from '@ast-grep/napi';
import { transformSync } from 'esbuild';
import type { Mutant } from './mutants/mutant.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A mutant does not fit the source any more: it would prove nothing. */
export class StaleMutant extends Error {
  override readonly name = 'StaleMutant';
}

/** A module of production's. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What may be mutated: all that is deployed. */
export const readSources = (): readonly Source[] =>
  globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}'], { cwd: root })
    .sort()
    .map((file) => resolve(root, file))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const declares = (within: string): RegExp =>
  new RegExp(String.raw`^(?:export )?(?:async )?(?:const|function) ${within}\b`, 'm');

const languageOf = (path: string): Lang => (path.endsWith('x') ? Lang.Tsx : Lang.TypeScript);

const matcherOf = ({ find }: Mutant): string | NapiConfig =>
  typeof find === 'string' ? find : { rule: { pattern: { context: find.context, selector: find.selector } } };

/** The replacement with what stood where the names of the pattern are. */
const filledIn = ({ replace }: Mutant, match: SgNode): string =>
  replace
    .replace(/\$\$\$([A-Z]+)/g, (_, name: string) =>
      match
        .getMultipleMatches(name)
        .map((node) => node.text())
        .join(' '),
    )
    .replace(/\$([A-Z]+)/g, (_, name: string) => match.getMatch(name)?.text() ?? '');

/** The module that a mutant changes, as the mutant has it. @throws StaleMutant */
export const mutate = (sources: readonly Source[], mutant: Mutant): Source => {
  const stale = (why: string): StaleMutant => new StaleMutant(`mutant "${mutant.name}": ${why}`);
  const declaration = declares(mutant.within);
  const homes = sources.filter(({ text }) => declaration.test(text));
  const [home] = homes;
  if (!home || homes.length > 1)
    throw stale(`${homes.length} modules declare ${mutant.within}: ${homes.map(({ path }) => path).join(', ')}`);
  const tree = parse(languageOf(home.path), home.text).root();
  const place = tree.children().find((node) => declaration.test(node.text()));
  const matches = place?.findAll(matcherOf(mutant)) ?? [];
  const [match] = matches;
  if (!match || matches.length > 1)
    throw stale(`${matches.length} places in ${mutant.within} (${home.path}) match ${JSON.stringify(mutant.find)}`);
  return { path: home.path, text: tree.commitEdits([match.replace(filledIn(mutant, match))]) };
};

/** From now on this thread loads one module as the mutant has it; production's files stay as they are. */
export const loadMutant = (mutant: Mutant): void => {
  const { path, text } = mutate(readSources(), mutant);
  registerHooks({
    load: (url, context, nextLoad) => {
      if (!url.startsWith('file:') || fileURLToPath(url) !== path) return nextLoad(url, context);
      const { code } = transformSync(text, { loader: path.endsWith('x') ? 'tsx' : 'ts', format: 'esm' });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
};
