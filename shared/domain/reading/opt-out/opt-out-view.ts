import type { Mention } from '../assertion/assert-mentions.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Said, Span } from '../said.ts';
import { follow } from './beside.ts';
import { toldToAnother } from './told-to-another.ts';

/** What may fill the gap between an end and what is ended. */
const fillerConcepts: readonly Concept[] = ['sending-filler', 'insult', 'any-longer', 'contacting'];
/** What may stand behind a request without changing it. */
const tailConcepts: readonly Concept[] = [
  'trailing',
  'insult',
  'any-longer',
  'insists',
  'farewell',
  'or-else',
  'me-or-mine',
  'too-many',
];

/** A text as the rules about opting out ask it: what is ours, and which words of ending are meant for it. */
export class OptOutView {
  readonly said: Said;
  readonly fillers: readonly boolean[];
  readonly tails: readonly boolean[];
  /** What may stand behind words that leave: tails, and anything of ours. */
  readonly loose: readonly boolean[];
  /** Which tokens tell of another kind of stop. */
  readonly #others: readonly boolean[];
  readonly #untouchable: ReadonlySet<number>;

  constructor(said: Said) {
    this.said = said;
    this.fillers = this.said.covered(fillerConcepts);
    this.tails = this.said.covered(tailConcepts);
    this.loose = this.said.covered([
      ...tailConcepts,
      ...fillerConcepts,
      'list-of-ours',
      'our-messages',
      'these-of-ours',
      'receiving',
    ]);
    const told = toldToAnother(this.said);
    const isOther = [...this.said.named('keep-on', 'for-ever')];
    for (const { from, to } of this.said.all('stopping-other').filter((other) => !this.#goesOn(other)))
      isOther.fill(true, from, to);
    this.#others = isOther.map((other, at) => other || told[at] === true);
    const quoted = this.said
      .all('our-print')
      .filter(
        ({ from, to }) =>
          /["«“]/.test(this.said.tokens[from - 1]?.text ?? '') && this.said.tokens.length > to - from + 4,
      );
    // "Why you write to me" quotes nothing.
    const quoting = this.said.all('quoting-us').filter(({ to }) => this.said.tokens[to]?.text !== 'to');
    this.#untouchable = new Set([...quoting, ...quoted].map((span) => this.said.sentenceOf(span)));
  }

  /** "Make it stop" is said of pain, "make it stop sending" of us: what stands behind says what is to stop. */
  #goesOn(other: Span): boolean {
    return this.said.all('opt-out-word').some(({ from, to }) => from < other.to && to > other.to);
  }

  #isOther({ from, to }: Span): boolean {
    for (let at = from; at < to; at += 1) if (this.#others[at] === true) return true;
    return false;
  }

  /** The mentions of these that ask something of us: no other kind of stop, no words about our small print. */
  meant(...concepts: readonly Concept[]): readonly Mention[] {
    return this.said
      .all(...concepts)
      .filter((mention) => !this.#untouchable.has(this.said.sentenceOf(mention)) && !this.#isOther(mention));
  }

  /** The same without those for a time only, or for fewer: a pause and a smaller dose are no end. */
  meantForGood(...concepts: readonly Concept[]): readonly Mention[] {
    const { said } = this;
    return this.meant(...concepts).filter(
      (mention) =>
        // "She died on Sunday" sets no limit.
        said.has('for-ever') ||
        ((!said.hasBeside(mention, 'with-end') || said.has('died')) && !said.hasBeside(mention, 'fewer')),
    );
  }

  /** The mentions of what is ours, unless somebody else's of that name is meant ("my account at the bank"). */
  ofOurs(...concepts: readonly Concept[]): readonly Mention[] {
    return this.said.all(...concepts).filter((mention) => !this.#isOther(mention));
  }

  /** Whether one of `firsts` stands close before one of `seconds`, with at most so many words of other meaning between. */
  follow(firsts: readonly Span[], seconds: readonly Span[], strangers = 1): boolean {
    return follow(this.said, firsts, seconds, { fillers: this.fillers, strangers });
  }

  /** Pointing words with nothing behind them that says what they point at: "these", not "these exercises". */
  get pointing(): readonly Mention[] {
    return this.said.all('these-of-ours').filter((span) => this.said.endsClause(span, this.tails));
  }
}
