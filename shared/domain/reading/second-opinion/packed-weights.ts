/** The code of no weight: half of what four bits hold, as many above it as below. */
export const midCode = 7;

/** What each code weighs: less `midCode`, and squared with its sign. */
const weightOfCode = Int8Array.from({ length: 16 }, (_, code) => (code - midCode) * Math.abs(code - midCode));

/** Weights of four bits each, from Base64, read where they lie: to unpack them all took longer than the first texts that ask. */
export class PackedWeights {
  readonly #bytes: Uint8Array;

  constructor(base64: string) {
    this.#bytes = Buffer.from(base64, 'base64');
  }

  /** Adds the weights that stand in a row from `from` on, one to each of the sums. */
  addRow(from: number, sums: Int32Array): void {
    const bytes = this.#bytes;
    for (let at = 0; at < sums.length; at += 1) {
      const byte = bytes[(from + at) >> 1] ?? 0;
      sums[at] = (sums[at] ?? 0) + (weightOfCode[((from + at) & 1) === 0 ? byte >> 4 : byte & 15] ?? 0);
    }
  }

  at(index: number): number {
    const byte = this.#bytes[index >> 1] ?? 0;
    return weightOfCode[(index & 1) === 0 ? byte >> 4 : byte & 15] ?? 0;
  }
}
