import { readdirSync, readFileSync } from 'node:fs';
import { Lang, parse, type SgNode } from '@ast-grep/napi';
import { describe, expect, it } from 'vitest';

/*
 * No finding of the doctor is without a test: what each call of blocks, warns and look may say, read from the source, against
 * the words that the tests beside this one expect.
 */
const textsIn = (folder: URL, isRead: (file: string) => boolean): readonly (readonly [file: string, text: string])[] =>
  readdirSync(folder)
    .filter(isRead)
    .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]);

/** What a literal says, cut where something is filled in; undefined for anything but a literal. */
const partsOf = (node: SgNode): readonly string[] | undefined => {
  const text = node.text().slice(1, -1).replaceAll(/\s+/g, ' ');
  if (node.kind() === 'string') return [text];
  if (node.kind() !== 'template_string') return undefined;
  const filled = node.children().filter((child) => child.kind() === 'template_substitution');
  return filled.reduce<readonly string[]>(
    (parts, child) => {
      const [before = '', ...after] = (parts.at(-1) ?? '').split(child.text().replaceAll(/\s+/g, ' '));
      return [...parts.slice(0, -1), before, after.join('')];
    },
    [text],
  );
};

const literalsIn = (node: SgNode): readonly SgNode[] =>
  node.findAll({ rule: { any: [{ kind: 'string' }, { kind: 'template_string' }] } });

interface Said {
  readonly file: string;
  readonly parts: readonly string[];
}

const said: readonly Said[] = textsIn(new URL('../../../infra/doctor/', import.meta.url), () => true).flatMap(
  ([file, text]) =>
    parse(Lang.TypeScript, text)
      .root()
      .findAll({ rule: { kind: 'call_expression', regex: '^(blocks|warns|look)\\(' } })
      .flatMap((call) => {
        const [first] =
          call
            .field('arguments')
            ?.children()
            .filter((child) => child.isNamed() && child.kind() !== 'comment') ?? [];
        const parts = first && partsOf(first);
        if (parts === undefined) throw new TypeError(`${file} says something that is no literal: ${first?.text()}`);
        return [{ file, parts }];
      }),
);

const expected: readonly string[] = textsIn(new URL('./', import.meta.url), (file) => file !== 'every-finding.test.ts')
  .flatMap(([, text]) => literalsIn(parse(Lang.TypeScript, text).root()))
  .flatMap((literal) => partsOf(literal)?.join('…') ?? []);

/** So many letters tell one finding from all others. */
const telling = 6;
/** Whether words that a test expects and a part of what a finding says overlap, up to where something is filled in. */
const isWithin = (words: string, part: string): boolean => {
  const [shorter, longer] = words.length < part.length ? [words, part] : [part, words];
  if (shorter.length >= telling && longer.includes(shorter)) return true;
  for (let length = telling; length <= Math.min(words.length, part.length); length += 1)
    if (words.startsWith(part.slice(-length)) || words.endsWith(part.slice(0, length))) return true;
  return false;
};

describe('what the doctor may find', () => {
  it('is read from its source', () => {
    expect(said.length).toBeGreaterThanOrEqual(40);
  });

  it('has a test, every one', () => {
    const untried = said.filter(({ parts }) => !parts.some((part) => expected.some((words) => isWithin(words, part))));
    expect(untried.map(({ file, parts }) => `${file}: ${parts.join('…')}`)).toEqual([]);
  });
});
