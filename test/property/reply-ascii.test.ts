import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../../shared/domain/reading/command/keyword-tokens.ts';
import { plainWords } from '../../shared/domain/reading/text/normalise.ts';
import { unicodePattern } from '../../shared/domain/reading/text/unicode-pattern.ts';

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 60 });
const anywhere = fc.string({ unit: 'binary', maxLength: 60 });
const source = "([\\p{L}]+(?:'[\\p{L}]+)*)|[^\\p{L}\\p{N}]";

test('an expression over all scripts finds the same in a text, whether or not it is compiled for ASCII', () => {
  fc.assert(
    fc.property(fc.oneof(ascii, anywhere), (text) => {
      const found = text.match(unicodePattern(source, 'gu')(text));
      expect(found).toEqual(text.match(new RegExp(source, 'gu')));
    }),
    { numRuns: 2000 },
  );
});

test('a text in plain letters is read alike with and without an accented word behind it', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      expect(tokenise(`${text} ß`).slice(0, -1)).toEqual(tokenise(text));
      expect(plainWords(`${text} ß`)).toBe(`${plainWords(text).trimEnd()} ß `);
    }),
    { numRuns: 2000 },
  );
});
