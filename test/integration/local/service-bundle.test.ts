import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serviceBundle } from '../../../local/start/service-bundle.ts';

// A bundle that is not what its sources are would run yesterday's service: whatever is changed, and however, the next start
// has to run what lies there.

let root: string;

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
/** Longer ago than any bundle is made of: as packages are that npm put there before. */
const age = (file: string): void => utimesSync(join(root, file), 1, 1);

/** What the bundle says: the module's own words, a package's, and those of the file beside it. */
const said = async (): Promise<{ readonly made: boolean; readonly text: string }> => {
  const { url, made } = await serviceBundle({ root, entry: 'local/main.ts', cache: join(root, 'node_modules/.cache') });
  // A process of its own: modules are never forgotten.
  const text = execFileSync(process.execPath, [fileURLToPath(url)], { encoding: 'utf8' }).trim();
  return { made, text };
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backbeat-bundle-'));
  put('package.json', '{"type":"module"}');
  put('tsconfig.json', '{}');
  put('node_modules/.package-lock.json', '{}');
  put('node_modules/spice/package.json', '{"name":"spice","main":"index.js"}');
  put('node_modules/spice/index.js', "module.exports = { spice: 'salt' };");
  put('local/word.ts', "export const word: string = 'tea';");
  put('local/beside.txt', 'hot');
  put(
    'local/main.ts',
    `import { readFileSync } from 'node:fs';
import { spice } from 'spice';
import { word } from './word.ts';
const { late } = await import('./late.ts');
console.log(word, spice, readFileSync(new URL('beside.txt', import.meta.url), 'utf8'), late);`,
  );
  put('local/late.ts', "export const late = 'soon';");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Packages that were there a while are kept track of by their times; these have just been written. */
const settled = async (): Promise<void> => {
  // ctime cannot be set: wait until the clock is past it.
  await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the bundle that npm start runs', () => {
  test('is made once, and used while nothing changes', async () => {
    await settled();
    expect(await said()).toEqual({ made: true, text: 'tea salt hot soon' });
    expect(await said()).toEqual({ made: false, text: 'tea salt hot soon' });
    // What is read when it runs is no part of it.
    put('local/beside.txt', 'cold');
    expect(await said()).toEqual({ made: false, text: 'tea salt cold soon' });
  });

  test.each([
    [
      'a module of ours, with its length and its time as they were',
      () => {
        const { atime, mtime } = statSync(join(root, 'local/word.ts'));
        put('local/word.ts', "export const word: string = 'rum';");
        utimesSync(join(root, 'local/word.ts'), atime, mtime);
      },
      'rum salt hot soon',
    ],
    ['one that is loaded late', () => put('local/late.ts', "export const late = 'then';"), 'tea salt hot then'],
    [
      'a package, by hand, with its length and its time as they were',
      () => {
        put('node_modules/spice/index.js', "module.exports = { spice: 'dill' };");
        age('node_modules/spice/index.js');
      },
      'tea dill hot soon',
    ],
    [
      'where a package begins',
      () => {
        put('node_modules/spice/other.js', "module.exports = { spice: 'mace' };");
        put('node_modules/spice/package.json', '{"name":"spice","main":"other.js"}');
        // As npm does with whatever it installs.
        put('node_modules/.package-lock.json', '{"packages":{}}');
      },
      'tea mace hot soon',
    ],
    [
      'a part of the bundle, which somebody deleted',
      () => {
        const bundles = join(root, 'node_modules/.cache/bundles');
        for (const name of readdirSync(bundles))
          for (const file of readdirSync(join(bundles, name)))
            if (file !== 'main.mjs') rmSync(join(bundles, name, file));
      },
      'tea salt hot soon',
    ],
    [
      'the note of what it was made of, to something else',
      () => put('node_modules/.cache/bundle.json', '{"folder":"/nowhere"}'),
      'tea salt hot soon',
    ],
  ])('is made anew when this changed: %s', async (_, change, text) => {
    age('node_modules/spice/index.js');
    await settled();
    await said();
    change();
    await settled();
    expect(await said()).toEqual({ made: true, text });
    expect(await said()).toEqual({ made: false, text });
  });

  test('is not kept when a package was written while it was made', async () => {
    const later = Date.now() / 1000 + 3600;
    utimesSync(join(root, 'node_modules/spice/index.js'), later, later);
    expect((await said()).made).toBe(true);
    expect((await said()).made).toBe(true);
  });

  test('says what the sources say, whatever is edited, put back and deleted in between', {
    timeout: 60_000,
  }, async () => {
    const words = fc.constantFrom('tea', 'rum', 'ale');
    const edit = fc.record({ word: words, spice: fc.constantFrom('salt', 'dill'), tidied: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        for (const { word, spice, tidied } of edits) {
          put('local/word.ts', `export const word: string = '${word}';`);
          put('node_modules/spice/index.js', `module.exports = { spice: '${spice}' };`);
          if (tidied) rmSync(join(root, 'node_modules/.cache/bundles'), { recursive: true, force: true });
          expect((await said()).text).toBe(`${word} ${spice} hot soon`);
        }
      }),
      { numRuns: 4 },
    );
  });

  test('leaves the last few for the services that still run from them', async () => {
    for (const word of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      put('local/word.ts', `export const word: string = '${word}';`);
      await serviceBundle({ root, entry: 'local/main.ts', cache: join(root, 'node_modules/.cache') });
    }
    expect(readdirSync(join(root, 'node_modules/.cache/bundles'))).toHaveLength(5);
    expect(existsSync(join(root, 'node_modules/.cache/bundle.json'))).toBe(true);
    const { folder } = JSON.parse(readFileSync(join(root, 'node_modules/.cache/bundle.json'), 'utf8'));
    expect(existsSync(folder)).toBe(true);
  });
});
