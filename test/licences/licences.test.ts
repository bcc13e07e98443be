import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { deployedOf, readSbom, refused } from './read-sbom.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backbeat-licences-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A lock file as npm writes it, with these packages in it: name, licence as its package.json states it, for tests only. */
const plant = (...packages: readonly (readonly [string, unknown, boolean?])[]): void => {
  const names = (isDev: boolean) =>
    Object.fromEntries(packages.filter(([, , dev = false]) => dev === isDev).map(([name]) => [name, '1.0.0']));
  const project = { name: 'planted', version: '1.0.0', dependencies: names(false), devDependencies: names(true) };
  const locked = packages.map(([name, license, dev = false]) => [
    `node_modules/${name}`,
    {
      version: '1.0.0',
      resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
      ...(license === undefined ? {} : { license }),
      ...(dev ? { dev } : {}),
    },
  ]);
  const lock = {
    name: 'planted',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': project, ...Object.fromEntries(locked) },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
};

describe('the licences of all that npm ci brings', () => {
  it.each(['.', 'bench/peers'])('are on the list of accepted ones: %s', async (path) => {
    const components = await readSbom(join(root, path));
    expect(components.length).toBeGreaterThan(10);
    expect(refused(components, 'tool')).toEqual([]);
  });

  it('are permissive where it is deployed', async () => {
    const components = deployedOf(await readSbom(root));
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['hono', 'twilio', 'zod']));
    expect(refused(components, 'deployed')).toEqual([]);
  });
});

describe('a planted package', () => {
  it.each([
    ['GPL-3.0-or-later'],
    ['AGPL-3.0-only'],
    ['SSPL-1.0'],
    ['BUSL-1.1'],
    ['CC-BY-NC-4.0'],
    ['UNLICENSED'],
    ['SEE LICENSE IN LICENSE.md'],
    ['MIT AND GPL-2.0-only'],
    ['(MIT AND (Apache-2.0 OR GPL-3.0-only)) AND AGPL-3.0-only'],
    ['free for hospitals'],
    [undefined],
    [''],
  ])('is refused with %j, deployed or not', async (license) => {
    plant(['planted-one', license], ['fine', 'MIT']);
    const components = await readSbom(folder);
    for (const use of ['deployed', 'tool'] as const) {
      expect(refused(components, use)).toHaveLength(1);
      expect(refused(components, use)[0]).toContain('planted-one@1.0.0: ');
    }
  });

  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND ISC', 'MIT OR (AGPL-3.0-only AND ISC)'])(
    'is taken with %s: one may choose what is accepted',
    async (license) => {
      plant(['planted-one', license]);
      expect(refused(await readSbom(folder), 'deployed')).toEqual([]);
    },
  );

  it('for building may have what nothing deployed may', async () => {
    plant(['builder', 'MPL-2.0', true], ['fine', 'MIT']);
    expect(refused(await readSbom(folder), 'tool')).toEqual([]);
    expect(deployedOf(await readSbom(folder))).toHaveLength(1);
    plant(['deployed', 'MPL-2.0']);
    expect(refused(deployedOf(await readSbom(folder)), 'deployed')).toHaveLength(1);
  });
});
