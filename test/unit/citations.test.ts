import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:tsx?|mjs|yaml|md)$/.test(file) && existsSync(join(root, file)));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const packageSchema = z.object({ version: z.string(), scripts: z.record(z.string(), z.string()) });

const anchorsOf = (file: string): ReadonlySet<string> => {
  const text = textOf(file);
  const named = [...text.matchAll(/<a id="([\w-]+)"/g)].map(([, id = '']) => id);
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...named, ...headings]);
};

describe('a citation', () => {
  it('of the facts or the design leads to a place that is there', () => {
    const broken = files.flatMap((file) =>
      [...textOf(file).matchAll(/docs\/(facts|design)\.md#([\w-]+)/g)]
        .filter(([, page, anchor = '']) => !anchorsOf(`docs/${page}.md`).has(anchor))
        .map(([whole]) => `${file}: ${whole}`),
    );
    expect(broken).toEqual([]);
  });

  it('is a link, not a name', () => {
    const named = files
      .filter(
        (file) =>
          /\.(?:tsx?|yaml)$/.test(file) && !file.includes('test/corpus/') && !file.endsWith('citations.test.ts'),
      )
      .filter((file) => /\bfacts [A-G]\d\b|\bdesign, section \d/i.test(textOf(file)));
    expect(named).toEqual([]);
  });

  it('of a file by its path, in a document of what is, names one that is there', () => {
    // The changelog tells what was; a path with a placeholder, or of another project, is none of ours.
    const gone = files
      .filter((file) => file.endsWith('.md') && !/^(?:CHANGELOG|findings\/)/.test(file))
      .flatMap((file) =>
        [...textOf(file).matchAll(/`((?:bench|content|functions|infra|local|operator|shared|test)\/[\w./-]+)`/g)]
          .filter(([, path = '']) => !path.startsWith('content/compiled') && !existsSync(join(root, path)))
          .map(([whole]) => `${file}: ${whole}`),
      );
    expect(gone).toEqual([]);
  });

  // What a newcomer reads first: names in it are those of the code as it is.
  const houseDocuments = files.filter((file) =>
    /^(?:README|CONTRIBUTING|SECURITY|docs\/(?:architecture|testing|a-new-keyword|performance)|functions\/[\w-]+\/README|(?:content|local)\/README)\.md$/.test(
      file,
    ),
  );
  const quotedIn = (file: string): readonly string[] =>
    [...textOf(file).matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted);

  it('of a file by its name alone, in what a newcomer reads, names one that is there', () => {
    const names = new Set(files.map((file) => file.slice(file.lastIndexOf('/') + 1)));
    const gone = houseDocuments.flatMap((file) =>
      quotedIn(file)
        .filter((quoted) => /^[\w.-]+\.(?:tsx?|mjs|yaml)$/.test(quoted) && !names.has(quoted))
        .map((quoted) => `${file}: ${quoted}`),
    );
    expect(houseDocuments.length).toBeGreaterThan(15);
    expect(gone).toEqual([]);
  });

  it('of a function, a type or a script, in what a newcomer reads, names one that is there', () => {
    const code = files.filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith('citations.test.ts'));
    const identifiers = new Set(code.flatMap((file) => textOf(file).match(/[A-Za-z_$][\w$]*/g) ?? []));
    const { scripts } = packageSchema.parse(JSON.parse(textOf('package.json')));
    const gone = houseDocuments.flatMap((file) =>
      quotedIn(file)
        .filter(
          (quoted) =>
            (/^[a-z]+(?:[A-Z][a-z0-9]+)+$/.test(quoted) && !identifiers.has(quoted)) ||
            [...quoted.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].some(([, script = '']) => !(script in scripts)),
        )
        .map((quoted) => `${file}: ${quoted}`),
    );
    expect(identifiers.size).toBeGreaterThan(5000);
    expect(gone).toEqual([]);
  });

  it('in a document leads to a file and a heading that are there', () => {
    const broken = files
      .filter((file) => file.endsWith('.md') && file !== 'docs/facts.md')
      .flatMap((file) =>
        [...textOf(file).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([\w-]+))?\)/g)].flatMap(
          ([whole, path = '', anchor]) => {
            const target = path === '' ? file : join(dirname(file), path);
            if (!existsSync(join(root, target))) return [`${file}: ${whole}`];
            if (anchor === undefined || !target.endsWith('.md')) return [];
            return anchorsOf(target).has(anchor) ? [] : [`${file}: ${whole}`];
          },
        ),
      );
    expect(broken).toEqual([]);
  });
});

describe('the version', () => {
  const { version } = packageSchema.parse(JSON.parse(textOf('package.json')));

  it('of the package is that of the newest release in the changelog', () => {
    const headings = [...textOf('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    const [newest = ''] = headings.filter((heading) => heading !== 'Unreleased');
    expect(newest.split(' ')[0]).toBe(version);
    for (const heading of headings) expect(heading).toMatch(/^(?:Unreleased|\d+\.\d+\.\d+ — \d{4}-\d\d-\d\d)$/);
  });

  it('is the same in the lock file', () => {
    const lock = z.object({ version: z.string(), packages: z.object({ '': z.object({ version: z.string() }) }) });
    const { version: top, packages } = lock.parse(JSON.parse(textOf('package-lock.json')));
    expect([top, packages[''].version]).toEqual([version, version]);
  });
});
