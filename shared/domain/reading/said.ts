import type { Mention } from './assertion/assert-mentions.ts';
import type { Concept } from './lexicon/concept.ts';
import type { ReadWords } from './read-words.ts';
import type { Token } from './tokens.ts';

/** A run of tokens; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether a text names one concept, in any context. */
export const isNamed = ({ mentions }: Pick<ReadWords, 'mentions'>, of: Concept): boolean =>
  mentions.some(({ concept }) => concept === of);

/** These words begin a new clause even where the signs are missing: "stop these they are annoying". */
const newClause = new Set(['i', 'they', 'je', 'j']);

/** What a text names, looked up by concept. Rules over concepts are written with it; positions are indexes of tokens. */
export class Said {
  readonly tokens: readonly Token[];
  readonly #byConcept = new Map<string, Mention[]>();
  readonly #sentences = new Map<string, ReadonlySet<number>>();

  constructor({ tokens, mentions }: Pick<ReadWords, 'tokens' | 'mentions'>) {
    this.tokens = tokens;
    for (const mention of mentions) {
      const known = this.#byConcept.get(mention.concept);
      if (known === undefined) this.#byConcept.set(mention.concept, [mention]);
      else known.push(mention);
    }
  }

  /** Every mention of these concepts, in order. */
  all(...concepts: readonly Concept[]): readonly Mention[] {
    // A text rarely names more than one of the concepts that a rule asks about. That concept's list is then returned as it
    // is.
    let found: readonly Mention[] = [];
    for (const concept of concepts) {
      const named = this.#byConcept.get(concept);
      if (named !== undefined) found = found.length === 0 ? named : [...found, ...named];
    }
    return found;
  }

  has(...concepts: readonly Concept[]): boolean {
    return concepts.some((concept) => this.#byConcept.has(concept));
  }

  /** Which tokens belong to a mention of one of these concepts. */
  named(...concepts: readonly Concept[]): readonly boolean[] {
    const named = this.tokens.map(() => false);
    for (const { from, to } of this.all(...concepts)) named.fill(true, from, to);
    return named;
  }

  /** The same, with all signs counted in. */
  covered(concepts: readonly Concept[]): readonly boolean[] {
    const covered = this.tokens.map(({ kind }) => kind === 'mark');
    for (const { from, to } of this.all(...concepts)) covered.fill(true, from, to);
    return covered;
  }

  sentenceOf({ from }: Span): number {
    return this.tokens[from]?.sentence ?? -1;
  }

  #sentencesOf(concept: Concept): ReadonlySet<number> {
    const known = this.#sentences.get(concept);
    if (known !== undefined) return known;
    const sentences = new Set(this.all(concept).map((mention) => this.sentenceOf(mention)));
    this.#sentences.set(concept, sentences);
    return sentences;
  }

  /** Whether one of these concepts is named in the sentence of `span`. */
  hasBeside(span: Span, ...concepts: readonly Concept[]): boolean {
    const sentence = this.sentenceOf(span);
    return concepts.some((concept) => this.#sentencesOf(concept).has(sentence));
  }

  /** The words right before `span` in its sentence, nearest first. */
  before({ from }: Span, count: number): readonly string[] {
    const sentence = this.tokens[from]?.sentence;
    return this.tokens
      .slice(Math.max(0, from - count), from)
      .filter((token) => token.sentence === sentence && token.kind !== 'mark')
      .map(({ text }) => text)
      .reverse();
  }

  /** Whether nothing but `covered` tokens follows `span`, as far as its clause and sentence go. */
  endsClause({ from, to }: Span, covered: readonly boolean[]): boolean {
    const { clause, sentence } = this.tokens[from] ?? { clause: -1, sentence: -1 };
    for (let at = to; at < this.tokens.length; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || token.sentence !== sentence) return true;
      if (token.clause !== clause && at > to) return true;
      if (newClause.has(token.text)) return true;
      if (!covered[at]) return false;
    }
    return true;
  }
}
