import { type Piece, piecesOf } from './text/words.ts';

/** A word, number or sign of a reply, with its position in the normalised text. */
export interface Token extends Piece {
  /** The part of its sentence, numbered over the whole text. Commas, colons, dashes and brackets separate clauses. */
  readonly clause: number;
  /** The sentence, numbered over the whole text. */
  readonly sentence: number;
}

/** Other spellings of everyday words, with the word or words that they stand for: `cant` is `can not`, `jsuis` is `je suis`. */
export type Spellings = Readonly<Record<string, string>>;

const sentenceEnd = /^[.!?;…]$/;
const clauseEnd = /^[,:()"–—-]$/;

/** SMS French joins "je" to its verb (jprends, jbande). No French word begins like that. */
const gluedI = /^j(?=[bcdfghklmnpqrstvxz][a-z]{2})/;

const standard = (piece: Piece, spellings: Spellings): readonly Piece[] => {
  // "2day" and "2nite" are words.
  if (piece.kind === 'number' && Object.hasOwn(spellings, piece.text))
    return [{ ...piece, kind: 'word', text: spellings[piece.text] ?? piece.text }];
  if (piece.kind !== 'word') return [piece];
  const words = Object.hasOwn(spellings, piece.text) ? spellings[piece.text] : piece.text.replace(gluedI, 'je ');
  return words === undefined || words === piece.text ? [piece] : words.split(' ').map((text) => ({ ...piece, text }));
};

/**
 * The words, numbers and signs of a text as `normalise` gives it, each with its clause and sentence. A line end ends a
 * sentence. Of a spelling that stands for two words, both have its position. Takes time in proportion to the text.
 */
export const readTokens = (normalised: string, spellings: Spellings): Token[] => {
  const tokens: Token[] = [];
  let clause = 0;
  let sentence = 0;
  let end = 0;
  for (const piece of piecesOf(normalised)) {
    if (normalised.slice(end, piece.start).includes('\n')) {
      clause += 1;
      sentence += 1;
    }
    end = piece.end;
    for (const part of standard(piece, spellings)) tokens.push({ ...part, clause, sentence });
    if (piece.kind !== 'mark') continue;
    if (sentenceEnd.test(piece.text)) sentence += 1;
    if (sentenceEnd.test(piece.text) || clauseEnd.test(piece.text)) clause += 1;
  }
  return tokens;
};
