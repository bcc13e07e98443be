import type { Token } from '../tokens.ts';

/** The words of the lexicon: stems of its phrases, and real words that must not be split. */
interface Known {
  readonly stem: (word: string) => boolean;
  readonly whole: (word: string) => boolean;
}

/** A shorter rest is a word by chance: "mais" is no "m'ais". */
const shortestRest = 4;
const glued = /^([cdjlmnst]|qu)(?=[a-z]{4})/;

/** The elided word at the front of `word`, if the rest is known and the whole is not: "m" of "mecrivez". */
export const elidedFrom = (word: string, known: Known): string | undefined => {
  const front = glued.exec(word)?.[1];
  if (front === undefined || known.stem(word) || known.whole(word)) return undefined;
  const rest = word.slice(front.length);
  return rest.length >= shortestRest && known.stem(rest) ? front : undefined;
};

/**
 * Splits what French elides and people write as one word: "mecrivez" is "m'écrivez", "larret" is "l'arrêt", "jretire" is
 * "j'retire". Both parts keep the position of the whole.
 */
export const partElision = (tokens: readonly Token[], known: Known): readonly Token[] =>
  tokens.flatMap((token) => {
    const front = token.kind === 'word' ? elidedFrom(token.text, known) : undefined;
    if (front === undefined) return [token];
    return [
      { ...token, text: front },
      { ...token, text: token.text.slice(front.length) },
    ];
  });
