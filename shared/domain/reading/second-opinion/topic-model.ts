import { memoize } from '../../memoize.ts';
import type { ReadWords } from '../read-words.ts';
import { topicFeaturesOf } from './topic-features.ts';
import { midCode, WeightRows } from './weight-rows.ts';

/** A linear model of what a text is about, as `test/corpus/train-topics.ts` makes it. */
export interface TopicModel {
  readonly topics: readonly string[];
  /**
   * A row for each bucket, as `WeightRows` reads it: what it weighs for each topic, in 49ths of the largest weight of that
   * topic.
   */
  readonly weights: Uint8Array;
  readonly largest: readonly number[];
  readonly biases: readonly number[];
}

/** How likely each topic is. All shares add up to 1. */
export type TopicShares = ReadonlyMap<string, number>;

/** Turns sums of weights into shares that add up to 1. */
export const softmax = (sums: readonly number[]): readonly number[] => {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / all);
};

/** Makes a reader of topics. The model is loaded when the first text needs it. */
export const topicModel = (read: () => TopicModel): ((words: ReadWords) => TopicShares) => {
  const ready = memoize(() => {
    const model = read();
    return { ...model, rows: new WeightRows(model.weights, model.topics.length) };
  });
  return (words) => {
    const { topics, largest, biases, rows } = ready();
    const features = topicFeaturesOf(words);
    const sums = rows.sumsOf(features);
    const share = 1 / (midCode ** 2 * Math.sqrt(features.length || 1));
    const shares = softmax(
      topics.map((_, topic) => (sums[topic] ?? 0) * share * (largest[topic] ?? 0) + (biases[topic] ?? 0)),
    );
    return new Map(topics.map((topic, at) => [topic, shares[at] ?? 0]));
  };
};
