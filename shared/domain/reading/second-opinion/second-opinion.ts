import { memoize } from '../../memoize.ts';
import type { Language } from '../../people/subscriber.ts';
import type { SafetyFlag } from '../intent.ts';
import { type Check, checks } from './checks.ts';
import { buckets, featuresOf, type Looked } from './features.ts';
import { languageOfText } from './language-of-text.ts';
import { unpackWeights } from './sparse-weights.ts';

/** From where on a model speaks, set on voices that it had not met. */
export interface Limits {
  /** A text above this is worth a question, or a line's number. */
  readonly threshold: number;
  /** A text above this is as sure as a rule makes it; set in the same way. */
  readonly sure: number;
  /** Below this stand few of the texts in which a rule rightly found a flag; if a rule can. */
  readonly doubted?: number;
}

/** A linear model over features of a text, as `content/build/train-second-opinion.ts` makes it. */
export interface LinearModel {
  /** As `unpackWeights` reads them; times `scale`. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
  /** By the language of a text: what is told from letters and lists in one is told less well in the other. */
  readonly limits: Readonly<Record<Language, Limits>>;
}

/** A wish to be left alone in words that no rule knows is asked about, or carried out where it is sure. */
export const wish = 'leaving';

/** One model a check and one for that wish, over both languages. */
export type SecondOpinionModels = Readonly<Record<Check | typeof wish, LinearModel>>;

/** How much a model makes of some features, given the weight of each bucket. */
export const sumOf = (
  features: ArrayLike<number>,
  weightOf: (bucket: number) => number,
  scale: number,
  bias: number,
): number => {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += weightOf(features[at] ?? 0);
  return bias + (sum * scale) / Math.sqrt(features.length || 1);
};

/** What a model makes of a text, and whether it is as sure as a rule. */
export interface Opinion {
  readonly check: Check;
  readonly isSure: boolean;
}

/** Which model knows of which flag. */
const modelOf = { now: 'signs', today: 'signs', crisis: 'hopeless', violence: 'hurt' } as const satisfies Readonly<
  Record<SafetyFlag, Check>
>;

/** What the models make of a text, and whether they doubt the flag that a rule found in it. */
export interface SecondOpinion {
  readonly of: (words: Looked) => Opinion | undefined;
  readonly doubts: (words: Looked, flag: SafetyFlag) => boolean;
  /** Whether who takes leave of us, perhaps, may take leave of life: hopeless by less than what is asked elsewhere. */
  readonly mayBeLastWords: (words: Looked) => boolean;
  /** Whether who writes may want to be left alone, and whether that is as sure as a rule makes it. */
  readonly leaving: (words: Looked) => { readonly isSure: boolean } | undefined;
}

/**
 * "I'll not be here to read the next ones": a goodbye, where few words tell of what. Every cry of the corpora that only such
 * a goodbye lets us hear stands within this of what is asked elsewhere; from twice as far half as many harmless ones more.
 */
const lastWordsMargin = 0.6;

/**
 * A second opinion: a likeness of letters, words and concepts to what calls for help; the gravest comes first. Where no rule
 * found a red flag it may find one (`of`); where one did, it may doubt it (`doubts`).
 */
export const secondOpinion = (models: SecondOpinionModels): SecondOpinion => {
  const weightsOf = memoize(
    (): Readonly<Record<keyof SecondOpinionModels, Int8Array>> => ({
      hopeless: unpackWeights(models.hopeless.weights, buckets),
      hurt: unpackWeights(models.hurt.weights, buckets),
      signs: unpackWeights(models.signs.weights, buckets),
      leaving: unpackWeights(models.leaving.weights, buckets),
    }),
  );
  // One text is asked about several times; nothing is kept of it once nobody holds its words.
  const known = new WeakMap<Looked, { readonly features: readonly number[]; readonly language: Language }>();
  const judged = (words: Looked) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const now = { features: featuresOf(words), language: languageOfText(words.tokens) };
    known.set(words, now);
    return now;
  };
  const sumFor = (model: keyof SecondOpinionModels, words: Looked): number => {
    const weights = weightsOf()[model];
    return sumOf(judged(words).features, (bucket) => weights[bucket] ?? 0, models[model].scale, models[model].bias);
  };
  const limitsFor = (model: keyof SecondOpinionModels, words: Looked): Limits =>
    models[model].limits[judged(words).language];
  return {
    of: (words) => {
      for (const check of checks) {
        const { threshold, sure } = limitsFor(check, words);
        const sum = sumFor(check, words);
        if (sum > threshold) return { check, isSure: sum > sure };
      }
      return undefined;
    },
    doubts: (words, flag) =>
      sumFor(modelOf[flag], words) < (limitsFor(modelOf[flag], words).doubted ?? Number.NEGATIVE_INFINITY),
    mayBeLastWords: (words) => sumFor('hopeless', words) > limitsFor('hopeless', words).threshold - lastWordsMargin,
    leaving: (words) => {
      const sum = sumFor(wish, words);
      const { threshold, sure } = limitsFor(wish, words);
      return sum > threshold ? { isSure: sum > sure } : undefined;
    },
  };
};
