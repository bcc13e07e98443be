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
export type SecondOpinionModels = Readonly<Record<Check, LinearModel>>;

/** How much a model makes of some features, given the weight of each bucket. */
export const sumOf = (features: readonly number[], weights: ArrayLike<number>, scale: number, bias: number): number =>
  bias +
  (features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0) * scale) / Math.sqrt(features.length || 1);

const ready = ({ weights, scale, bias, threshold }: LinearModel): ((features: readonly number[]) => boolean) => {
  const bytes = Int8Array.from(atob(weights), (character) => (character.charCodeAt(0) << 24) >> 24);
  return (features) => sumOf(features, bytes, scale, bias) > threshold;
};

/**
 * A second opinion on texts in which the rules found no red flag. It may only lead to a question, or to a line being
 * named: what it takes for a sign is a likeness of letters, words and concepts, and no more. The gravest comes first.
 */
export const secondOpinion = (models: SecondOpinionModels): ((words: Looked) => Check | undefined) => {
  let judges: ReadonlyMap<Check, (features: readonly number[]) => boolean> | undefined;
  return (words) => {
    judges ??= new Map(checks.map((check) => [check, ready(models[check])]));
    const features = featuresOf(words);
    return checks.find((check) => judges?.get(check)?.(features));
  };
};
