import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';

describe('words that add nothing within a phrase', () => {
  const { words } = loadLexicon();
  const startsOf = (text: string, wanted: string): readonly number[] =>
    words(text)
      .mentions.filter(({ concept }) => concept === wanted)
      .map(({ from }) => from);

  it('leave it what it is, however often they are said', () => {
    for (const often of [0, 1, 3, 5, 8])
      expect(startsOf(`chest ${'really '.repeat(often)}pain`, 'chest-pain')).toContain(0);
  });

  it('stand before it however often, and count as its beginning only where they are few', () => {
    expect(startsOf(`${'really '.repeat(2)}chest pain`, 'chest-pain')).toEqual([0, 1, 2]);
    const many = startsOf(`${'really '.repeat(300)}chest pain`, 'chest-pain');
    expect(many).toContain(300);
    expect(many.length).toBeLessThan(12);
  });
});
