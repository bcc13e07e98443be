import type { Mention } from '../assertion/assert-mentions.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { Said, Span } from '../said.ts';
import { follow } from './beside.ts';
import { toldToAnother } from './told-to-another.ts';

/** What may fill the gap between the word of ending and what is to end. */
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

/** A text as the opt-out rules see it: what is ours in it, and which words of ending are meant for that. */
export class OptOutView {
  readonly said: Said;
  readonly fillers: readonly boolean[];
  readonly tails: readonly boolean[];
  /** The tokens that may stand behind words of leaving: tails, and anything of ours. */
  readonly loose: readonly boolean[];
  /** The tokens that tell of another kind of stop. */
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
    // "Why you write to me" asks about our writing and quotes nothing.
    const quoting = this.said.all('quoting-us').filter(({ to }) => this.said.tokens[to]?.text !== 'to');
    this.#untouchable = new Set([...quoting, ...quoted].map((span) => this.said.sentenceOf(span)));
  }

  /**
   * Whether words of ending go on behind another kind of stop, so that it is about us after all. "Make it stop" is said of
   * pain, "make it stop sending" of us.
   */
  #goesOn(other: Span): boolean {
    return this.said.all('opt-out-word').some(({ from, to }) => from < other.to && to > other.to);
  }

  #isOther({ from, to }: Span): boolean {
    for (let at = from; at < to; at += 1) if (this.#others[at] === true) return true;
    return false;
  }

  /** The mentions that ask something of us. Those that tell of another kind of stop or quote our small print are left out. */
  meant(...concepts: readonly Concept[]): readonly Mention[] {
    return this.said
      .all(...concepts)
      .filter((mention) => !this.#untouchable.has(this.said.sentenceOf(mention)) && !this.#isOther(mention));
  }

  /** The same, without mentions that set a limit in time or ask for fewer: a pause or a smaller dose is no end. */
  meantForGood(...concepts: readonly Concept[]): readonly Mention[] {
    const { said } = this;
    return this.meant(...concepts).filter(
      (mention) =>
        // "She died on Sunday" names a day but sets no limit.
        said.has('for-ever') ||
        ((!said.hasBeside(mention, 'with-end') || said.has('died')) && !said.hasBeside(mention, 'fewer')),
    );
  }

  /** The mentions of what is ours. Those of somebody else's are left out ("my account at the bank"). */
  ofOurs(...concepts: readonly Concept[]): readonly Mention[] {
    return this.said.all(...concepts).filter((mention) => !this.#isOther(mention));
  }

  /** Whether one of `firsts` stands close before one of `seconds`, with at most `strangers` unrelated words between them. */
  follow(firsts: readonly Span[], seconds: readonly Span[], strangers = 1): boolean {
    return follow(this.said, firsts, seconds, { fillers: this.fillers, strangers });
  }

  /** Pointing words that stand alone: "these", not "these exercises". */
  get pointing(): readonly Mention[] {
    return this.said.all('these-of-ours').filter((span) => this.said.endsClause(span, this.tails));
  }
}
