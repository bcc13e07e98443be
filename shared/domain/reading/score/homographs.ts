import type { Language } from '../../people/subscriber.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';

/** This many words that only one language has, with hardly any of the other, tell the language of a text. */
const enough = 3;
const mostOfOther = 0.2;
const bits: Readonly<Record<Language, number>> = { en: 1, fr: 2 };

/** For each token, a bit for each language whose words cover it. */
const coversOf = (classed: readonly PhraseMatch[], tokens: number): Uint8Array => {
  const covers = new Uint8Array(tokens);
  for (const { from, to, language } of classed)
    for (let at = from; at < to; at += 1) covers[at] = (covers[at] ?? 0) | bits[language];
  return covers;
};

/** The language that a text is plainly written in. Undefined where both are used or too little is said. */
const writtenIn = (covers: Uint8Array): Language | undefined => {
  let [english, french] = [0, 0];
  for (const languages of covers) {
    if (languages === bits.en) english += 1;
    if (languages === bits.fr) french += 1;
  }
  if (english >= enough && french <= english * mostOfOther) return 'en';
  return french >= enough && english <= french * mostOfOther ? 'fr' : undefined;
};

/**
 * Drops words of a class that belong to the other language and are also words of the text's own: in "stiff as hell 7" the
 * "as" is not the French for "have". Words that only the other language has stay, because people borrow.
 */
export const withoutHomographs = (classed: readonly PhraseMatch[], tokens: number): readonly PhraseMatch[] => {
  const covers = coversOf(classed, tokens);
  const main = writtenIn(covers);
  if (main === undefined) return classed;
  const isHomograph = ({ from, to }: PhraseMatch): boolean => {
    for (let at = from; at < to; at += 1) if (((covers[at] ?? 0) & bits[main]) === 0) return false;
    return true;
  };
  return classed.filter((match) => match.language === main || !isHomograph(match));
};
