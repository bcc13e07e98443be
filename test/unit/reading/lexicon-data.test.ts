import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed } from '../../../content/build/linear-model.ts';
import { isOneTypoApart } from '../../../shared/domain/reading/lexicon/edit-distance.ts';
import { numbersOfText, textOfNumbers } from '../../../shared/domain/reading/lexicon/numbers-text.ts';
import { SortedWords } from '../../../shared/domain/reading/lexicon/sorted-words.ts';
import { BucketList } from '../../../shared/domain/reading/second-opinion/bucket-list.ts';
import { longestGap, unpackWeights } from '../../../shared/domain/reading/second-opinion/sparse-weights.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '='), minLength: 1, maxLength: 6 });

describe('numbers as a text', () => {
  it('come back from JSON as they were, whatever characters they make', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (numbers) => {
        const json = JSON.stringify(textOfNumbers([...numbers, 0xd800, 0xdc00, 34, 92]));
        expect([...numbersOfText(JSON.parse(json))]).toEqual([...numbers, 0xd800, 0xdc00, 34, 92]);
      }),
    );
  });

  it('are refused where one has no character', () => {
    expect(() => textOfNumbers([65_536])).toThrow(/65536/);
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
    const weights = unpackWeights(Buffer.from([0x02, 0x0e, 0x76]).toString('base64'), 9);
    expect([...weights]).toEqual([49, 0, 0, 0, -1, 0, 0, 0, 0]);
  });

  it('comes back from its text, however far its weights lie apart', () => {
    const code = fc.integer({ min: -7, max: 7 });
    const stretch = fc.tuple(code, fc.integer({ min: 0, max: 3 * longestGap }));
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const codes = Int8Array.from(
          stretches.flatMap(([first, nones]) => [first, ...new Array<number>(nones).fill(0)]),
        );
        const weights = unpackWeights(packed(codes), codes.length);
        expect([...weights]).toEqual(Array.from(codes, (each) => each * Math.abs(each) || 0));
      }),
    );
  });

  it('counts each bucket once', () => {
    const found = new BucketList(4);
    for (const hash of [1, 5, -1, 3, 1]) found.add(hash);
    expect(found.list).toEqual([1, 3]);
  });
});
