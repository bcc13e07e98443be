import type { Why } from '../../domain/tips/choose-tip.ts';
import type { Dose } from '../../domain/tips/dose.ts';
import type { NoTipReason, TipExplanation } from '../../domain/tips/explain-day.ts';
import type { Failure } from '../../domain/tips/failure.ts';
import type { Prompt } from '../../domain/tips/prompt.ts';

/** What a tip's state may be on a day that has a tip. */
export type TipState = Exclude<TipExplanation['decision'], 'none' | 'skipped'>;

/**
 * Everything that staff are told about a tip, in one language, for the command line, the desk's pages and /_local/explain.
 * The types make every table complete: a new reason does not compile until it has words.
 */
export interface TipWords {
  readonly reasons: Readonly<Record<NoTipReason, string>>;
  readonly states: Readonly<Record<TipState, string>>;
  readonly whys: Readonly<Record<Why, string>>;
  readonly prompts: Readonly<Record<Prompt, string>>;
  readonly doses: Readonly<Record<Dose, string>>;
  /** Why it did not arrive, where the provider's code tells. */
  readonly failures: Readonly<Record<Failure, string>>;
  /** What a day is called on which another message came in place of a tip. */
  readonly inPlace: string;
  /** A state with why: "did not arrive: the phone was off". */
  readonly because: (state: string, why: string) => string;
  readonly none: (why: string) => string;
  readonly toComeAt: (when: string) => string;
  readonly claimed: string;
  readonly chosenBefore: string;
  readonly notWritten: string;
}
