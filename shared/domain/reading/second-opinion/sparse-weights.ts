/** The code of no weight: half of what four bits hold, as many above it as below. */
export const midCode = 7;

/** So many buckets without a weight one step passes over; a step of as many has no weight at its end. */
export const longestGap = 15;

/** Each number from 0 to 15 takes half a byte; as letters, one each, they took half as much again as this Base64. */
export const asBase64 = (numbers: readonly number[]): string => {
  const bytes = new Uint8Array(Math.ceil(numbers.length / 2));
  numbers.forEach((number, at) => {
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | (at % 2 === 0 ? number << 4 : number);
  });
  return Buffer.from(bytes).toString('base64');
};

/**
 * Few of many weights, from Base64: first how many buckets lie between each and the one before, then the code of each. Less
 * `midCode`, and squared with its sign, the code is the weight. Unpacked once, as each text looks up some hundred.
 */
export const unpackWeights = (base64: string, buckets: number): Int8Array => {
  const bytes = Buffer.from(base64, 'base64');
  const numberAt = (at: number): number => ((bytes[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
  const weights = new Int8Array(buckets);
  // As many gaps as codes, each half a byte.
  const count = bytes.length;
  let bucket = -1;
  for (let at = 0; at < count; at += 1) {
    bucket += numberAt(at) + 1;
    const code = numberAt(count + at) - midCode;
    weights[bucket] = code * Math.abs(code);
  }
  return weights;
};
