/** Buckets that the features of a text fall into, each once, in the order of the first that did. */
export class BucketList {
  readonly list: number[] = [];
  readonly #isIn: Uint8Array;

  constructor(buckets: number) {
    this.#isIn = new Uint8Array(buckets);
  }

  /** `hash`: 32 bits, of whatever sign. */
  add(hash: number): void {
    const bucket = (hash >>> 0) % this.#isIn.length;
    if (this.#isIn[bucket] === 1) return;
    this.#isIn[bucket] = 1;
    this.list.push(bucket);
  }
}
