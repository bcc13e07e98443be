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
  /** Below this stand few of the texts in which a rule rightly found a flag, of voices that the model had not met. */
  readonly doubted: number;
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

/** What the models make of a text, and whether they doubt the sign of the body that a rule found in it. */
export interface SecondOpinion {
  readonly of: (words: Looked) => Opinion | undefined;
  readonly doubts: (words: Looked) => boolean;
  /** Whether who takes leave of us, perhaps, may take leave of life: hopeless by less than what is asked elsewhere. */
  readonly mayBeLastWords: (words: Looked) => boolean;
}

/**
 * "I'll not be here to read the next ones": a goodbye, where few words tell of what. Of 29 texts of voices that the models
 * had not met, in which a wish to leave us was in doubt and no despair was found, none is so near to what is asked.
 */
const lastWordsMargin = 1.2;

/**
 * A second opinion: a likeness of letters, words and concepts to what calls for help; the gravest comes first. Where no rule
 * found a red flag it may find one (`of`); where one did, it may doubt it (`doubts`).
 */
export const secondOpinion = (models: SecondOpinionModels): SecondOpinion => {
  const weightsOf = memoize(
    (): Readonly<Record<Check, PackedWeights>> => ({
      hopeless: new PackedWeights(models.hopeless.weights),
      hurt: new PackedWeights(models.hurt.weights),
      signs: new PackedWeights(models.signs.weights),
    }),
  );
  const sumFor = (check: Check, features: readonly number[]): number => {
    const weights = weightsOf()[check];
    return sumOf(features, (bucket) => weights.at(bucket), models[check].scale, models[check].bias);
  };
  const opinionOn = (features: readonly number[]): Opinion | undefined => {
    for (const check of checks) {
      const { threshold, sure } = models[check];
      const sum = sumFor(check, features);
      if (sum > threshold) return { check, isSure: sum > sure };
    }
    return undefined;
  };
  return {
    of: (words) => opinionOn(featuresOf(words)),
    doubts: (words) => sumFor('signs', featuresOf(words)) < models.signs.doubted,
    mayBeLastWords: (words) => sumFor('hopeless', featuresOf(words)) > models.hopeless.threshold - lastWordsMargin,
  };
};
