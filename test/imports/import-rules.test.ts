import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { cruise, sources } from './cruise.ts';
import { pageWithPicture } from './picture.ts';

const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** How many modules were read, and the arrows that a rule forbids. */
const check = (folders: readonly string[], directory?: string) => {
  const { summary } = report.parse(JSON.parse(cruise(folders, ['--output-type=json'], directory)));
  const broken = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
  return { modules: summary.totalCruised, broken };
};

describe('imports', () => {
  it('go the ways they may', () => {
    const { modules, broken } = check(sources);
    expect(broken).toEqual([]);
    // A tool that reads nothing finds nothing: with TypeScript 7 alone it would be 0.
    expect(modules).toBeGreaterThan(300);
  });

  it('are drawn in docs/architecture.md as they are (npm run picture)', () => {
    const { now, drawn } = pageWithPicture();
    expect(now).toBe(drawn);
    expect(drawn).toContain('functions-->shared_domain');
  });
});

/** Arrows that may not be: what refuses them, the file without the kind of import, and where they lead. */
const planted: readonly (readonly [rule: string, from: string, to: string, specifier: string])[] = [
  ['nothing-deployed-needs-a-laptop', 'functions/web/local', 'local/leaf.ts', '../../local/leaf.ts'],
  ['nothing-deployed-needs-a-laptop', 'shared/store/test', 'test/leaf.ts', '../../test/leaf.ts'],
  ['nothing-deployed-needs-a-laptop', 'infra/local', 'local/leaf.ts', '../local/leaf.ts'],
  ['nothing-deployed-needs-a-laptop', 'content/bench', 'bench/leaf.ts', '../bench/leaf.ts'],
  ['the-domain-stands-alone', 'shared/domain/deep/store', 'shared/store/leaf.ts', '../../store/leaf.ts'],
  ['shared-knows-no-function', 'shared/function', 'functions/tick/leaf.ts', '../functions/tick/leaf.ts'],
  ['nothing-needs-the-command-line', 'shared/use-cases/door', 'operator/leaf.ts', '../../operator/leaf.ts'],
  ['the-command-line-speaks-to-a-service', 'operator/inside', 'local/leaf.ts', '../local/leaf.ts'],
  ['functions-know-no-other-function', 'functions/web/tick', 'functions/tick/leaf.ts', '../tick/leaf.ts'],
  ['functions-know-no-other-function', 'functions/desk/web', 'functions/web/leaf.ts', '../web/leaf.ts'],
  [
    'only-the-desk-dresses-as-the-pages',
    'functions/tick/form',
    'functions/web/posted-form.ts',
    '../web/posted-form.ts',
  ],
];
const kinds = {
  value: (specifier: string) => `export { a } from '${specifier}';`,
  type: (specifier: string) => `import type { A } from '${specifier}';\nexport type B = A;`,
  later: (specifier: string) => `export const b = () => import('${specifier}');`,
};
const leaf = 'export interface A { readonly a: string }\nexport const a = 1;\n';

const folder = mkdtempSync(join(tmpdir(), 'backbeat-imports-'));
afterAll(() => rmSync(folder, { recursive: true }));
const plant = (file: string, code: string): void => {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), code);
};

describe('an import that is planted', () => {
  for (const [, from, to, specifier] of planted) {
    plant(to, leaf);
    for (const [kind, write] of Object.entries(kinds)) plant(`${from}-${kind}.ts`, write(specifier));
  }
  plant('shared/domain/files.ts', "import * as fs from 'node:fs';\nexport const read = fs.readFileSync;");
  plant('shared/domain/keys.ts', "import { createHmac } from 'node:crypto';\nexport const key = createHmac;");
  plant('shared/domain/right.ts', "export { key } from './keys.ts';");
  plant('functions/web/right.ts', "export { key } from '../../shared/domain/right.ts';");
  plant('functions/desk/right.ts', "export { a } from '../web/posted-form.ts';");
  plant('local/right.ts', "export { key } from '../functions/web/right.ts';");
  plant('shared/circle-a.ts', "import type { B } from './circle-b.ts';\nexport type A = B | 1;");
  plant('shared/circle-b.ts', "import type { C } from './circle-c.ts';\nexport type B = C | 2;");
  plant('shared/circle-c.ts', "import type { A } from './circle-a.ts';\nexport type C = A | 3;");
  plant('shared/gone.ts', "export * from './not-here.ts';");
  const { broken } = check(sources, folder);

  it.each(planted)('%s: from %s to %s is refused, be it of a value, of a type or later', (rule, from, to) => {
    for (const kind of Object.keys(kinds)) expect(broken).toContain(`${rule}: ${from}-${kind}.ts -> ${to}`);
  });

  it('that closes a circle is refused', () => {
    expect(broken.filter((one) => one.startsWith('no-circles'))).toEqual([
      'no-circles: shared/circle-a.ts -> shared/circle-b.ts',
    ]);
  });

  it('of the file system into the domain is refused', () => {
    expect(broken).toContain('the-domain-stands-alone: shared/domain/files.ts -> fs');
  });

  it('of what is not there is refused', () => {
    expect(broken).toContain('every-import-is-found: shared/gone.ts -> ./not-here.ts');
  });

  it('that may be is not', () => {
    expect(broken.filter((one) => /right|keys/.test(one))).toEqual([]);
    expect(broken).toHaveLength(planted.length * Object.keys(kinds).length + 3);
  });
});
