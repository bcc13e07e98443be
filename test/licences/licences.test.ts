import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Component, deployedOf, readSbom, refused } from './read-sbom.ts';

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

/** The product's own list: npm takes a second for each. */
const ours = readSbom(root);

describe('the licences of all that npm ci brings', () => {
  it.each(['.', 'bench/peers'])('are on the list of accepted ones: %s', async (path) => {
    const components = await (path === '.' ? ours : readSbom(join(root, path)));
    expect(components.length).toBeGreaterThan(10);
    expect(refused(components, 'tool')).toEqual([]);
  });

  it('are permissive where it is deployed', async () => {
    const components = deployedOf(await ours);
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['hono', 'twilio', 'zod']));
    expect(refused(components, 'deployed')).toEqual([]);
  });
});

describe('a planted package', () => {
  const refusedEverywhere = [
    'GPL-3.0-or-later',
    'AGPL-3.0-only',
    'SSPL-1.0',
    'BUSL-1.1',
    'CC-BY-NC-4.0',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.md',
    'MIT AND GPL-2.0-only',
    '(MIT AND (Apache-2.0 OR GPL-3.0-only)) AND AGPL-3.0-only',
    'free for hospitals',
    undefined,
    '',
  ];
  const acceptedEverywhere = [
    'MIT',
    '(MIT OR GPL-3.0-or-later)',
    'Apache-2.0 AND ISC',
    'MIT OR (AGPL-3.0-only AND ISC)',
  ];
  let planted: readonly Component[];
  beforeAll(async () => {
    const named = (kind: string, licences: readonly unknown[]) =>
      licences.map((licence, index) => [`${kind}-${index}`, licence] as const);
    plant(
      ...named('refused', refusedEverywhere),
      ...named('accepted', acceptedEverywhere),
      ['builder', 'MPL-2.0', true],
      ['deployed', 'MPL-2.0'],
    );
    planted = await readSbom(folder);
  });
  const only = (name: string): readonly Component[] => planted.filter((component) => component.name === name);

  it.each([...refusedEverywhere.entries()])('is refused (%i) with %j, deployed or not', (index, _licence) => {
    for (const use of ['deployed', 'tool'] as const)
      expect(refused(only(`refused-${index}`), use).join('\n')).toMatch(new RegExp(`^refused-${index}@1\\.0\\.0: .+$`));
  });

  it.each([...acceptedEverywhere.entries()])('is taken (%i) with %j: one may choose what is accepted', (index) => {
    expect(only(`accepted-${index}`)).toHaveLength(1);
    expect(refused(only(`accepted-${index}`), 'deployed')).toEqual([]);
  });

  it('for building may have what nothing deployed may', () => {
    expect(refused(only('builder'), 'tool')).toEqual([]);
    expect(deployedOf(only('builder'))).toEqual([]);
    expect(refused(deployedOf(only('deployed')), 'deployed')).toHaveLength(1);
  });
});
