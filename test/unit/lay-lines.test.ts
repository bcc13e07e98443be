import { describe, expect, it } from 'vitest';
import type { Face } from '../../functions/web/pdf/fit-words.ts';
import { layLines } from '../../functions/web/pdf/lay-lines.ts';

/** Lays words by a measure in which each letter is one wide, so that the places of the runs can be counted. */
const lay = (words: string, width: number, faceAt: (letter: string) => Face = () => 'fallback') => {
  const faces = [...words].map(faceAt);
  const { lines, isRtl } = layLines(words, faces, (run) => run.length, width);
  return {
    isRtl,
    lines: lines.map(({ runs }) => runs.map((run) => run.words)),
    widths: lines.map((line) => line.width),
  };
};

describe('words that run from the right', () => {
  it('stand on their lines in the order in which they are read, numbers and Latin words from the left', () => {
    // The end of what is read stands at the left, and brackets are those of the other side.
    expect(lay('הגב כואב (7) L5', 40)).toEqual({
      isRtl: true,
      lines: [['L5', ' (', '7', 'הגב כואב )']],
      widths: [15],
    });
  });

  it('within Latin words begin at the left', () => {
    expect(lay('says الحمد لله ok', 40)).toMatchObject({ isRtl: false, lines: [['says ', 'الحمد لله', ' ok']] });
  });

  it('break into lines, the first words on the first, none lost and none doubled', () => {
    const words = 'الظهر يؤلمني 6 من 10 بعد العمل منذ يومين';
    const { lines, widths } = lay(words, 14);
    expect(Math.max(...widths)).toBeLessThanOrEqual(14);
    expect(lines.map((runs) => [...runs].reverse().join('').trim().replace(/ +/g, ' '))).toEqual([
      'الظهر يؤلمني 6',
      'من 10 بعد',
      'العمل منذ',
      'يومين',
    ]);
  });
});

it('a word that is wider than a line is broken, and no letter of it lost', () => {
  const { lines, widths } = lay('अ'.repeat(25), 10);
  expect(lines.flat().join('')).toBe('अ'.repeat(25));
  expect(Math.max(...widths)).toBeLessThanOrEqual(10);
});

it('another font is another run', () => {
  expect(lay('ab अब', 10, (letter) => (/[अब]/.test(letter) ? 'devanagari' : 'own')).lines).toEqual([['ab ', 'अब']]);
});
