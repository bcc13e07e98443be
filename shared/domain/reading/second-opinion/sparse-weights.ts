import { midCode } from './packed-weights.ts';

/** So many buckets without a weight one step passes over; a step of as many has no weight at its end. */
export const longestGap = 15;

/**
 * Few of many weights, from Base64: a byte for each, how many buckets lie between it and the one before, and its code. Less
 * `midCode`, and squared with its sign, the code is the weight. Unpacked once, as each text looks up some hundred.
 */
export const unpackWeights = (base64: string, buckets: number): Int8Array => {
  const weights = new Int8Array(buckets);
  let bucket = -1;
  for (const byte of Buffer.from(base64, 'base64')) {
    bucket += (byte >> 4) + 1;
    const code = (byte & 15) - midCode;
    weights[bucket] = code * Math.abs(code);
  }
  return weights;
};
