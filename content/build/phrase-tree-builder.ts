import type { Language } from '../../shared/domain/people/subscriber.ts';
import { type CompiledPhrases, fixedKeys } from '../../shared/domain/reading/lexicon/lexicon.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';
import { normalise } from '../../shared/domain/reading/text/normalise.ts';
import { readTokens, type Spellings } from '../../shared/domain/reading/tokens.ts';
import { type Element, LexiconPhraseError, readPhrase } from './lexicon-phrase.ts';

/** The tree while phrases are added; what a phrase names stands under `''`. */
interface GrowingTree {
  [stem: string]: GrowingTree | number[];
}

/** The most paths of one phrase; a phrase with more should be written as two. */
const mostPaths = 400;

const special: Readonly<Record<string, string>> = { _: '_', '...': '~', '#': '#', '####': '####', $: '$' };
const fixed: ReadonlyMap<string, number> = new Map([
  ['~', fixedKeys.gap],
  ['$', fixedKeys.clauseEnd],
  ['_', fixedKeys.anyWord],
  ['#', fixedKeys.number],
  ['####', fixedKeys.year],
]);

/** Builds the tree of phrases of one language, and the sets of words that stand for one another in a place of them. */
export class PhraseTreeBuilder {
  readonly #tree: GrowingTree = {};
  readonly #alternatives = new Map<string, { readonly id: number; readonly words: readonly string[] }>();
  readonly #language: Language;
  readonly #spellings: Spellings;

  constructor(language: Language, spellings: Spellings) {
    this.#language = language;
    this.#spellings = spellings;
  }

  /** The keys that the words of one alternative go down. */
  #keysOf(words: string): readonly string[] {
    return words.split(' ').flatMap((word) => {
      const key = special[word];
      if (key !== undefined) return [key];
      const isExact = word.endsWith('!');
      const tokens = readTokens(normalise(word.replace(/['!]$/, '')).text, this.#spellings);
      if (tokens.length === 0 || tokens.some(({ kind }) => kind === 'mark'))
        throw new LexiconPhraseError(`"${word}" is not a word`);
      return tokens.map(({ kind, text }) => (isExact || kind === 'number' ? `=${text}` : stem(text, this.#language)));
    });
  }

  #alternativesOf(words: readonly string[]): string {
    const sorted = [...new Set(words)].sort();
    const name = sorted.join(' ');
    const known = this.#alternatives.get(name) ?? { id: this.#alternatives.size, words: sorted };
    this.#alternatives.set(name, known);
    return `@${known.id}`;
  }

  /**
   * The paths through one place: its single words as one set of alternatives, and each run of several words on its own.
   */
  #pathsOf(element: Element): readonly (readonly string[])[] {
    const alternatives = element.map((words) => (words === '' ? [] : this.#keysOf(words)));
    const isPlain = (keys: readonly string[]): boolean =>
      keys.length === 1 && !Object.values(special).includes(keys[0] ?? '');
    const plain = [...new Set(alternatives.filter(isPlain).flat())];
    const rest = alternatives.filter((keys) => !isPlain(keys));
    if (plain.length === 0) return rest;
    return [...rest, plain.length === 1 ? plain : [this.#alternativesOf(plain)]];
  }

  /**
   * Adds a phrase of a concept, by its number.
   * @throws LexiconPhraseError for a phrase that cannot be read, or with too many paths
   */
  add(phrase: string, concept: number): void {
    let paths: readonly (readonly string[])[] = [[]];
    for (const element of readPhrase(phrase)) {
      const next = this.#pathsOf(element);
      paths = paths.flatMap((path) => next.map((keys) => [...path, ...keys]));
      if (paths.length > mostPaths)
        throw new LexiconPhraseError(`"${phrase}" can be read in more than ${mostPaths} ways: write it as two`);
    }
    for (const path of paths) this.#addPath(path, concept);
  }

  #addPath(path: readonly string[], concept: number): void {
    let node = this.#tree;
    for (const key of path) {
      const next = node[key];
      const child: GrowingTree = next === undefined || Array.isArray(next) ? {} : next;
      node[key] = child;
      node = child;
    }
    const ends = node[''];
    const already = Array.isArray(ends) ? ends : [];
    if (!already.includes(concept)) node[''] = [...already, concept];
  }

  /** Maps each word, on its own or in a set of alternatives, to its keys, which `numberOf` numbers. */
  #wordKeys(names: Iterable<string>, numberOf: (key: string) => number): ReadonlyMap<string, readonly number[]> {
    const keys = new Map<string, number[]>();
    const add = (word: string, key: string): void => {
      keys.set(word, [...(keys.get(word) ?? []), numberOf(key)]);
    };
    for (const name of names) if (!fixed.has(name) && !name.startsWith('@')) add(name, name);
    for (const { id, words } of this.#alternatives.values()) for (const word of words) add(word, `@${id}`);
    return keys;
  }

  /** The compiled tree, as numbers, with equal branches shared. */
  built(): CompiledPhrases {
    const numbers = new Map(fixed);
    const numberOf = (key: string): number => {
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return number;
    };
    const wayCounts: number[] = [];
    const wayKeys: number[] = [];
    const wayNodes: number[] = [];
    const nodes = new Map<string, number>();
    const write = ({ '': endings = [], ...branches }: GrowingTree): number => {
      const named = isBranch(endings) ? [] : endings;
      const ways = [
        ...named.map((concept) => ({ key: fixedKeys.end, node: concept })),
        ...Object.entries(branches)
          .flatMap(([key, next]) => (isBranch(next) ? [{ key: numberOf(key), node: write(next) }] : []))
          .sort((one, other) => one.key - other.key),
      ];
      const like = JSON.stringify(ways);
      const known = nodes.get(like);
      if (known !== undefined) return known;
      nodes.set(like, nodes.size);
      wayCounts.push(ways.length);
      wayKeys.push(...ways.map(({ key }) => key));
      wayNodes.push(...ways.map(({ node }) => node));
      return nodes.size - 1;
    };
    write(this.#tree);
    const keysOfWords = this.#wordKeys([...numbers.keys()], numberOf);
    const words = [...keysOfWords.keys()].sort();
    const keys = words.map((word) => keysOfWords.get(word) ?? []);
    return {
      words: words.join(' '),
      keyCounts: shortNumbers(keys.map(({ length }) => length)),
      keys: shortNumbers(keys.flat()),
      keyCount: numbers.size + 1,
      wayCounts: shortNumbers(wayCounts),
      wayKeys: shortNumbers(wayKeys),
      wayNodes: shortNumbers(wayNodes),
    };
  }
}

/** A lexicon has outgrown the numbers that its lists are made of. */
class NumberTooLargeError extends RangeError {
  override readonly name = 'NumberTooLargeError';
}

/**
 * Numbers of two bytes.
 * @throws NumberTooLargeError
 */
export const shortNumbers = (numbers: readonly number[]): Uint16Array => {
  const tooLarge = numbers.find((number) => number > 0xffff);
  if (tooLarge !== undefined) throw new NumberTooLargeError(`${tooLarge} takes more than two bytes`);
  return Uint16Array.from(numbers);
};

const isBranch = (node: GrowingTree | readonly number[]): node is GrowingTree => !Array.isArray(node);

/** The stems that phrases are made of, without words that must stand in one exact form. */
export const vocabularyOf = ({ words }: Pick<CompiledPhrases, 'words'>): Set<string> =>
  new Set(words.split(' ').filter((word) => word.length > 1 && !word.startsWith('=')));
