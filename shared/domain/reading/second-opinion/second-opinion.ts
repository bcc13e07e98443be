import { lazily } from '../../memoize.ts';
import { featuresOf, type Looked } from './features.ts';

/** A linear model over features of a text, as `content/build/train-second-opinion.ts` makes it. */
export interface LinearModel {
  /** One signed byte a bucket, Base64; times `scale` is the weight. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
  /** A text above this is worth a question; set on voices that the model had not met. */
  readonly threshold: number;
}

/** What the rules don't know: `signs` of the body are asked about; despair and being hurt are given where to turn. */
export const checks = ['hopeless', 'hurt', 'signs'] as const;
export type Check = (typeof checks)[number];

/** One model a check, over both languages. */
export type SecondOpinionModels = Readonly<Record<Check, LinearModel>> & {
  /** A text whose words the rules take for a sign is doubted below this score of `signs`; set on voices not met. */
  readonly doubt: number;
};

/** What a text looks like beside what the rules find in it. */
export interface SecondOpinion {
  /** What a text that the rules find nothing in may call for all the same; the gravest first. */
  readonly checkOf: (words: Looked) => Check | undefined;
  /** Whether a text in which the rules found a sign of the body is so unlike one that the person had better be asked. */
  readonly doubtsSign: (words: Looked) => boolean;
}

/** How much a model makes of some features, given the weight of each bucket. */
export const sumOf = (features: readonly number[], weights: ArrayLike<number>, scale: number, bias: number): number =>
  bias +
  (features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0) * scale) / Math.sqrt(features.length || 1);

type Judge = (features: readonly number[]) => number;

const ready = ({ weights, scale, bias }: LinearModel): Judge => {
  const bytes = Int8Array.from(atob(weights), (character) => (character.charCodeAt(0) << 24) >> 24);
  return (features) => sumOf(features, bytes, scale, bias);
};

/**
 * A second opinion beside the rules. It may only lead to a question, or to a line being named, where the rules found no
 * red flag, and to a question instead of an answer where they found a sign of the body: what it takes for a sign is a
 * likeness of letters, words and concepts, and no more.
 */
export const secondOpinion = (models: SecondOpinionModels): SecondOpinion => {
  const judges = lazily(
    (): Readonly<Record<Check, Judge>> => ({
      hopeless: ready(models.hopeless),
      hurt: ready(models.hurt),
      signs: ready(models.signs),
    }),
  );
  return {
    checkOf: (words) => {
      const features = featuresOf(words);
      return checks.find((check) => judges()[check](features) > models[check].threshold);
    },
    doubtsSign: (words) => judges().signs(featuresOf(words)) < models.doubt,
  };
};
