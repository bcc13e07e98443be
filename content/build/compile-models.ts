import { buckets } from '../../shared/domain/reading/second-opinion/features.ts';
import {
  type OpinionModel,
  opinionNames,
  type SecondOpinionModels,
} from '../../shared/domain/reading/second-opinion/second-opinion.ts';
import { featureBuckets } from '../../shared/domain/reading/second-opinion/topic-features.ts';
import type { TopicModel } from '../../shared/domain/reading/second-opinion/topic-model.ts';
import { bytesOfRow, midCode } from '../../shared/domain/reading/second-opinion/weight-rows.ts';
import { codesOfBuckets, halfBytes } from './sparse-weights.ts';

/** Models as they were trained, in content/second-opinion.json: of each the codes of few buckets, as `codesOfBuckets` reads them. */
export type TrainedOpinions = Readonly<
  Record<(typeof opinionNames)[number], OpinionModel & { readonly weights: string }>
>;

/** The model of topics as it was trained, in content/topics.json: the codes bucket by bucket, in each topic by topic, as `codesOfBuckets` reads them. */
export type TrainedTopics = Omit<TopicModel, 'weights'> & { readonly weights: string };

/** Rows of codes as `WeightRows` reads them: `codeAt` tells the code of each place of a row. */
const rowsOf = (rows: number, perRow: number, codeAt: (row: number, at: number) => number): Uint8Array => {
  const width = 2 * bytesOfRow(perRow);
  return halfBytes(
    Array.from({ length: rows * width }, (_, at) =>
      at % width < perRow ? codeAt(Math.floor(at / width), at % width) : midCode,
    ),
  );
};

/** The models of the second opinion side by side, so that one look at a bucket tells what all of them make of it. */
export const compileSecondOpinion = (trained: TrainedOpinions): SecondOpinionModels => {
  const codes = opinionNames.map((name) => codesOfBuckets(trained[name].weights, buckets));
  const model = (name: (typeof opinionNames)[number]): OpinionModel => {
    const { scale, bias, limits } = trained[name];
    return { scale, bias, limits };
  };
  return {
    ...{ hopeless: model('hopeless'), hurt: model('hurt'), signs: model('signs'), leaving: model('leaving') },
    weights: rowsOf(buckets, opinionNames.length, (bucket, at) => codes[at]?.[bucket] ?? midCode),
  };
};

/** The model of topics with each bucket's row at the beginning of a byte. */
export const compileTopics = ({ weights, ...model }: TrainedTopics): TopicModel => {
  const perRow = model.topics.length;
  const codes = codesOfBuckets(weights, featureBuckets * perRow);
  return { ...model, weights: rowsOf(featureBuckets, perRow, (bucket, at) => codes[bucket * perRow + at] ?? midCode) };
};
