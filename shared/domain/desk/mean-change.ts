import { leastCount } from './small-counts.ts';

/** The mean of differences with its 95 % confidence interval. */
export interface MeanChange {
  readonly people: number;
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

const z = 1.959_964;

/** The 97.5 % quantile of Student's t from the normal one (Abramowitz & Stegun 26.7.5): within 0.01 from 4 degrees of freedom on. */
const tQuantile = (freedom: number): number =>
  z +
  (z ** 3 + z) / (4 * freedom) +
  (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
  (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3);

/** The mean of each person's difference with its 95 % interval (a paired t); undefined of fewer than five people. */
export const meanChange = (differences: readonly number[]): MeanChange | undefined => {
  const people = differences.length;
  if (people < leastCount) return undefined;
  const mean = differences.reduce((sum, one) => sum + one, 0) / people;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (people - 1);
  const half = tQuantile(people - 1) * Math.sqrt(variance / people);
  return { people, mean, from: mean - half, to: mean + half };
};
