/** A linear model over pieces of words, as `content/build/train-second-opinion.ts` makes it. */
export interface LinearModel {
  /** One signed byte a bucket, Base64; times `scale` is the weight. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
  /** A text above this is worth a question; set on voices that the model had not met. */
  readonly threshold: number;
}

/** One model for bodily signs, one for hopelessness, over both languages. */
export interface SecondOpinionModels {
  readonly signs: LinearModel;
  readonly hopeless: LinearModel;
}

/** What the rules don't know and somebody should be asked about, or be given the line. */
export type Check = 'signs' | 'hopeless';

/** How many buckets the pieces are spread over: 8 KB a model. */
export const buckets = 8192;
const shortest = 3;
const longest = 5;

/** Longer texts are judged by their first part, so that a mail of any length costs no more than this many characters. */
const mostRead = 1600;

/**
 * The buckets that the pieces of a normalised text fall into (runs of three to five letters, spaces at the ends of words
 * among them; hashed by FNV-1a), each once.
 */
export const piecesOf = (normalised: string): readonly number[] => {
  const text = ` ${normalised
    .slice(0, mostRead)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const found = new Set<number>();
  for (let from = 0; from + shortest <= text.length; from += 1) {
    let hash = 2166136261;
    for (let at = from; at < Math.min(from + longest, text.length); at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
      if (at - from + 1 >= shortest) found.add((hash >>> 0) % buckets);
    }
  }
  return [...found];
};

/** How much a model makes of some pieces, given the weight of each bucket. */
export const sumOf = (pieces: readonly number[], weights: ArrayLike<number>, scale: number, bias: number): number =>
  bias + (pieces.reduce((sum, piece) => sum + (weights[piece] ?? 0), 0) * scale) / Math.sqrt(pieces.length || 1);

const ready = ({ weights, scale, bias, threshold }: LinearModel): ((pieces: readonly number[]) => boolean) => {
  const bytes = Int8Array.from(atob(weights), (character) => (character.charCodeAt(0) << 24) >> 24);
  return (pieces) => sumOf(pieces, bytes, scale, bias) > threshold;
};

/**
 * A second opinion on texts in which the rules found no red flag. It may only lead to a question, or to the line being
 * named: what it takes for a sign is a likeness of letters and no more.
 */
export const secondOpinion = (models: SecondOpinionModels): ((normalised: string) => Check | undefined) => {
  let judges:
    | {
        readonly signs: (pieces: readonly number[]) => boolean;
        readonly hopeless: (pieces: readonly number[]) => boolean;
      }
    | undefined;
  return (normalised) => {
    judges ??= { signs: ready(models.signs), hopeless: ready(models.hopeless) };
    const pieces = piecesOf(normalised);
    if (judges.hopeless(pieces)) return 'hopeless';
    return judges.signs(pieces) ? 'signs' : undefined;
  };
};
