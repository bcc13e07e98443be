import type { CompiledPhrases } from './lexicon.ts';

/** Words that `~` may stand for. */
const longestGap = 3;
/** No phrase of what people write takes a tenth of these steps; words said over and over would take without end. */
const mostSteps = 600;
const none = -1;
/** Nodes with more ways are asked for the keys of a token, not the token for their ways. */
const manyWays = 32;

/** The ways of the tree that a token can go: their numbers, and the same as a set of bits. */
export interface TokenWays {
  readonly list: Int32Array;
  readonly bits: Int32Array;
  /** Whether a phrase holds with the token inside. */
  readonly isFiller: boolean;
}

/** Called for each phrase that is found, with the number of what it names and the token behind it. */
type OnEnd = (end: number, to: number) => void;

/**
 * The phrases of one language, word by word, in flat arrays of numbers: a text is held against them at each of its words,
 * and looking strings up in objects was two fifths of what reading a reply took.
 */
export class PhraseTree {
  readonly #numberOf: ReadonlyMap<string, number>;
  /** Of each node, its ways: from here up to there in the two arrays behind. */
  readonly #waysFrom: Int32Array;
  readonly #waysTo: Int32Array;
  readonly #wayKey: Int32Array;
  readonly #wayNode: Int32Array;
  /** What the phrases that end at a node name: from here up to where the next node's begin. */
  readonly #endsFrom: Int32Array;
  readonly #ends: Int32Array;
  readonly #gap: Int32Array;
  readonly #clauseEnd: Int32Array;
  /** Of nodes with many ways, the node behind a key. */
  readonly #byKey = new Map<number, Int32Array>();
  #steps = 0;

  constructor({ keys, tree }: CompiledPhrases) {
    const names = keys.split(' ');
    this.#numberOf = new Map(names.map((name, number) => [name, number]));
    const gap = this.numberOf('~');
    const clauseEnd = this.numberOf('$');
    // Every node takes two numbers at least, every way and every end one.
    const array = (fill = 0): Int32Array => new Int32Array(tree.length + 1).fill(fill);
    this.#waysFrom = array();
    this.#waysTo = array();
    this.#wayKey = array();
    this.#wayNode = array();
    this.#endsFrom = array();
    this.#ends = array();
    this.#gap = array(none);
    this.#clauseEnd = array(none);
    let at = 0;
    let nodes = 0;
    let ways = 0;
    let ends = 0;
    const take = (): number => tree[at++] ?? 0;
    // Depth first, as it was written down. A node's own ways stand together: their places are kept before its children come.
    const readNode = (): number => {
      const node = nodes++;
      this.#endsFrom[node] = ends;
      for (let left = take(); left > 0; left -= 1) this.#ends[ends++] = take();
      this.#endsFrom[node + 1] = ends;
      const count = take();
      let way = ways;
      ways += count;
      this.#waysFrom[node] = way;
      for (let left = count; left > 0; left -= 1) {
        const key = take();
        const behind = readNode();
        if (key === gap) this.#gap[node] = behind;
        else if (key === clauseEnd) this.#clauseEnd[node] = behind;
        else {
          this.#wayKey[way] = key;
          this.#wayNode[way++] = behind;
        }
      }
      this.#waysTo[node] = way;
      if (count > manyWays) this.#byKey.set(node, this.#behindEachKey(node, names.length));
      return node;
    };
    readNode();
  }

  #behindEachKey(node: number, keys: number): Int32Array {
    const behind = new Int32Array(keys).fill(none);
    for (let way = this.#waysFrom[node] ?? 0; way < (this.#waysTo[node] ?? 0); way += 1)
      behind[this.#wayKey[way] ?? 0] = this.#wayNode[way] ?? none;
    return behind;
  }

  /** The number of a key; -1 if no phrase has it. */
  numberOf(key: string): number {
    return this.#numberOf.get(key) ?? none;
  }

  /** A token's keys, of which those that no phrase has are left out. */
  keysOf(names: Iterable<string>, isFiller: boolean): TokenWays {
    const list = Int32Array.from(new Set([...names].map((name) => this.numberOf(name)).filter((key) => key !== none)));
    const bits = new Int32Array((this.#numberOf.size >> 5) + 1);
    for (const key of list) bits[key >> 5] = (bits[key >> 5] ?? 0) | (1 << (key & 31));
    return { list, bits, isFiller };
  }

  /** Every phrase that begins at a token. `undefined` among the keys is a sign, which ends a phrase. */
  find(keys: readonly (TokenWays | undefined)[], from: number, onEnd: OnEnd): void {
    this.#steps = 0;
    this.#walk(0, keys, from, true, onEnd);
  }

  #walk(node: number, keys: readonly (TokenWays | undefined)[], at: number, mayEnd: boolean, onEnd: OnEnd): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) return;
    if (mayEnd)
      for (let end = this.#endsFrom[node] ?? 0; end < (this.#endsFrom[node + 1] ?? 0); end += 1)
        onEnd(this.#ends[end] ?? none, at);
    const gap = this.#gap[node] ?? none;
    if (gap !== none) {
      this.#walk(gap, keys, at, true, onEnd);
      for (let to = at + 1; to <= at + longestGap && keys[to - 1] !== undefined; to += 1)
        this.#walk(gap, keys, to, true, onEnd);
    }
    const here = keys[at];
    if (here === undefined) {
      const clauseEnd = this.#clauseEnd[node] ?? none;
      if (clauseEnd !== none) this.#walk(clauseEnd, keys, at, true, onEnd);
      return;
    }
    if (here.isFiller) this.#walk(node, keys, at + 1, false, onEnd);
    const behindKey = this.#byKey.get(node);
    if (behindKey === undefined) this.#tryWays(node, here, keys, at, onEnd);
    else
      for (const key of here.list) {
        const behind = behindKey[key] ?? none;
        if (behind !== none) this.#walk(behind, keys, at + 1, true, onEnd);
      }
  }

  #tryWays(
    node: number,
    { bits }: TokenWays,
    keys: readonly (TokenWays | undefined)[],
    at: number,
    onEnd: OnEnd,
  ): void {
    const end = this.#waysTo[node] ?? 0;
    for (let way = this.#waysFrom[node] ?? 0; way < end; way += 1) {
      const key = this.#wayKey[way] ?? 0;
      if (((bits[key >> 5] ?? 0) & (1 << (key & 31))) !== 0)
        this.#walk(this.#wayNode[way] ?? 0, keys, at + 1, true, onEnd);
    }
  }
}
