import { memoize } from '../../memoize.ts';
import { featuresOf, type Looked } from './features.ts';
import { PackedWeights } from './packed-weights.ts';

/** A linear model over features of a text, as `content/build/train-second-opinion.ts` makes it. */
export interface LinearModel {
  /** Four bits a bucket, from 0 to 14, Base64. Less 7, and squared with its sign, times `scale` it is the weight. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
  /** A text above this is worth a question, or a line's number; set on voices that the model had not met. */
  readonly threshold: number;
  /** A text above this is as sure as a rule makes it; set in the same way. */
  readonly sure: number;
}

/** What the rules don't know: `signs` of the body are asked about; despair and being hurt are given where to turn. */
export const checks = ['hopeless', 'hurt', 'signs'] as const;
export type Check = (typeof checks)[number];

/** One model a check, over both languages. */
export type SecondOpinionModels = Readonly<Record<Check, LinearModel>>;

/** How much a model makes of some features, given the weight of each bucket. */
export const sumOf = (
  features: readonly number[],
  weightOf: (bucket: number) => number,
  scale: number,
  bias: number,
): number => {
  let sum = 0;
  for (const feature of features) sum += weightOf(feature);
  return bias + (sum * scale) / Math.sqrt(features.length || 1);
};

/** What a model makes of a text, and whether it is as sure as a rule. */
export interface Opinion {
  readonly check: Check;
  readonly isSure: boolean;
}

/**
 * A second opinion on texts in which the rules found no red flag: a likeness of letters, words and concepts to what calls
 * for help. The gravest comes first.
 */
export const secondOpinion = (models: SecondOpinionModels): ((words: Looked) => Opinion | undefined) => {
  const weights = memoize(() => checks.map((check) => new PackedWeights(models[check].weights)));
  return (words) => {
    const features = featuresOf(words);
    for (const [at, check] of checks.entries()) {
      const { scale, bias, threshold, sure } = models[check];
      const sum = sumOf(features, (bucket) => weights()[at]?.at(bucket) ?? 0, scale, bias);
      if (sum > threshold) return { check, isSure: sum > sure };
    }
    return undefined;
  };
};
