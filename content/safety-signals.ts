import type { SafetyRule } from '../shared/domain/reply/safety.ts';
import { needsOfEach } from '../shared/domain/reply/word-patterns.ts';

/** Words of every second text: a signal of none of them is worth more than one with any. */
const everywhere: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at back bad be because been before better but by can could day did do
  does done down even every felt for from get gets go going good got had has have he her here him his how i if im in into is
  it its just last left like lot me more morning much my need night no not now of off on one or out over pain please right
  same she since sleep slept so some still take than that the them then there they this to today too took up very walk was we
  went were when while will with worse you your yesterday
  ai apres au aux avec bien ce cette dans de depuis des du elle en est et eu fait il j je la le les ma mal mes mieux moi mon
  ne nous on ou par pas peu plus pour que qui sa se ses si son suis sur tout tres trop un une vous`
    .split(/\s+/)
    .map((word) => ` ${word}`),
);

/**
 * Words, one of which a text holds or no rule's signs or losses are in it. Each pattern gives the list it cannot be
 * without that fewest of the everyday texts (`plainWords`) have a word of: of "chest pain" the chest.
 */
export const compileSignals = (
  rules: readonly SafetyRule[],
  vocabulary: Readonly<Record<string, string>>,
  everyday: readonly string[],
): readonly string[] => {
  const commonness = new Map<string, number>();
  const howCommon = (word: string): number => {
    const known =
      commonness.get(word) ?? everyday.filter((text) => text.includes(word)).length + (everywhere.has(word) ? 100 : 0);
    commonness.set(word, known);
    return known;
  };
  const cost = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + howCommon(word), words.length / 1000);
  const rarest = (needs: readonly (readonly string[])[]): readonly string[] =>
    // A pattern that needs nothing may be in any text, and the empty word is.
    needs.reduce((best, words) => (best === undefined || cost(words) < cost(best) ? words : best), needs[0]) ?? [''];
  const sources = rules.flatMap(({ signs, losses }) => [signs, losses].filter((source) => source !== undefined));
  return [...new Set(sources.flatMap((source) => needsOfEach(source, vocabulary)).flatMap(rarest))].sort();
};
