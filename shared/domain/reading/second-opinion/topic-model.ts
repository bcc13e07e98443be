import { memoize } from '../../memoize.ts';
import type { ReadWords } from '../read-words.ts';
import { midCode, unpackWeights } from './sparse-weights.ts';
import { featureBuckets, topicFeaturesOf } from './topic-features.ts';

/** A linear model of what a text is about, as `test/corpus/train-topics.ts` makes it. */
export interface TopicModel {
  readonly topics: readonly string[];
  /**
   * As `unpackWeights` reads them, bucket by bucket and in each topic by topic: in 49ths of the largest of its topic.
   */
  readonly weights: string;
  readonly largest: readonly number[];
  readonly biases: readonly number[];
}

/** How likely each topic is; together 1. */
export type TopicShares = ReadonlyMap<string, number>;

/** From sums to shares. */
export const softmax = (sums: readonly number[]): readonly number[] => {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / all);
};

/** A reader of topics. The model is read for the first text that asks. */
export const topicModel = (read: () => TopicModel): ((words: ReadWords) => TopicShares) => {
  const ready = memoize(() => {
    const model = read();
    return { ...model, unpacked: unpackWeights(model.weights, featureBuckets * model.topics.length) };
  });
  return (words) => {
    const { topics, largest, biases, unpacked } = ready();
    const features = topicFeaturesOf(words);
    const counts = new Int32Array(topics.length);
    for (const feature of features) {
      const row = feature * topics.length;
      for (let at = 0; at < topics.length; at += 1) counts[at] = (counts[at] ?? 0) + (unpacked[row + at] ?? 0);
    }
    const share = 1 / (midCode ** 2 * Math.sqrt(features.length || 1));
    const shares = softmax(
      Array.from(counts, (sum, topic) => sum * share * (largest[topic] ?? 0) + (biases[topic] ?? 0)),
    );
    return new Map(topics.map((topic, at) => [topic, shares[at] ?? 0]));
  };
};
