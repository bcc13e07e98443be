import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readWords } from '../../shared/domain/reading/read-words.ts';
import { buckets, featuresOf } from '../../shared/domain/reading/second-opinion/features.ts';
import {
  type Check,
  type LinearModel,
  type SecondOpinionModels,
  sumOf,
} from '../../shared/domain/reading/second-opinion/second-opinion.ts';
import { compileLexicon } from './compile-lexicon.ts';

// Trains the second opinion on the safety rules from the corpora and writes content/second-opinion.json:
//   npx node content/build/train-second-opinion.ts test/corpus
// The concepts of the lexicons are among the features, so that it is trained anew when these change much; a concept that
// came later weighs nothing. Nothing in it is random: the same texts give the same model.

export interface Sample {
  readonly voice: string;
  readonly features: readonly number[];
  readonly label: string;
  /** Harmless, though it speaks of bodies and danger: what a model has to tell from a sign. */
  readonly isHard?: boolean;
}

const rowSchema = z.object({ text: z.string(), label: z.string() });

/** Times that all texts are gone through, and how far each moves the weights at first. */
const rounds = 12;
const firstStep = 0.5;
/** Draws weights to zero, so that a rare feature does not decide. */
const decay = 1e-5;
/** A text that calls for help weighs at most this many that do not. */
const mostWeight = 8;

/** The most needless questions that a model may cause among harmless texts of voices it has not met, as shares. */
export interface Needless {
  /** Of hard negatives: all models together stay at 4 %. */
  readonly hard: number;
  /** Of ordinary scores, talk and opt-outs: together below 1 %. */
  readonly plain: number;
}
const needless: Readonly<Record<Check, Needless>> = {
  signs: { hard: 0.02, plain: 0.0045 },
  hopeless: { hard: 0.015, plain: 0.004 },
  hurt: { hard: 0.005, plain: 0.0015 },
};
const labels: Readonly<Record<Check, readonly string[]>> = {
  signs: ['now', 'today'],
  hopeless: ['crisis'],
  hurt: ['violence'],
};

interface Weights {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Logistic regression by stochastic gradient descent, in an order that is the same each time. */
export const train = (samples: readonly Sample[], isPositive: (sample: Sample) => boolean): Weights => {
  const weights = new Float64Array(buckets);
  const positives = samples.filter(isPositive).length;
  const weight = Math.min(mostWeight, (samples.length - positives) / positives);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep / (1 + round / 2);
    for (let turn = 0; turn < samples.length; turn += 1) {
      // 7919 is a prime: it visits every text once a round, far from its neighbours.
      const sample = samples[(turn * 7919 + round * 31) % samples.length];
      if (sample === undefined) continue;
      const is = isPositive(sample);
      const said = 1 / (1 + Math.exp(-sumOf(sample.features, weights, 1, bias)));
      const error = (said - (is ? 1 : 0)) * (is ? weight : 1);
      const share = 1 / Math.sqrt(sample.features.length || 1);
      bias -= step * error * 0.1;
      for (const feature of sample.features) {
        const old = weights[feature] ?? 0;
        weights[feature] = old - step * (error * share + decay * old);
      }
    }
  }
  return { weights, bias };
};

/** What each text scores with a model that has not met its voice. */
const scoresUnmet = (
  samples: readonly Sample[],
  isPositive: (sample: Sample) => boolean,
): readonly (readonly [Sample, number])[] =>
  [...new Set(samples.map(({ voice }) => voice))].flatMap((voice) => {
    const { weights, bias } = train(
      samples.filter((sample) => sample.voice !== voice),
      isPositive,
    );
    return samples
      .filter((sample) => sample.voice === voice)
      .map((sample) => [sample, sumOf(sample.features, weights, 1, bias)] as const);
  });

/** The score that no more than a share of them exceeds. */
const exceededBy = (scores: readonly number[], share: number): number =>
  scores.toSorted((a, b) => b - a)[Math.floor(scores.length * share)] ?? Number.NEGATIVE_INFINITY;

/** One model with its threshold, in bytes. */
export const modelFor = (
  samples: readonly Sample[],
  isPositive: (sample: Sample) => boolean,
  { hard, plain }: Needless,
): LinearModel => {
  const { weights, bias } = train(samples, isPositive);
  const scale = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  const bytes = Int8Array.from(weights, (value) => Math.round(value / scale));
  const harmless = scoresUnmet(samples, isPositive).filter(([{ label }]) => label === 'none');
  const scoresOf = (isHard: boolean) =>
    harmless.filter(([sample]) => (sample.isHard ?? true) === isHard).map(([, score]) => score);
  return {
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scale,
    bias,
    threshold: Math.max(exceededBy(scoresOf(true), hard), exceededBy(scoresOf(false), plain)),
  };
};

/** All three, from the same texts. */
export const modelsFor = (
  samples: readonly Sample[],
  most: Readonly<Record<Check, Needless>> = needless,
): SecondOpinionModels => {
  const of = (check: Check) => modelFor(samples, ({ label }) => labels[check].includes(label), most[check]);
  return { signs: of('signs'), hopeless: of('hopeless'), hurt: of('hurt') };
};

const sets = ['safety', 'scores', 'talk', 'opt-outs'] as const;

/** The texts of every voice in `<folder>/<set>/<voice>.jsonl` but those left out to measure by; outside `safety` all are harmless. */
export const samplesIn = (folder: string, leftOut: readonly string[]): readonly Sample[] => {
  const root = join(import.meta.dirname, '..');
  const words = readWords({ en: compileLexicon(root, 'en'), fr: compileLexicon(root, 'fr') });
  const voices = readdirSync(join(folder, 'safety'))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .filter((voice) => !leftOut.includes(voice))
    .sort();
  return voices.flatMap((voice) =>
    sets.flatMap((set) =>
      readFileSync(join(folder, set, `${voice}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => rowSchema.parse(JSON.parse(line)))
        .map(({ text, label }) => ({
          voice,
          features: featuresOf(words(text)),
          label: set === 'safety' ? label : 'none',
          isHard: set === 'safety' && label === 'none',
        })),
    ),
  );
};

// node content/build/train-second-opinion.ts test/corpus gwen thierry: the folder, and who is left out.
const [, script, folder, ...leftOut] = process.argv;
if (script === import.meta.filename && folder !== undefined)
  writeFileSync(
    join(import.meta.dirname, '../second-opinion.json'),
    `${JSON.stringify(modelsFor(samplesIn(folder, leftOut)), undefined, 1)}\n`,
  );
