import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTopics } from '../../../content/build/compile-models.ts';
import { compiledModule } from '../../../content/build/compiled-module.ts';
import { packed } from '../../../content/build/linear-model.ts';
import { shortNumbers } from '../../../content/build/phrase-tree-builder.ts';
import { asBase64, codesOfBuckets, longestGap } from '../../../content/build/sparse-weights.ts';
import { isOneTypoApart } from '../../../shared/domain/reading/lexicon/edit-distance.ts';
import { SortedWords } from '../../../shared/domain/reading/lexicon/sorted-words.ts';
import { BucketList } from '../../../shared/domain/reading/second-opinion/bucket-list.ts';
import { midCode, WeightRows } from '../../../shared/domain/reading/second-opinion/weight-rows.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '='), minLength: 1, maxLength: 6 });

describe('numbers of a lexicon', () => {
  it('are refused where one takes more than two bytes', () => {
    expect([...shortNumbers([0, 0xffff])]).toEqual([0, 0xffff]);
    expect(() => shortNumbers([65_536])).toThrow(/65536/);
  });

  it('come back from a packed module as they were, beside what else it holds', async () => {
    const value = { bytes: Uint8Array.of(1, 2, 255), words: 'été', numbers: Uint16Array.of(0, 258, 0xffff), list: [1] };
    const code = compiledModule('topics', value);
    const module: { read: () => unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(module.read()).toEqual(value);
  });
});

describe('sorted words', () => {
  it('find what is among them, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (words, asked) => {
        const sorted = words.toSorted();
        const lookedUp = new SortedWords(sorted.join(' '));
        expect(lookedUp.indexOf(asked)).toBe(sorted.indexOf(asked));
        expect(lookedUp.startingWith('a')).toEqual(sorted.filter((one) => one.startsWith('a')));
      }),
    );
  });
});

describe('one typo apart', () => {
  /** What one typo makes of a word: a letter missing, replaced or added, two neighbours swapped. */
  const typosOf = (of: string): readonly string[] =>
    Array.from({ length: of.length + 1 }, (_, at) => [of.slice(0, at), of.slice(at)] as const).flatMap(
      ([front, [first = '', second = '', ...rest]]) => [
        `${front}${second}${rest.join('')}`,
        `${front}${second}${first}${rest.join('')}`,
        ...['a', 'b', 'c', '='].flatMap((letter) => [
          `${front}${letter}${second}${rest.join('')}`,
          `${front}${letter}${first}${second}${rest.join('')}`,
        ]),
      ],
    );

  it('are words of which one is a typo of the other, or both the same', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isOneTypoApart(one, other)).toBe(one === other || typosOf(one).includes(other));
        for (const typo of typosOf(one)) expect(isOneTypoApart(one, typo)).toBe(true);
      }),
    );
  });
});

describe('a model', () => {
  it('weighs a code less its middle, squared with its sign, wherever in a byte it lies', () => {
    const three = new WeightRows(Uint8Array.of(0x07, 0x87, 0xe8, 0x77), 3);
    expect([...three.sumsOf([0])]).toEqual([-49, 0, 1, 0]);
    expect([...three.sumsOf([1, 0])]).toEqual([0, 1, 1, 0]);
  });

  it('is packed by rows, of which each begins with a byte of its own', () => {
    const trained = {
      topics: ['a', 'b', 'c'],
      largest: [1, 1, 1],
      biases: [0, 0, 0],
      weights: packed(Int8Array.of(7, 0, -7, 1, 0, -1)),
    };
    const rows = new WeightRows(compileTopics(trained).weights, 3);
    expect([...rows.sumsOf([0])]).toEqual([49, 0, -49, 0]);
    expect([...rows.sumsOf([1])]).toEqual([1, 0, -1, 0]);
    expect([...rows.sumsOf([2])]).toEqual([0, 0, 0, 0]);
  });

  it('has the code of each bucket that weighs something, and of all others that they weigh nothing', () => {
    // Buckets 2 and 18, the step over more than fifteen in two.
    const codes = codesOfBuckets(asBase64([2, 15, 0, 0, 14, 7, 1, 7]), 20);
    expect([...codes].map((code, bucket) => [bucket, code]).filter(([, code]) => code !== 7)).toEqual([
      [2, 14],
      [19, 1],
    ]);
  });

  it('comes back from its text, however far its weights lie apart', () => {
    const code = fc.integer({ min: -7, max: 7 });
    const stretch = fc.tuple(code, fc.integer({ min: 0, max: 3 * longestGap }));
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const codes = Int8Array.from(
          stretches.flatMap(([first, nones]) => [first, ...new Array<number>(nones).fill(0)]),
        );
        expect([...codesOfBuckets(packed(codes), codes.length)]).toEqual(Array.from(codes, (each) => each + midCode));
      }),
    );
  });

  it('counts each bucket once', () => {
    const found = new BucketList(4);
    for (const hash of [1, 5, -1, 3, 1]) found.add(hash);
    expect(found.list).toEqual([1, 3]);
  });
});
