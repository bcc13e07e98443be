import { lazily } from '../../lazily.ts';
import type { Language } from '../../subscriber.ts';
import type { Token } from '../tokens.ts';
import { partElision } from './elision.ts';
import type { CompiledLexicon, PhraseTree } from './lexicon.ts';
import { stem } from './stem.ts';
import { TypoIndex } from './typo-index.ts';

/** A phrase of the lexicon in a text: what it names, and the tokens it spans (`to` exclusive). */
export interface PhraseMatch {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

/** Words that `~` may stand for. */
const longestGap = 3;

const isTree = (node: PhraseTree | readonly number[] | undefined): node is PhraseTree =>
  node !== undefined && !Array.isArray(node);

/** Every phrase that begins at a token, walked down the tree; marks end a phrase. */
function* phrasesFrom(
  tree: PhraseTree,
  stems: readonly (string | undefined)[],
  tokens: readonly Token[],
  at: number,
): Generator<{ readonly ends: readonly number[]; readonly to: number }> {
  const ends = tree[''];
  if (Array.isArray(ends)) yield { ends, to: at };
  const gap = tree['~'];
  if (isTree(gap)) {
    for (let skipped = 0; skipped <= longestGap && tokens[at + skipped - 1]?.kind !== 'mark'; skipped += 1)
      yield* phrasesFrom(gap, stems, tokens, at + skipped);
  }
  const token = tokens[at];
  if (token === undefined || token.kind === 'mark') return;
  const word = stems[at];
  const nexts = [
    word !== undefined && Object.hasOwn(tree, word) ? tree[word] : undefined,
    Object.hasOwn(tree, `=${token.text}`) ? tree[`=${token.text}`] : undefined,
    token.kind === 'number' ? tree['#'] : undefined,
    tree['_'],
  ];
  for (const next of nexts) if (isTree(next)) yield* phrasesFrom(next, stems, tokens, at + 1);
}

const vocabularyOf = (tree: PhraseTree, found: Set<string> = new Set()): Set<string> => {
  for (const [word, next] of Object.entries(tree)) {
    if (word.length > 1 && !word.startsWith('=')) found.add(word);
    if (isTree(next)) vocabularyOf(next, found);
  }
  return found;
};

/** Finds the phrases of one language's lexicon: any form of their words, one typo in the longer ones. */
export class PhraseMatcher {
  readonly #language: Language;
  readonly #lexicon: CompiledLexicon;
  readonly #isKnown = lazily(() => {
    const vocabulary = vocabularyOf(this.#lexicon.tree);
    const real = new Set(this.#lexicon.realWords);
    return {
      stem: (word: string): boolean => vocabulary.has(stem(word, this.#language)),
      whole: (word: string): boolean => real.has(stem(word, this.#language)),
    };
  });
  #typos: TypoIndex | undefined;

  constructor(language: Language, lexicon: CompiledLexicon) {
    this.#language = language;
    this.#lexicon = lexicon;
  }

  #stemOf(token: Token): string | undefined {
    if (token.kind !== 'word') return undefined;
    this.#typos ??= new TypoIndex([...vocabularyOf(this.#lexicon.tree)], this.#lexicon.realWords);
    return this.#typos.mend(stem(token.text, this.#language), token.text);
  }

  /** The tokens with elisions parted that were written without an apostrophe; the same where the language has none. */
  partElisions(tokens: readonly Token[]): readonly Token[] {
    return this.#language === 'fr' ? partElision(tokens, this.#isKnown()) : tokens;
  }

  /** All phrases in the text, overlapping ones too, in the order of where they begin. */
  match(tokens: readonly Token[]): PhraseMatch[] {
    const stems = tokens.map((token) => this.#stemOf(token));
    const matches = new Map<string, PhraseMatch>();
    for (let from = 0; from < tokens.length; from += 1) {
      for (const { ends, to } of phrasesFrom(this.#lexicon.tree, stems, tokens, from)) {
        for (const end of ends) {
          const concept = this.#lexicon.concepts[end];
          if (concept === undefined || to === from) continue;
          // Of two readings from the same word, the longer.
          matches.set(`${from} ${concept}`, {
            concept,
            from,
            to: Math.max(to, matches.get(`${from} ${concept}`)?.to ?? 0),
            language: this.#language,
          });
        }
      }
    }
    return [...matches.values()];
  }
}
