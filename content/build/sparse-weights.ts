import { midCode } from '../../shared/domain/reading/second-opinion/weight-rows.ts';

/** So many buckets without a weight one step passes over; a step of as many has no weight at its end. */
export const longestGap = 15;

/** Each number from 0 to 15 takes half a byte. */
export const halfBytes = (numbers: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(numbers.length / 2));
  numbers.forEach((number, at) => {
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | (at % 2 === 0 ? number << 4 : number);
  });
  return bytes;
};

/** The same in Base64: as letters, one each, they took half as much again. */
export const asBase64 = (numbers: readonly number[]): string => Buffer.from(halfBytes(numbers)).toString('base64');

/** The numbers of such a text; an odd number of them has one of nothing behind it. */
const numbersOfBase64 = (base64: string): readonly number[] =>
  [...Buffer.from(base64, 'base64')].flatMap((byte) => [byte >> 4, byte & 15]);

/**
 * The code of each bucket, of few that have a weight: first how many buckets lie between each and the one before, then the
 * code of each, as many gaps as codes.
 */
export const codesOfBuckets = (base64: string, buckets: number): Uint8Array => {
  const numbers = numbersOfBase64(base64);
  const count = numbers.length / 2;
  const codes = new Uint8Array(buckets).fill(midCode);
  let bucket = -1;
  for (let at = 0; at < count; at += 1) {
    bucket += (numbers[at] ?? 0) + 1;
    codes[bucket] = numbers[count + at] ?? midCode;
  }
  return codes;
};
