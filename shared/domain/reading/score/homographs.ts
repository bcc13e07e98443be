import type { Language } from '../../people/subscriber.ts';
import type { PhraseMatch } from '../lexicon/phrase-matcher.ts';

/** Words that only one language knows, so many in a text without any of the other, tell which it is written in. */
const enough = 3;
const mostOfOther = 0.2;

/** Which languages' words cover each token. */
const coversOf = (classed: readonly PhraseMatch[]): ReadonlyMap<number, ReadonlySet<Language>> => {
  const covers = new Map<number, Set<Language>>();
  for (const { from, to, language } of classed)
    for (let at = from; at < to; at += 1) covers.set(at, (covers.get(at) ?? new Set()).add(language));
  return covers;
};

/** The language that a text is plainly written in; undefined where both are spoken, or too little is said. */
const writtenIn = (covers: ReadonlyMap<number, ReadonlySet<Language>>): Language | undefined => {
  let [english, french] = [0, 0];
  for (const languages of covers.values()) {
    if (languages.size !== 1) continue;
    if (languages.has('en')) english += 1;
    else french += 1;
  }
  if (english >= enough && french <= english * mostOfOther) return 'en';
  return french >= enough && english <= french * mostOfOther ? 'fr' : undefined;
};

/**
 * The words of each class without those of the other language that are also words of the one the text is written in: in
 * "stiff as hell 7" no "as" is French for "have". What only the other language knows stays: people borrow.
 */
export const withoutHomographs = (classed: readonly PhraseMatch[]): readonly PhraseMatch[] => {
  const covers = coversOf(classed);
  const main = writtenIn(covers);
  if (main === undefined) return classed;
  const isHomograph = ({ from, to }: PhraseMatch): boolean => {
    for (let at = from; at < to; at += 1) if (covers.get(at)?.has(main) !== true) return false;
    return true;
  };
  return classed.filter((match) => match.language === main || !isHomograph(match));
};
