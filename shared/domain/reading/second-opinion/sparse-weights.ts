import { midCode } from './packed-weights.ts';

/** So many buckets without a weight one step passes over; a step of as many has no weight at its end. */
export const longestGap = 15;

/** Each number from 0 to 15 is written as a letter: by themselves, gaps and codes pack better than in one byte each. */
const firstLetter = 'a'.charCodeAt(0);
export const letterOf = (value: number): string => String.fromCharCode(firstLetter + value);

/**
 * Few of many weights, as letters: first how many buckets lie between each and the one before, then the code of each. Less
 * `midCode`, and squared with its sign, the code is the weight. Unpacked once, as each text looks up some hundred.
 */
export const unpackWeights = (letters: string, buckets: number): Int8Array => {
  const weights = new Int8Array(buckets);
  const count = letters.length / 2;
  let bucket = -1;
  for (let at = 0; at < count; at += 1) {
    bucket += letters.charCodeAt(at) - firstLetter + 1;
    const code = letters.charCodeAt(count + at) - firstLetter - midCode;
    weights[bucket] = code * Math.abs(code);
  }
  return weights;
};
