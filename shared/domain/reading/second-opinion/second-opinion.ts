import type { Language } from '../../people/subscriber.ts';
import type { SafetyFlag } from '../intent.ts';
import { type Check, checks } from './checks.ts';
import { featuresOf, type Looked } from './features.ts';
import { languageOfText } from './language-of-text.ts';
import { WeightRows } from './weight-rows.ts';

/** From where on a model's opinion counts, measured on writers that it had not met. */
export interface Limits {
  /** A text above this is worth a question, or a line's number. */
  readonly threshold: number;
  /** Above this a text is as sure as if a rule had decided it. */
  readonly sure: number;
  /** Below this are few of the texts in which a rule was right. Missing for what no rule finds. */
  readonly doubted?: number;
}

/** A linear model over features of a text, as `content/build/train-second-opinion.ts` makes it. */
export interface OpinionModel {
  /** What the weights are multiplied by. */
  readonly scale: number;
  readonly bias: number;
  /** By the language of the text, because a model tells less in one language than in the other. */
  readonly limits: Readonly<Record<Language, Limits>>;
}

/** The model of a wish to be left alone in words that no rule knows. It is asked about, or carried out where it is sure. */
export const wish = 'leaving';
/**
 * The names of the models, one for each danger and one for that wish, in the order of their weights. Each serves both
 * languages.
 */
export const opinionNames = [...checks, wish] as const;

/** All models: their scales and limits, and the weights of all of them in one table. */
export type SecondOpinionModels = Readonly<Record<(typeof opinionNames)[number], OpinionModel>> & {
  /** A row for each bucket, with the weight that each model gives it (read by `WeightRows`). */
  readonly weights: Uint8Array;
};

/** A model's opinion as one number, from the sum of the weights of a text's features and the number of features. */
export const likeness = (
  sum: number,
  features: number,
  { scale, bias }: Pick<OpinionModel, 'scale' | 'bias'>,
): number => bias + (sum * scale) / Math.sqrt(features || 1);

/** What a model makes of a text, and whether it is as sure as a rule. */
export interface Opinion {
  readonly check: Check;
  readonly isSure: boolean;
}

/** The model that knows the signs of each flag. */
const modelOf = { now: 'signs', today: 'signs', crisis: 'hopeless', violence: 'hurt' } as const satisfies Readonly<
  Record<SafetyFlag, Check>
>;

/** The models' opinion of a text, and whether they doubt a flag that a rule found in it. */
export interface SecondOpinion {
  readonly of: (words: Looked) => Opinion | undefined;
  readonly doubts: (words: Looked, flag: SafetyFlag) => boolean;
  /** Whether a possible goodbye to us may be a goodbye to life. Less despair is enough for it than for a question elsewhere. */
  readonly mayBeLastWords: (words: Looked) => boolean;
  /** Whether the writer may want to be left alone, and whether that is as sure as a rule makes it. */
  readonly leaving: (words: Looked) => { readonly isSure: boolean } | undefined;
}

/**
 * How far below the usual threshold despair may be in a goodbye, which has few words to tell it: "I'll not be here to read
 * the next ones". Every cry of the corpora that such a goodbye alone reveals lies within this margin. Twice the margin
 * finds no more of them and half as many harmless texts again.
 */
const lastWordsMargin = 0.6;

/**
 * Makes the second opinion: how like a text's letters, words and concepts are to texts that call for help, the gravest
 * danger first. Where no rule found a red flag it may find one (`of`); where a rule did, it may doubt it (`doubts`).
 */
export const secondOpinion = (models: SecondOpinionModels): SecondOpinion => {
  const rows = new WeightRows(models.weights, opinionNames.length);
  // A text is asked about several times, so the judgement is kept as long as somebody holds the text's words.
  const known = new WeakMap<Looked, { readonly language: Language; readonly likeness: readonly number[] }>();
  const judged = (words: Looked) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const features = featuresOf(words);
    const sums = rows.sumsOf(features);
    const now = {
      language: languageOfText(words.tokens),
      likeness: opinionNames.map((name, at) => likeness(sums[at] ?? 0, features.length, models[name])),
    };
    known.set(words, now);
    return now;
  };
  const sumFor = (model: (typeof opinionNames)[number], words: Looked): number =>
    judged(words).likeness[opinionNames.indexOf(model)] ?? 0;
  const limitsFor = (model: (typeof opinionNames)[number], words: Looked): Limits =>
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
