import type { Language } from '../../shared/domain/people/subscriber.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';
import { readTokens, type Spellings } from '../../shared/domain/reading/tokens.ts';
import { normalise } from '../../shared/domain/reply/normalise.ts';
import { LexiconPhraseError } from './lexicon-phrase.ts';

/** As PhraseTree, while it grows. */
export interface GrowingTree {
  [stem: string]: GrowingTree | number[];
}

const special: Readonly<Record<string, string>> = { _: '_', '...': '~', '#': '#' };

/** The keys of the tree that one wording goes down. */
const keysOf = (wording: string, language: Language, spellings: Spellings): readonly string[] =>
  wording.split(' ').flatMap((element) => {
    const key = special[element];
    if (key !== undefined) return [key];
    const isExact = element.endsWith('!');
    const tokens = readTokens(normalise(isExact ? element.slice(0, -1) : element).text, spellings);
    if (tokens.length === 0 || tokens.some(({ kind }) => kind === 'mark'))
      throw new LexiconPhraseError(`"${element}" in "${wording}" is not a word`);
    return tokens.map(({ kind, text }) => (isExact || kind === 'number' ? `=${text}` : stem(text, language)));
  });

/** Adds a wording of a concept, by its number, to a tree of phrases. */
export const addWording = (
  tree: GrowingTree,
  wording: string,
  concept: number,
  language: Language,
  spellings: Spellings,
): void => {
  let node = tree;
  for (const key of keysOf(wording, language, spellings)) {
    const next = node[key];
    const child: GrowingTree = next === undefined || Array.isArray(next) ? {} : next;
    node[key] = child;
    node = child;
  }
  const ends = node[''];
  const already = Array.isArray(ends) ? ends : [];
  if (!already.includes(concept)) node[''] = [...already, concept];
};
