import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import * as z from 'zod';
import { it } from '../support/engine.ts';
import { judgedPages } from './judged-pages.ts';

const { resolve } = createRequire(import.meta.url);
const jar = join(resolve('vnu-jar'), '../build/dist/vnu.jar');
const run = promisify(execFile);
const hasJava = await run('java', ['-version']).then(
  () => true,
  () => false,
);
const isWanted = process.env['MODE'] === 'exhaustive';
if (isWanted && !hasJava) console.warn('LEFT OUT: no page was judged by the Nu HTML checker: it takes Java 17');

const verdicts = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      subType: z.string().optional(),
      url: z.string(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** What the checker warns of, and we have a reason for. */
const explained: readonly RegExp[] = [
  // hono's JSX closes what has no content as XML does. All our attribute values are quoted, which is all that it warns of.
  /^Trailing slash on void elements has no effect/,
];

/** What the checker finds in pages, by their names. */
const judge = async (folder: string, pages: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const names = Object.keys(pages);
  for (const [index, html] of Object.values(pages).entries()) writeFileSync(join(folder, `${index}.html`), html);
  // It ends with 1 where it found anything: what it found is on standard output either way.
  const { stdout } = await run('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return verdicts
    .parse(JSON.parse(stdout))
    .messages.filter(({ message }) => !explained.some((known) => known.test(message)))
    .map(({ type, subType, url, message, extract = '' }) => {
      const page = names[Number.parseInt(basename(url), 10)];
      return `${page}: ${subType ?? type}: ${message} ${extract}`;
    });
};

/** The checker takes a Java machine: `npm run judge:html` and .ci/run ask for it. */
describe.runIf(isWanted && hasJava)('the Nu HTML checker', () => {
  it('finds nothing in any page, in both languages', async ({ freshTable }) => {
    const folder = mkdtempSync(join(tmpdir(), 'backbeat-html-'));
    try {
      const pages = await judgedPages(freshTable);
      expect(Object.keys(pages).length).toBeGreaterThan(70);
      for (const [name, html] of Object.entries(pages)) expect(html, name).toMatch(/^<!doctype html>/i);
      expect(await judge(folder, pages)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is seen to find what is planted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backbeat-html-'));
    try {
      const planted = { planted: '<!doctype html><html lang="en"><title>x</title><ul><p>no item</p></ul></html>' };
      expect((await judge(folder, planted)).join()).toContain('planted: error: Element “p” not allowed as child');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
