/** Buckets that the features of a text fall into, each once, in the order of the first that did. */
export class BucketList {
  readonly list: number[] = [];
  readonly #buckets: number;
  /** A bit a bucket: a text falls into a few hundred of 65,536. */
  readonly #isIn: Int32Array;

  constructor(buckets: number) {
    this.#buckets = buckets;
    this.#isIn = new Int32Array((buckets >> 5) + 1);
  }

  /** `hash`: 32 bits, of whatever sign. */
  add(hash: number): void {
    const bucket = (hash >>> 0) % this.#buckets;
    const held = this.#isIn[bucket >> 5] ?? 0;
    const bit = 1 << (bucket & 31);
    if ((held & bit) !== 0) return;
    this.#isIn[bucket >> 5] = held | bit;
    this.list.push(bucket);
  }
}
