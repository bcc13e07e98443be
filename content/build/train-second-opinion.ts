import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  buckets,
  type LinearModel,
  piecesOf,
  sumOf,
} from '../../shared/domain/reading/second-opinion/second-opinion.ts';
import { normalise } from '../../shared/domain/reading/text/normalise.ts';

// Trains the second opinion on the safety rules from the corpora and writes content/second-opinion.json:
//   npx node content/build/train-second-opinion.ts <folder>
// where <folder>/<voice>/{safety,scores,talk,opt-outs}.jsonl are voices that may be learnt from. Nothing in it is random:
// the same texts give the same model.

export interface Sample {
  readonly voice: string;
  readonly pieces: readonly number[];
  readonly label: string;
  /** Harmless, though it speaks of bodies and danger: what a model has to tell from a sign. */
  readonly isHard?: boolean;
}

const rowSchema = z.object({ text: z.string(), label: z.string() });

/** Times that all texts are gone through, and how far each moves the weights at first. */
const rounds = 12;
const firstStep = 0.5;
/** Draws weights to zero, so that a rare piece does not decide. */
const decay = 1e-5;
/** A text that calls for help weighs at most this many that do not. */
const mostWeight = 8;
/** Needless questions that a model may cause, of hard negatives of voices it has not met: together they stay below 4 %. */
const needless = { signs: 0.025, hopeless: 0.015 } as const;

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
      const said = 1 / (1 + Math.exp(-sumOf(sample.pieces, weights, 1, bias)));
      const error = (said - (is ? 1 : 0)) * (is ? weight : 1);
      const share = 1 / Math.sqrt(sample.pieces.length || 1);
      bias -= step * error * 0.1;
      for (const piece of sample.pieces) {
        const old = weights[piece] ?? 0;
        weights[piece] = old - step * (error * share + decay * old);
      }
    }
  }
  return { weights, bias };
};

/** The score that a share of the hard negatives exceeds, each judged by a model that has not met its voice. */
const thresholdFor = (samples: readonly Sample[], isPositive: (sample: Sample) => boolean, share: number): number => {
  const voices = [...new Set(samples.map(({ voice }) => voice))];
  const scores = voices.flatMap((voice) => {
    const { weights, bias } = train(
      samples.filter((sample) => sample.voice !== voice),
      isPositive,
    );
    return samples
      .filter((sample) => sample.voice === voice && sample.label === 'none' && sample.isHard !== false)
      .map(({ pieces }) => sumOf(pieces, weights, 1, bias));
  });
  return scores.toSorted((a, b) => b - a)[Math.floor(scores.length * share)] ?? Number.POSITIVE_INFINITY;
};

/** One model with its threshold, in bytes. */
export const modelFor = (
  samples: readonly Sample[],
  isPositive: (sample: Sample) => boolean,
  share: number,
): LinearModel => {
  const { weights, bias } = train(samples, isPositive);
  const scale = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
  const bytes = Int8Array.from(weights, (value) => Math.round(value / scale));
  return {
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scale,
    bias,
    threshold: thresholdFor(samples, isPositive, share),
  };
};

export const isSign = ({ label }: Sample): boolean => label === 'now' || label === 'today';
export const isHopeless = ({ label }: Sample): boolean => label === 'crisis';

const sets = ['safety', 'scores', 'talk', 'opt-outs'] as const;

/** The texts of every voice in a folder; outside `safety` all are harmless. */
export const samplesIn = (folder: string): readonly Sample[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name)
    .sort()
    .flatMap((voice) =>
      sets.flatMap((set) =>
        readFileSync(join(folder, voice, `${set}.jsonl`), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => rowSchema.parse(JSON.parse(line)))
          .map(({ text, label }) => ({
            voice,
            pieces: piecesOf(normalise(text).text),
            label: set === 'safety' ? label : 'none',
            isHard: set === 'safety' && label === 'none',
          })),
      ),
    );

const [, script, folder] = process.argv;
if (script === import.meta.filename && folder !== undefined) {
  const samples = samplesIn(folder);
  const models = {
    signs: modelFor(samples, isSign, needless.signs),
    hopeless: modelFor(samples, isHopeless, needless.hopeless),
  };
  writeFileSync(join(import.meta.dirname, '../second-opinion.json'), `${JSON.stringify(models, undefined, 1)}\n`);
}
