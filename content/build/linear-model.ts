import type { Language } from '../../shared/domain/people/subscriber.ts';
import { buckets } from '../../shared/domain/reading/second-opinion/features.ts';
import { type Limits, type LinearModel, sumOf } from '../../shared/domain/reading/second-opinion/second-opinion.ts';
import { asBase64, longestGap, midCode } from '../../shared/domain/reading/second-opinion/sparse-weights.ts';

/** A text to learn from, as features, with its label and who wrote it. */
export interface Sample {
  readonly voice: string;
  readonly language: Language;
  readonly features: Uint16Array;
  /**
   * Its features without the lexicons' concepts. The model learns from these as well, so that letters carry what no
   * list knows.
   */
  readonly bare?: Uint16Array;
  readonly label: string;
  /** Whether a rule found a red flag in it. */
  readonly isRuled?: boolean;
  /** Whether it is harmless although it speaks of bodies and danger: the texts that are hardest to tell from a sign. */
  readonly isHard?: boolean;
}

/** How many needless answers a model may cause among harmless texts of voices it has not met, as shares. */
export interface Needless {
  /** Of hard negatives. */
  readonly hard: number;
  /** Of ordinary scores, talk and opt-outs. */
  readonly plain: number;
}

/** How often training goes through all texts, and how far each text moves the weights at first. */
const rounds = 12;
const firstStep = 0.5;
/** The pull of weights towards zero, so that a rare feature does not decide. */
const decay = 3e-5;
/** A text that calls for help counts at most as much as this many that do not. */
const mostWeight = 3;
/** The number of groups in which voices are left out by turns, to see what a model makes of voices it has not met. */
const groups = 6;

interface Weights {
  readonly weights: Float64Array;
  /** The number of texts each feature occurs in. */
  readonly counts: Float64Array;
  readonly bias: number;
}

/**
 * How telling each feature is by itself: the log of how much more often it occurs in the one kind than in the other
 * (NB-SVM, Wang and Manning 2012).
 */
const tellingOf = (samples: readonly Sample[], isPositive: (sample: Sample) => boolean): Float64Array => {
  const most = 3;
  const counts = { yes: new Float64Array(buckets).fill(1), no: new Float64Array(buckets).fill(1) };
  let positives = 0;
  for (const sample of samples) {
    const is = isPositive(sample);
    if (is) positives += 1;
    const count = is ? counts.yes : counts.no;
    for (const feature of sample.features) count[feature] = (count[feature] ?? 0) + 1;
  }
  const among = { yes: positives + 1, no: samples.length - positives + 1 };
  return counts.yes.map((yes, feature) =>
    Math.min(most, Math.abs(Math.log(yes / among.yes / ((counts.no[feature] ?? 1) / among.no)))),
  );
};

/** A model during training: each feature counts by its weight and by how telling it is, which stand side by side. */
interface Learner {
  readonly values: Float64Array;
  bias: number;
}

const sumFor = ({ values, bias }: Learner, features: Uint16Array): number => {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) {
    const from = 2 * (features[at] ?? 0);
    sum += (values[from] ?? 0) * (values[from + 1] ?? 0);
  }
  return bias + sum / Math.sqrt(features.length || 1);
};

/** Moves the weights of one text's features by `step` times its error. */
const learn = (learner: Learner, features: Uint16Array, error: number, step: number): void => {
  const { values } = learner;
  const share = (step * error) / Math.sqrt(features.length || 1);
  const kept = 1 - step * decay;
  learner.bias -= step * error * 0.1;
  for (let at = 0; at < features.length; at += 1) {
    const from = 2 * (features[at] ?? 0);
    values[from] = (values[from] ?? 0) * kept - share * (values[from + 1] ?? 0);
  }
};

/** Logistic regression by stochastic gradient descent, in an order that is the same each time. */
const train = (known: readonly Sample[], isPositive: (sample: Sample) => boolean): Weights => {
  const samples = known.flatMap((sample) =>
    sample.bare === undefined ? [sample] : [sample, { ...sample, features: sample.bare }],
  );
  const telling = tellingOf(samples, isPositive);
  const learner: Learner = { values: new Float64Array(2 * buckets), bias: 0 };
  telling.forEach((value, feature) => {
    learner.values[2 * feature + 1] = value;
  });
  const positives = samples.filter(isPositive).length;
  const weight = Math.min(mostWeight, (samples.length - positives) / positives);
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep / (1 + round / 2);
    for (let turn = 0; turn < samples.length; turn += 1) {
      // 7919 is a prime, so every text is visited once a round, far from its neighbours.
      const sample = samples[(turn * 7919 + round * 31) % samples.length];
      if (sample === undefined) continue;
      const said = 1 / (1 + Math.exp(-sumFor(learner, sample.features)));
      learn(learner, sample.features, isPositive(sample) ? (said - 1) * weight : said, step);
    }
  }
  const weights = telling.map((value, feature) => value * (learner.values[2 * feature] ?? 0));
  const counts = new Float64Array(buckets);
  for (const { features } of known) for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  return { weights, counts, bias: learner.bias };
};

/** Weights in four bits each, with the finest steps near zero: many small ones decide as much as one large one. */
interface Coded {
  readonly codes: Int8Array;
  readonly scale: number;
}

/**
 * How much the number of texts counts when weights are chosen: one that many texts need is worth more than one as large
 * that a single text gave. With the largest alone, 8,000 weights found 3 of 100 cries for help fewer in voices left
 * out, at the same number of needless answers.
 */
const commonness = 0.6;

const coded = ({ weights, counts }: Pick<Weights, 'weights' | 'counts'>, mostKept: number): Coded => {
  const importance = weights.map((weight, feature) => Math.abs(weight) * (counts[feature] ?? 0) ** commonness);
  const smallest = importance.toSorted().reverse()[mostKept] ?? 0;
  const kept = weights.map((weight, feature) => ((importance[feature] ?? 0) <= smallest ? 0 : weight));
  const largest = kept.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  const codes = Int8Array.from(
    kept,
    (weight) => Math.sign(weight) * Math.round(midCode * Math.sqrt(Math.abs(weight) / largest)),
  );
  return { codes, scale: largest / midCode ** 2 };
};

/** As `unpackWeights` reads it. */
export const packed = (codes: Int8Array): string => {
  const gaps: number[] = [];
  const kept: number[] = [];
  let last = -1;
  codes.forEach((code, bucket) => {
    if (code === 0 && bucket - last <= longestGap) return;
    gaps.push(bucket - last - 1);
    kept.push(code + midCode);
    last = bucket;
  });
  return asBase64([...gaps, ...kept]);
};

/** Scores each text with a model that was trained without its voice. */
const scoresUnmet = (
  samples: readonly Sample[],
  isPositive: (sample: Sample) => boolean,
  mostKept: number,
): readonly (readonly [Sample, number])[] => {
  const voices = [...new Set(samples.map(({ voice }) => voice))];
  const groupOf = new Map(voices.map((voice, at) => [voice, at % groups]));
  return [...new Set(groupOf.values())].flatMap((group) => {
    const isOut = ({ voice }: Sample): boolean => groupOf.get(voice) === group;
    const trained = train(
      samples.filter((sample) => !isOut(sample)),
      isPositive,
    );
    const { codes, scale } = coded(trained, mostKept);
    const values = codes.map((code) => code * Math.abs(code));
    return samples
      .filter(isOut)
      .map((sample) => [sample, sumOf(sample.features, (bucket) => values[bucket] ?? 0, scale, trained.bias)] as const);
  });
};

/** How many harmless texts a model may ask about in one language, and how many it may take for sure. */
export interface Allowed {
  readonly asking: Needless;
  readonly sure: Needless;
}
/** How large a model may be, and how much it may ask in each language. */
export type ModelSize = Readonly<Record<Language, Allowed>> & {
  /** The number of weights kept: the most telling ones. */
  readonly weights: number;
};

/** The labels of texts that neither ask for help nor ask to be left alone. */
const harmlessLabels: ReadonlySet<string> = new Set(['none', 'keep']);

/** The share of the red flags rightly found by a rule, in texts of voices it has not met, that a model may doubt. */
const doubtedRightly = 0.04;

/** The score that at most this share of the scores exceeds. */
const exceededBy = (scores: readonly number[], share: number): number =>
  scores.toSorted((a, b) => b - a)[Math.floor(scores.length * share)] ?? Number.NEGATIVE_INFINITY;

type Scored = readonly (readonly [Sample, number])[];

/**
 * The limits above which a model may ask and above which it may be sure, from the scores of texts of voices it has not
 * met.
 */
const limitsOn = (unmet: Scored, isPositive: (sample: Sample) => boolean, { asking, sure }: Allowed): Limits => {
  // Only texts that the rules leave open decide when to ask.
  const harmless = unmet.filter(([{ label, isRuled }]) => harmlessLabels.has(label) && isRuled !== true);
  const ruled = unmet.filter(([sample]) => isPositive(sample) && sample.isRuled === true).map(([, score]) => score);
  const scoresOf = (isHard: boolean) =>
    harmless.filter(([sample]) => (sample.isHard ?? true) === isHard).map(([, score]) => score);
  const hard = scoresOf(true);
  const plain = scoresOf(false);
  const above = (most: Needless): number =>
    Number(Math.max(exceededBy(hard, most.hard), exceededBy(plain, most.plain)).toFixed(4));
  return {
    threshold: above(asking),
    sure: above(sure),
    ...(ruled.length === 0 ? {} : { doubted: Number(exceededBy(ruled, 1 - doubtedRightly).toFixed(4)) }),
  };
};

/** Trains one model, with the limits above which it asks and above which it is sure, for each language. */
export const modelFor = (
  samples: readonly Sample[],
  isPositive: (sample: Sample) => boolean,
  size: ModelSize,
): LinearModel => {
  const trained = train(samples, isPositive);
  const { codes, scale } = coded(trained, size.weights);
  const unmet = scoresUnmet(samples, isPositive, size.weights);
  const limitsFor = (language: Language): Limits => {
    const spoken = unmet.filter(([sample]) => sample.language === language);
    // A language in which nobody wrote gets the limits of all texts.
    return limitsOn(spoken.length === 0 ? unmet : spoken, isPositive, size[language]);
  };
  return { weights: packed(codes), scale, bias: trained.bias, limits: { en: limitsFor('en'), fr: limitsFor('fr') } };
};
