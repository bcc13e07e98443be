/** The code for no weight. It is in the middle of the four-bit codes. */
export const midCode = 7;

/** The weight of each code: its distance from `midCode`, squared, with its sign. */
const weightOfCode = Int8Array.from({ length: 16 }, (_, code) => (code - midCode) * Math.abs(code - midCode));

/** The bytes of a row with this many four-bit codes. Every row begins on a byte of its own. */
export const bytesOfRow = (codes: number): number => (codes + 1) >> 1;

/**
 * The weights of several models, a row for each feature. They are read in packed form, because unpacking them all took
 * longer than judging the first texts.
 */
export class WeightRows {
  readonly #bytes: Uint8Array;
  readonly #rowBytes: number;

  constructor(bytes: Uint8Array, perRow: number) {
    this.#bytes = bytes;
    this.#rowBytes = bytesOfRow(perRow);
  }

  /** The sum of these features' rows for each model. A row with an odd number of weights ends in an unused code. */
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
