import type { ReadWords } from '../read-words.ts';
import type { Token } from '../tokens.ts';
import { withGrandmothers } from './grandmother.ts';
import { withoutHomographs } from './homographs.ts';
import { isArticle, isListNumber, isScale } from './not-a-number.ts';
import { type NumberSpan, readNumbers } from './read-numbers.ts';
import { toldByAccent } from './told-by-accent.ts';
import { isOfOneRule, type WordClass } from './word-class.ts';

/** Signs that voice typing writes out by their names. */
const dictated = new Set(['point', 'virgule', 'comma', 'colon', 'dot']);
const pictogram = /\p{Extended_Pictographic}/u;

/** A text as the score decider sees it: its numbers, and which classes of words begin and end at each token. */
export class ScoreText {
  readonly read: ReadWords;
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberSpan[];
  #numberAt: ReadonlyMap<number, NumberSpan>;
  readonly #starting: readonly (ReadonlyMap<string, number> | undefined)[];
  readonly #frenchUnits = new Set<number>();
  readonly #ending: readonly (ReadonlyMap<string, number> | undefined)[];

  constructor(read: ReadWords) {
    this.read = read;
    this.tokens = withGrandmothers(read.tokens);
    const isOfGrandmother = (from: number, language: string): boolean =>
      language === 'fr' && this.tokens[from]?.text !== read.tokens[from]?.text;
    const starting: (Map<string, number> | undefined)[] = Array.from({ length: read.tokens.length + 1 });
    const ending: (Map<string, number> | undefined)[] = Array.from({ length: read.tokens.length + 1 });
    const add = (concept: string, from: number, to: number): void => {
      const starts = starting[from] ?? new Map<string, number>();
      starting[from] = starts;
      starts.set(concept, Math.max(to, starts.get(concept) ?? 0));
      const ends = ending[to] ?? new Map<string, number>();
      ending[to] = ends;
      ends.set(concept, Math.min(from, ends.get(concept) ?? from));
    };
    const byAccent = read.tokens.map((_, at) => toldByAccent(read, at));
    const { ofOneRule = [], telling = [] } = Object.groupBy(read.classed, ({ concept }) =>
      isOfOneRule(concept) ? 'ofOneRule' : 'telling',
    );
    for (const { concept, from, to, language } of [...withoutHomographs(telling, read.tokens.length), ...ofOneRule]) {
      if (isOfGrandmother(from, language) || (to === from + 1 && byAccent[from]?.isNot === concept)) continue;
      if (concept === 'unit' && language === 'fr') this.#frenchUnits.add(from);
      add(concept, from, to);
    }
    for (const [at, told] of byAccent.entries()) if (told?.is !== undefined) add(told.is, at, at + 1);
    this.#starting = starting;
    this.#ending = ending;
    const numbers = readNumbers(this.tokens, read.normalised.text);
    this.#numberAt = new Map(numbers.map((number) => [number.from, number]));
    this.numbers = numbers.filter((number) => !isArticle(this, number));
    const spoken = this.numbers.filter((number) => !isScale(this, number) && !isListNumber(this, number));
    this.numbers = spoken.length > 0 ? spoken : this.numbers;
    this.#numberAt = new Map(this.numbers.map((number) => [number.from, number]));
  }

  /** The number that begins at a token. */
  numberAt(at: number): NumberSpan | undefined {
    return this.#numberAt.get(at);
  }

  /** Where the words of this class that begin at a token end; undefined if none begin there. */
  startsAt(at: number, name: WordClass): number | undefined {
    return this.#starting[at]?.get(name);
  }

  /** Where the words of this class that end before a token begin; undefined if none end there. */
  endsAt(to: number, name: WordClass): number | undefined {
    return this.#ending[to]?.get(name);
  }

  /** Whether these words are part of a longer saying that means something else: "could be worse". */
  isInIdiom(from: number, to: number): boolean {
    for (let at = Math.max(0, from - 3); at <= from; at += 1) {
      const end = Math.max(this.startsAt(at, 'opening') ?? 0, this.startsAt(at, 'pain-named') ?? 0);
      if (end >= to && end - at > to - from) return true;
    }
    return false;
  }

  /** Whether a French unit begins at a token. French often leaves out the plural. */
  isFrenchUnit(at: number): boolean {
    return this.#frenchUnits.has(at);
  }

  /** The longest words of any of these classes that begin at a token, and where they end. */
  longestFrom(at: number, names: readonly WordClass[]): { readonly name: WordClass; readonly to: number } | undefined {
    let longest: { readonly name: WordClass; readonly to: number } | undefined;
    for (const name of names) {
      const to = this.startsAt(at, name);
      if (to !== undefined && (longest === undefined || to > longest.to)) longest = { name, to };
    }
    return longest;
  }

  /** The longest words of any of these classes that end before a token, and where they begin. */
  longestUpTo(
    to: number,
    names: readonly WordClass[],
  ): { readonly name: WordClass; readonly from: number } | undefined {
    let longest: { readonly name: WordClass; readonly from: number } | undefined;
    for (const name of names) {
      const from = this.endsAt(to, name);
      if (from !== undefined && (longest === undefined || from < longest.from)) longest = { name, from };
    }
    return longest;
  }

  /** Whether a line ends, or a face stands, right before this token. */
  isLineStart(at: number): boolean {
    const before = this.tokens[at - 1];
    const token = this.tokens[at];
    if (before === undefined || token === undefined) return true;
    const { original, normalised } = this.read;
    const gap = original.slice(normalised.at[before.end - 1], normalised.at[token.start]).slice(1);
    return gap.includes('\n') || (gap.length > 1 && pictogram.test(gap));
  }

  /** Whether a token is a sign, or the name of one that was dictated: "sept point merci". */
  isMark(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind === 'mark' || (token !== undefined && dictated.has(token.text));
  }
}
