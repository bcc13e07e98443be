import { type CompiledPhrases, fixedKeys } from './lexicon.ts';

/** The sign `~` of a phrase stands for at most this many words. */
const longestGap = 3;
/**
 * A limit on the search from one word. Real texts need less than a tenth of it; a text of endless repetition would need no
 * end.
 */
const mostSteps = 600;
/**
 * A node with more ways is searched by halves for each key of the token. In smaller nodes every way is compared with the
 * token.
 */
const manyWays = 32;

/** The keys of a token, as a list and as a set of bits. */
export interface TokenWays {
  readonly list: readonly number[];
  readonly bits: Int32Array;
  /** The nodes that the token leads to from the root. Most words begin no phrase. */
  readonly starts: readonly number[];
  /** Whether a phrase may have the token inside without changing. */
  readonly isFiller: boolean;
}

/**
 * So many fillers in a row are passed over: nobody swears or insists more often within a phrase. Without a limit, in a filler
 * said over and over each one would begin a search through all that follow.
 */
const mostFillers = 8;
const isBehindFillers = (keys: readonly (TokenWays | undefined)[], at: number): boolean => {
  for (let far = 1; far <= mostFillers; far += 1) if (keys[at - far]?.isFiller !== true) return false;
  return true;
};

/** Receives each phrase that is found: the number of what it names, and the token behind it. */
type OnEnd = (end: number, to: number) => void;

/** Where each of several lists begins that are stored one behind another, and where the last one ends. */
const beginnings = (lengths: Uint16Array): Uint16Array => {
  const from = new Uint16Array(lengths.length + 1);
  for (let at = 0, sum = 0; at < lengths.length; at += 1) {
    sum += lengths[at] ?? 0;
    from[at + 1] = sum;
  }
  return from;
};

/**
 * The phrases of one language as flat arrays of numbers. They are searched at every word of every text, and looking strings
 * up in objects took two fifths of the time that a reply took.
 */
export class PhraseTree {
  readonly #keyCount: number;
  readonly #keysFrom: Uint16Array;
  readonly #keys: Uint16Array;
  readonly #waysFrom: Uint16Array;
  readonly #wayKeys: Uint16Array;
  readonly #wayNodes: Uint16Array;
  readonly #root: number;
  #steps = 0;

  constructor({ keyCounts, keys, keyCount, wayCounts, wayKeys, wayNodes }: CompiledPhrases) {
    this.#keyCount = keyCount;
    this.#keysFrom = beginnings(keyCounts);
    this.#keys = keys;
    this.#waysFrom = beginnings(wayCounts);
    this.#wayKeys = wayKeys;
    this.#wayNodes = wayNodes;
    this.#root = wayCounts.length - 1;
  }

  /** Makes the keys of a token from the indexes of its words in the lexicon and from the fixed keys that it has. */
  keysOf(places: readonly number[], fixed: readonly number[], isFiller: boolean): TokenWays {
    const bits = new Int32Array((this.#keyCount >> 5) + 1);
    const list: number[] = [];
    const add = (key: number): void => {
      const bit = 1 << (key & 31);
      if (((bits[key >> 5] ?? 0) & bit) !== 0) return;
      bits[key >> 5] = (bits[key >> 5] ?? 0) | bit;
      list.push(key);
    };
    for (const place of places)
      for (let at = this.#keysFrom[place] ?? 0; at < (this.#keysFrom[place + 1] ?? 0); at += 1)
        add(this.#keys[at] ?? 0);
    for (const key of fixed) add(key);
    return { list, bits, starts: this.#nodesBehind(this.#root, list), isFiller };
  }

  /** Finds every phrase that begins at a token. `undefined` among the keys stands for a sign, which ends a phrase. */
  find(keys: readonly (TokenWays | undefined)[], from: number, onEnd: OnEnd): void {
    this.#steps = 0;
    this.#walk(this.#root, keys, from, true, onEnd);
  }

  #walk(node: number, keys: readonly (TokenWays | undefined)[], at: number, mayEnd: boolean, onEnd: OnEnd): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) return;
    const last = this.#waysFrom[node + 1] ?? 0;
    let first = this.#waysFrom[node] ?? 0;
    for (; first < last && this.#wayKeys[first] === fixedKeys.end; first += 1)
      if (mayEnd) onEnd(this.#wayNodes[first] ?? 0, at);
    if (first === last) return;
    const way = this.#tryFixed(first, last, keys, at, onEnd);
    const here = keys[at];
    if (here === undefined) return;
    if (here.isFiller && !isBehindFillers(keys, at)) this.#walk(node, keys, at + 1, false, onEnd);
    if (node === this.#root) {
      for (const start of here.starts) this.#walk(start, keys, at + 1, true, onEnd);
      return;
    }
    if (last - way <= manyWays) {
      this.#tryWays(way, last, here, keys, at, onEnd);
      return;
    }
    for (const behind of this.#nodesBehind(node, here.list)) this.#walk(behind, keys, at + 1, true, onEnd);
  }

  /** Follows the ways of gaps and clause ends, whose keys come first. Returns the first way of a word. */
  #tryFixed(first: number, last: number, keys: readonly (TokenWays | undefined)[], at: number, onEnd: OnEnd): number {
    let way = first;
    if (way < last && this.#wayKeys[way] === fixedKeys.gap) {
      const gap = this.#wayNodes[way++] ?? 0;
      this.#walk(gap, keys, at, true, onEnd);
      for (let to = at + 1; to <= at + longestGap && keys[to - 1] !== undefined; to += 1)
        this.#walk(gap, keys, to, true, onEnd);
    }
    if (way < last && this.#wayKeys[way] === fixedKeys.clauseEnd) {
      const clauseEnd = this.#wayNodes[way++] ?? 0;
      if (keys[at] === undefined) this.#walk(clauseEnd, keys, at, true, onEnd);
    }
    return way;
  }

  /** Compares each of a few ways with the keys of a token. */
  #tryWays(
    first: number,
    last: number,
    { bits }: TokenWays,
    keys: readonly (TokenWays | undefined)[],
    at: number,
    onEnd: OnEnd,
  ): void {
    for (let way = first; way < last; way += 1) {
      const key = this.#wayKeys[way] ?? 0;
      if (((bits[key >> 5] ?? 0) & (1 << (key & 31))) !== 0)
        this.#walk(this.#wayNodes[way] ?? 0, keys, at + 1, true, onEnd);
    }
  }

  /** The nodes that these keys lead to from a node, in the order of the keys. */
  #nodesBehind(node: number, keys: readonly number[]): readonly number[] {
    const last = this.#waysFrom[node + 1] ?? 0;
    const nodes: number[] = [];
    for (const key of keys) {
      let from = this.#waysFrom[node] ?? 0;
      let to = last;
      while (from < to) {
        const middle = (from + to) >> 1;
        if ((this.#wayKeys[middle] ?? 0) < key) from = middle + 1;
        else to = middle;
      }
      if (from < last && this.#wayKeys[from] === key) nodes.push(this.#wayNodes[from] ?? 0);
    }
    return nodes;
  }
}
