import { type Piece, piecesOf } from './text/words.ts';

/** A word, number or sign of a reply, with its place in the normalised text. */
export interface Token extends Piece {
  /** Which part of its sentence it stands in, counted over the whole text: commas, colons, dashes and brackets part. */
  readonly clause: number;
  /** Which sentence it stands in. */
  readonly sentence: number;
}

/** Other spellings of everyday words, and the word or words they stand for: `cant` is `can not`, `jsuis` is `je suis`. */
export type Spellings = Readonly<Record<string, string>>;

const sentenceEnd = /^[.!?;…]$/;
const clauseEnd = /^[,:()"–—-]$/;

/** SMS French runs "je" into its verb (jprends, jbande): no French word begins so. */
const gluedI = /^j(?=[bcdfghklmnpqrstvxz][a-z]{2})/;

const standard = (piece: Piece, spellings: Spellings): readonly Piece[] => {
  // "2day", "2nite" are words.
  if (piece.kind === 'number' && Object.hasOwn(spellings, piece.text))
    return [{ ...piece, kind: 'word', text: spellings[piece.text] ?? piece.text }];
  if (piece.kind !== 'word') return [piece];
  const words = Object.hasOwn(spellings, piece.text) ? spellings[piece.text] : piece.text.replace(gluedI, 'je ');
  return words === undefined || words === piece.text ? [piece] : words.split(' ').map((text) => ({ ...piece, text }));
};

/**
 * The words, numbers and signs of a text as `normalise` gives it, each in its clause and sentence; a line end ends a
 * sentence. A word that stands for two has both at its place. Linear in the length of the text.
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
