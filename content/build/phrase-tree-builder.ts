import type { Language } from '../../shared/domain/people/subscriber.ts';
import type { CompiledLexicon } from '../../shared/domain/reading/lexicon/lexicon.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';
import { normalise } from '../../shared/domain/reading/text/normalise.ts';
import { readTokens, type Spellings } from '../../shared/domain/reading/tokens.ts';
import { type Element, LexiconPhraseError, readPhrase } from './lexicon-phrase.ts';

/** The phrases while they are added; what they name stands under `''`. */
interface GrowingTree {
  [stem: string]: GrowingTree | number[];
}

/** More paths than this, and the phrase should be two. */
const mostPaths = 400;

const special: Readonly<Record<string, string>> = { _: '_', '...': '~', '#': '#', '####': '####', $: '$' };

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

  /** The paths of one place: its single words as one set of alternatives, what is more than a word by itself. */
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

  /** The tree in numbers, and by word the sets of alternatives that it stands in. */
  built(): Pick<CompiledLexicon, 'keys' | 'tree' | 'alternatives'> {
    const of = new Map<string, number[]>();
    for (const { id, words } of this.#alternatives.values())
      for (const word of words) of.set(word, [...(of.get(word) ?? []), id]);
    const numbers = new Map<string, number>();
    const tree: number[] = [];
    const write = (node: GrowingTree): void => {
      const { '': ends = [], ...ways } = node;
      tree.push(...(isBranch(ends) ? [0] : [ends.length, ...ends]), Object.keys(ways).length);
      for (const [key, next] of Object.entries(ways)) {
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        tree.push(number);
        if (isBranch(next)) write(next);
      }
    };
    write(this.#tree);
    return { keys: [...numbers.keys()].join(' '), tree, alternatives: Object.fromEntries(of) };
  }
}

const isBranch = (node: GrowingTree | readonly number[]): node is GrowingTree => !Array.isArray(node);

/** The stems that phrases are made of, but for words that have to stand in a very form. */
export const vocabularyOf = ({ keys, alternatives }: Pick<CompiledLexicon, 'keys' | 'alternatives'>): Set<string> =>
  new Set(
    [...keys.split(' '), ...Object.keys(alternatives)].filter((word) => word.length > 1 && !/^[#=@$]/.test(word)),
  );
