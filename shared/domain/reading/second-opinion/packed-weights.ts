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

  at(index: number): number {
    const byte = this.#bytes[index >> 1] ?? 0;
    return weightOfCode[(index & 1) === 0 ? byte >> 4 : byte & 15] ?? 0;
  }
}
