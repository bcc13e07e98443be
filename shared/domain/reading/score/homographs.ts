import type { Language } from '../../people/subscriber.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';

/** Words that only one language knows, so many in a text with hardly any of the other, tell which it is written in. */
const enough = 3;
const mostOfOther = 0.2;
const bits: Readonly<Record<Language, number>> = { en: 1, fr: 2 };

/** Which languages' words cover each token, as bits. */
const coversOf = (classed: readonly PhraseMatch[], tokens: number): Uint8Array => {
  const covers = new Uint8Array(tokens);
  for (const { from, to, language } of classed)
    for (let at = from; at < to; at += 1) covers[at] = (covers[at] ?? 0) | bits[language];
  return covers;
};

/** The language that a text is plainly written in; undefined where both are spoken, or too little is said. */
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
 * The words of each class without those of the other language that are also words of the one the text is written in: in
 * "stiff as hell 7" no "as" is French for "have". What only the other language knows stays: people borrow.
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
