import { memoize } from '../../memoize.ts';
import type { ReadWords } from '../read-words.ts';
import { midCode, PackedWeights } from './packed-weights.ts';
import { topicFeaturesOf } from './topic-features.ts';

/** A linear model of what a text is about, as `content/build/train-topics.ts` makes it. */
export interface TopicModel {
  readonly topics: readonly string[];
  /**
   * Four bits a weight, from 0 to 14, bucket by bucket and in each topic by topic; Base64. Less 7, and squared with its
   * sign, it is the weight in 49ths of the largest of its topic.
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
    return { ...model, packed: new PackedWeights(model.weights) };
  });
  return (words) => {
    const { topics, largest, biases, packed } = ready();
    const features = topicFeaturesOf(words);
    const counts = new Int32Array(topics.length);
    for (const feature of features) packed.addRow(feature * topics.length, counts);
    const share = 1 / (midCode ** 2 * Math.sqrt(features.length || 1));
    const shares = softmax(
      Array.from(counts, (sum, topic) => sum * share * (largest[topic] ?? 0) + (biases[topic] ?? 0)),
    );
    return new Map(topics.map((topic, at) => [topic, shares[at] ?? 0]));
  };
};
