import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:tsx?|mjs|yaml|md)$/.test(file) && existsSync(join(root, file)));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

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
