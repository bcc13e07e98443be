import { featuresOf, type Looked } from './features.ts';

/** A linear model over features of a text, as `content/build/train-second-opinion.ts` makes it. */
export interface LinearModel {
  /** One signed byte a bucket, Base64; times `scale` is the weight. */
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
export const sumOf = (features: readonly number[], weights: ArrayLike<number>, scale: number, bias: number): number =>
  bias +
  (features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0) * scale) / Math.sqrt(features.length || 1);

/** What a model makes of a text, and whether it is as sure as a rule. */
export interface Opinion {
  readonly check: Check;
  readonly isSure: boolean;
}

interface Judge {
  readonly model: LinearModel;
  readonly weights: Int8Array;
}

const ready = (model: LinearModel): Judge => ({
  model,
  weights: Int8Array.from(atob(model.weights), (character) => (character.charCodeAt(0) << 24) >> 24),
});

/**
 * A second opinion on texts in which the rules found no red flag: a likeness of letters, words and concepts to what calls
 * for help. The gravest comes first.
 */
export const secondOpinion = (models: SecondOpinionModels): ((words: Looked) => Opinion | undefined) => {
  const judges = new Map<Check, Judge>();
  const judgeOf = (check: Check): Judge => {
    const known = judges.get(check) ?? ready(models[check]);
    judges.set(check, known);
    return known;
  };
  return (words) => {
    const features = featuresOf(words);
    for (const check of checks) {
      const { model, weights } = judgeOf(check);
      const sum = sumOf(features, weights, model.scale, model.bias);
      if (sum > model.threshold) return { check, isSure: sum > model.sure };
    }
    return undefined;
  };
};
