/** The buckets that a text's features fall into, each once, in the order in which they were first hit. */
export class BucketList {
  readonly list: number[] = [];
  readonly #buckets: number;
  /** One bit for each bucket: a text falls into a few hundred of 65,536. */
  readonly #isIn: Int32Array;

  constructor(buckets: number) {
    this.#buckets = buckets;
    this.#isIn = new Int32Array((buckets >> 5) + 1);
  }

  /** `hash` is any 32-bit number, signed or not. */
  add(hash: number): void {
    const bucket = (hash >>> 0) % this.#buckets;
    const held = this.#isIn[bucket >> 5] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((held & bit) !== 0) return;
    this.#isIn[bucket >> 5] = held | bit;
    this.list.push(bucket);
  }
}
