import readability from 'text-readability';

/**
 * US school grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. English only.
 * Worked out from the package's counts, because its own `fleschKincaidGrade` rounds syllables a word to tenths, which
 * is worth 1.2 grades. Each block (a paragraph, a list item, a text) ends a sentence, whatever its punctuation.
 */
export const gradeOf = (blocks: readonly string[]): number => {
  const texts = blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter((block) => block !== '');
  const sum = (count: (text: string) => number) => texts.reduce((total, text) => total + count(text), 0);
  const words = sum((text) => readability.lexiconCount(text));
  if (words === 0) return 0;
  const sentences = sum((text) => readability.sentenceCount(text));
  const syllables = sum((text) => readability.syllableCount(text));
  return Math.round((0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59) * 10) / 10;
};
