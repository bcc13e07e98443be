import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainedTopics } from '../../content/build/compile-models.ts';
import { packed } from '../../content/build/linear-model.ts';
import { loadLexicon } from '../../shared/content/safety.ts';
import { featureBuckets, topicFeaturesOf } from '../../shared/domain/reading/second-opinion/topic-features.ts';
import { softmax } from '../../shared/domain/reading/second-opinion/topic-model.ts';
import { midCode } from '../../shared/domain/reading/second-opinion/weight-rows.ts';
import { type Labelled, type Subject, subjects, textsOf } from './labelled.ts';
import { voices } from './voices.ts';

// Trains the model of topics from the corpora and writes content/topics.json:
//   npx node test/corpus/train-topics.ts            (after npm run content)
// Nothing in it is random: the same texts give the same model.

/** A text as the trainer sees it. */
export interface TopicSample {
  readonly voice: string;
  readonly features: readonly number[];
  readonly topic: string;
  /** How much it counts: talk is scarce beside scores and signs, which are mostly told by rules. */
  readonly weight: number;
}

const rounds = 24;
const firstStep = 1;
/** After so many rounds the steps are half as long. */
const halfAfter = 4;
const decay = 1e-5;
/** Of the scores every so manieth is learnt from, as a note: numbers are told by rules. */
const everyScore = 6;
/** What is no talk counts for so much: it is plentiful beside thirty topics. */
const noteWeight = 0.25;

/** What a text of a corpus teaches; undefined for what is in doubt by its label. */
const topicOf = (subject: Subject, { label }: Labelled): string | undefined => {
  if (subject === 'talk') return label === 'request:help' ? 'puzzled' : label;
  if (subject === 'opt-outs' && label === 'ask') return undefined;
  if (subject === 'opt-outs') return label === 'stop' ? 'leaving' : 'note';
  // No answer goes by these two: they keep a goodbye to life apart from a goodbye to us.
  if (subject === 'safety' && label !== 'none') return label === 'crisis' ? 'crisis' : 'sign';
  return 'note';
};

/** Every text of these voices, as a sample. */
export const topicSamples = (names: readonly string[]): readonly TopicSample[] => {
  const { words } = loadLexicon();
  return names.flatMap((voice) =>
    subjects.flatMap((subject) =>
      textsOf(subject, voice).flatMap((labelled, at) => {
        const topic = topicOf(subject, labelled);
        if (topic === undefined || (subject === 'scores' && at % everyScore !== 0)) return [];
        const isTalk = subject === 'talk' || topic === 'leaving' || topic === 'crisis';
        const weight = isTalk ? 1 : noteWeight;
        return [{ voice, features: topicFeaturesOf(words(labelled.text)), topic, weight }];
      }),
    ),
  );
};

/** Multinomial logistic regression, before it is rounded to four bits. */
export interface TopicWeights {
  readonly topics: readonly string[];
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

export const sharesOf = ({ topics, weights, biases }: TopicWeights, features: readonly number[]): readonly number[] => {
  const sums = new Array<number>(topics.length).fill(0);
  for (const feature of features)
    for (let topic = 0; topic < topics.length; topic += 1)
      sums[topic] = (sums[topic] ?? 0) + (weights[feature * topics.length + topic] ?? 0);
  const share = 1 / Math.sqrt(features.length || 1);
  return softmax(sums.map((sum, topic) => sum * share + (biases[topic] ?? 0)));
};

/** One step of gradient descent: moves the weights so far that the model takes this sample more for what it is. */
const learn = (model: TopicWeights, { topic: wanted, features, weight }: TopicSample, step: number): void => {
  const { topics, weights, biases } = model;
  const shares = sharesOf(model, features);
  const share = 1 / Math.sqrt(features.length || 1);
  for (const [topic, name] of topics.entries()) {
    const error = ((shares[topic] ?? 0) - (name === wanted ? 1 : 0)) * weight;
    if (Math.abs(error) < 1e-3) continue;
    biases[topic] = (biases[topic] ?? 0) - step * error * 0.1;
    for (const feature of features) {
      const at = feature * topics.length + topic;
      const old = weights[at] ?? 0;
      weights[at] = old - step * (error * share + decay * old);
    }
  }
};

/** By stochastic gradient descent, in an order that is the same each time. */
export const trainTopics = (samples: readonly TopicSample[]): TopicWeights => {
  const topics = [...new Set(samples.map(({ topic }) => topic))].sort();
  const model = {
    topics,
    weights: new Float64Array(featureBuckets * topics.length),
    biases: new Float64Array(topics.length),
  };
  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep / (1 + round / halfAfter);
    for (let turn = 0; turn < samples.length; turn += 1) {
      // 7919 is a prime: it visits every text once a round, far from its neighbours.
      const sample = samples[(turn * 7919 + round * 31) % samples.length];
      if (sample !== undefined) learn(model, sample, step);
    }
  }
  return model;
};

/** So many weights are kept, the largest: of voices left out, with all of them one text of talk in 200 more is read right. */
const mostKept = 80_000;

/** The model with its largest weights only, in four bits each, finest near zero: many small ones decide as much as one large. */
export const roundedModel = ({ topics, weights, biases }: TopicWeights): TrainedTopics => {
  const smallest = weights.map(Math.abs).sort().at(-mostKept) ?? 0;
  const largest = topics.map(() => 1e-9);
  weights.forEach((weight, at) => {
    const topic = at % topics.length;
    largest[topic] = Math.max(largest[topic] ?? 0, Math.abs(weight));
  });
  const codes = Int8Array.from(weights, (weight, at) => {
    if (Math.abs(weight) < smallest) return 0;
    return Math.sign(weight) * Math.round(midCode * Math.sqrt(Math.abs(weight) / (largest[at % topics.length] ?? 1)));
  });
  return {
    topics,
    weights: packed(codes),
    largest: largest.map((value) => Number(value.toFixed(4))),
    biases: Array.from(biases, (bias) => Number(bias.toFixed(4))),
  };
};

if (process.argv[1] === import.meta.filename) {
  const met = voices.filter(({ leftOut }) => !leftOut).map(({ name }) => name);
  const model = roundedModel(trainTopics(topicSamples(met)));
  writeFileSync(join(import.meta.dirname, '../../content/topics.json'), `${JSON.stringify(model, undefined, 1)}\n`);
}
