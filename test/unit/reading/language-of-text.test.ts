import { describe, expect, it } from 'vitest';
import { languageOfText } from '../../../shared/domain/reading/second-opinion/language-of-text.ts';
import { words } from './fresh-lexicon.ts';

const languageOf = (text: string) => languageOfText(words(text).tokens);

describe('the language that a text is likely of', () => {
  it.each(['my legs are numb', 'cant feel it', 'pain 6 and the back is stiff', '', '6'])('%j is English', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  it.each([
    'mes jambes sont engourdies',
    'jsuis pas bien',
    "j'ai mal au dos depuis hier",
    'douleur 6, le dos est raide',
  ])('%j is French', (text) => {
    expect(languageOf(text)).toBe('fr');
  });
});
