import type { Token } from '../tokens.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { WordClass } from './word-class.ts';

/** The questions that can be asked about the words around a number, which ScoreText answers. */
export interface NumberedWords {
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberSpan[];
  numberAt(at: number): NumberSpan | undefined;
  startsAt(at: number, name: WordClass): number | undefined;
  endsAt(to: number, name: WordClass): number | undefined;
  longestFrom(at: number, names: readonly WordClass[]): { readonly name: WordClass; readonly to: number } | undefined;
  longestUpTo(to: number, names: readonly WordClass[]): { readonly name: WordClass; readonly from: number } | undefined;
  isLineStart(at: number): boolean;
}
