/** The code of no weight: half of what four bits hold, as many above it as below. */
export const midCode = 7;

/** What each code weighs: less `midCode`, and squared with its sign. */
const weightOfCode = Int8Array.from({ length: 16 }, (_, code) => (code - midCode) * Math.abs(code - midCode));

/** How many bytes hold a row of so many codes, of four bits each: a row begins with a byte of its own. */
export const bytesOfRow = (codes: number): number => (codes + 1) >> 1;

/**
 * The weights of several sums, a row for each feature, read where they lie: to unpack them all took longer than the first
 * texts that ask.
 */
export class WeightRows {
  readonly #bytes: Uint8Array;
  readonly #rowBytes: number;

  constructor(bytes: Uint8Array, perRow: number) {
    this.#bytes = bytes;
    this.#rowBytes = bytesOfRow(perRow);
  }

  /** The sums over the rows of these features; behind the last stands one of nothing, where a row has an odd number. */
  sumsOf(features: readonly number[]): Int32Array {
    const [bytes, rowBytes] = [this.#bytes, this.#rowBytes];
    const sums = new Int32Array(2 * rowBytes);
    for (const feature of features) {
      const from = feature * rowBytes;
      for (let at = 0; at < rowBytes; at += 1) {
        const byte = bytes[from + at] ?? 0;
        sums[2 * at] = (sums[2 * at] ?? 0) + (weightOfCode[byte >> 4] ?? 0);
        sums[2 * at + 1] = (sums[2 * at + 1] ?? 0) + (weightOfCode[byte & 15] ?? 0);
      }
    }
    return sums;
  }
}
