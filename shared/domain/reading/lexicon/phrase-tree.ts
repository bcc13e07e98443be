import { type CompiledPhrases, fixedKeys } from './lexicon.ts';
import { numbersOfText } from './numbers-text.ts';

/** Words that `~` may stand for. */
const longestGap = 3;
/** No phrase of what people write takes a tenth of these steps; words said over and over would take without end. */
const mostSteps = 600;
/** Nodes with more ways are asked for the keys of a token, not the token for their ways. */
const manyWays = 32;

/** The ways of the tree that a token can go: their numbers, and the same as a set of bits. */
export interface TokenWays {
  readonly list: readonly number[];
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
  readonly #keyCount: number;
  readonly #keysFrom: Uint16Array;
  readonly #keys: Uint16Array;
  readonly #waysFrom: Uint16Array;
  readonly #wayKeys: Uint16Array;
  readonly #wayNodes: Uint16Array;
  readonly #endsFrom: Uint16Array;
  readonly #ends: Uint16Array;
  readonly #root: number;
  readonly #behindKey = new Map<number, Uint16Array>();
  #steps = 0;

  constructor(compiled: CompiledPhrases) {
    this.#keyCount = compiled.keyCount;
    this.#keysFrom = numbersOfText(compiled.keysFrom);
    this.#keys = numbersOfText(compiled.keys);
    this.#waysFrom = numbersOfText(compiled.waysFrom);
    this.#wayKeys = numbersOfText(compiled.wayKeys);
    this.#wayNodes = numbersOfText(compiled.wayNodes);
    this.#endsFrom = numbersOfText(compiled.endsFrom);
    this.#ends = numbersOfText(compiled.ends);
    this.#root = this.#waysFrom.length - 2;
  }

  /** A token's keys: those of words, by their places among the words of the lexicon, and the fixed ones. */
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
    return { list, bits, isFiller };
  }

  /** Every phrase that begins at a token. `undefined` among the keys is a sign, which ends a phrase. */
  find(keys: readonly (TokenWays | undefined)[], from: number, onEnd: OnEnd): void {
    this.#steps = 0;
    this.#walk(this.#root, keys, from, true, onEnd);
  }

  #walk(node: number, keys: readonly (TokenWays | undefined)[], at: number, mayEnd: boolean, onEnd: OnEnd): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) return;
    if (mayEnd)
      for (let end = this.#endsFrom[node] ?? 0; end < (this.#endsFrom[node + 1] ?? 0); end += 1)
        onEnd(this.#ends[end] ?? 0, at);
    const last = this.#waysFrom[node + 1] ?? 0;
    const way = this.#tryFixed(this.#waysFrom[node] ?? 0, last, keys, at, onEnd);
    const here = keys[at];
    if (here === undefined || last === this.#waysFrom[node]) return;
    if (here.isFiller) this.#walk(node, keys, at + 1, false, onEnd);
    if (last - way <= manyWays) {
      this.#tryWays(way, last, here, keys, at, onEnd);
      return;
    }
    const behindKey = this.#behindEachKey(node, way, last);
    for (const key of here.list) {
      const behind = behindKey[key] ?? 0;
      if (behind > 0) this.#walk(behind - 1, keys, at + 1, true, onEnd);
    }
  }

  /** Goes the ways of a gap and of a clause's end, whose keys are the lowest: they come first. Returns the first way of words. */
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

  /** Holds each of a few ways against the keys of a token. */
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

  /** Of a node with many ways the node behind each key, plus one: made when a text first gets there. */
  #behindEachKey(node: number, first: number, last: number): Uint16Array {
    const known = this.#behindKey.get(node);
    if (known !== undefined) return known;
    const behind = new Uint16Array(this.#keyCount);
    for (let way = first; way < last; way += 1) behind[this.#wayKeys[way] ?? 0] = (this.#wayNodes[way] ?? 0) + 1;
    this.#behindKey.set(node, behind);
    return behind;
  }
}
