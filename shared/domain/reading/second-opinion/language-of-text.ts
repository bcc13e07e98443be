import type { Language } from '../../people/subscriber.ts';
import type { Token } from '../tokens.ts';

/** Everyday words that only one language has. "On", "a" and "me" are in both. */
const everyday: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `i my the and is are was it to of in that this you your for with not do have has been be but so just at no if when am
    what he she they all up out can will get got from like feel u im ive dont cant its now more than how about`.split(
      /\s+/,
    ),
  ),
  fr: new Set(
    `je j le la les un une des et est c ca de du dans que qu qui pas plus mon ma mes ne n ce cette il elle ils vous au aux
    pour avec sur mais ai suis sont tout bien fait depuis quand jai jsuis chui sans nous si se s l d m moi mal`.split(
      /\s+/,
    ),
  ),
};

/**
 * The language of most everyday words in a text, or English if there are none. It only chooses a model's limits, which
 * differ by language; nobody is answered by it.
 */
export const languageOfText = (tokens: readonly Pick<Token, 'text'>[]): Language => {
  let balance = 0;
  for (const { text } of tokens) {
    if (everyday.fr.has(text)) balance += 1;
    if (everyday.en.has(text)) balance -= 1;
  }
  return balance > 0 ? 'fr' : 'en';
};
