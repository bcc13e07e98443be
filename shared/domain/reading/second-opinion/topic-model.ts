import { memoize } from '../../memoize.ts';
import type { ReadWords } from '../read-words.ts';
import { featureBuckets, topicFeaturesOf } from './topic-features.ts';

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

export const midWeight = 7;

/** From sums to shares. */
export const softmax = (sums: readonly number[]): readonly number[] => {
  const most = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - most));
  const all = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / all);
};

const unpacked = ({ topics, weights }: TopicModel): Int8Array => {
  const packed = atob(weights);
  const squares = new Int8Array(featureBuckets * topics.length);
  for (let at = 0; at < squares.length; at += 1) {
    const byte = packed.charCodeAt(at >> 1);
    const code = (at % 2 === 0 ? byte >> 4 : byte & 15) - midWeight;
    squares[at] = code * Math.abs(code);
  }
  return squares;
};

/** A reader of topics. The model is read and unpacked for the first text that asks. */
export const topicModel = (read: () => TopicModel): ((words: ReadWords) => TopicShares) => {
  const ready = memoize(() => {
    const model = read();
    return { ...model, squares: unpacked(model) };
  });
  return (words) => {
    const { topics, largest, biases, squares } = ready();
    const features = topicFeaturesOf(words);
    const sums = new Array<number>(topics.length).fill(0);
    for (const feature of features)
      for (let topic = 0; topic < topics.length; topic += 1)
        sums[topic] = (sums[topic] ?? 0) + (squares[feature * topics.length + topic] ?? 0);
    const share = 1 / (midWeight ** 2 * Math.sqrt(features.length || 1));
    const shares = softmax(sums.map((sum, topic) => sum * share * (largest[topic] ?? 0) + (biases[topic] ?? 0)));
    return new Map(topics.map((topic, at) => [topic, shares[at] ?? 0]));
  };
};
