import type { TwoScores } from '../diary/diary.ts';
import type { Language } from '../people/subscriber.ts';
import type { Intent, OptOut, SafetyFlag } from './intent.ts';
import type { Check, Suspicion } from './second-opinion/checks.ts';

/**
 * Everything that one text can be: whether its writer wants to be left alone, what danger it tells of, and what it asks
 * for. All three stand side by side because all are acted on: "PAIN 6, stop texting me, I want to die" is a score, an
 * opt-out and a cry for help. What a text can ask for is listed in intent.ts.
 */
export interface ParsedReply {
  readonly leaving: Leaving;
  readonly danger: Danger;
  readonly intent: Intent;
  /** Set where no score is clear because two numbers contend for it, so that it can be asked which is meant. */
  readonly contending?: TwoScores;
  /**
   * Set if the words are of one language alone (INSCRIPTION). It decides how to answer somebody of whom nothing else is
   * known.
   */
  readonly language?: Language;
  /** The person's own words, without quotes, trimmed and at most 1,600 characters long, for a note. */
  readonly text: string;
}

/** Whether the writer wants to be left alone. */
export type Leaving =
  | { readonly kind: 'stays' }
  /** They may be asking for it. They are asked, and the question names STOP. */
  | { readonly kind: 'in-doubt' }
  | ({ readonly kind: 'leaves' } & OptOut);

/** What danger a reply tells of. */
export type Danger =
  | { readonly kind: 'none' }
  /**
   * A red flag, which is answered before all else. `isPrivate`: its words are kept nowhere (a crisis, violence at home, an
   * overdose).
   */
  | { readonly kind: 'flag'; readonly flag: SafetyFlag; readonly isPrivate: boolean }
  /** A flag that a rule found and the second opinion doubts. Its signs are asked about; where nothing can be asked, it holds. */
  | { readonly kind: 'doubted'; readonly flag: SafetyFlag }
  /**
   * A danger that only the second opinion finds, or that may be a manner of speaking. Signs of the body are asked about.
   * For despair and violence the answer says where to turn, beside the answer to the rest. Its words are kept nowhere.
   */
  | { readonly kind: 'suspected'; readonly of: Check };

/** What must be found wherever in a message it stands. */
export type Heard = Pick<ParsedReply, 'leaving' | 'danger'>;

/** The writer says nothing about leaving. */
export const staying: Leaving = { kind: 'stays' };
/** The text tells of no danger. */
export const noDanger: Danger = { kind: 'none' };

/** The opt-out that a reply is; undefined if it is none or only may be one. */
export const optOutOf = ({ leaving }: Pick<ParsedReply, 'leaving'>): OptOut | undefined =>
  leaving.kind === 'leaves' ? { by: leaving.by, wrongNumber: leaving.wrongNumber } : undefined;

/** The red flag that holds without any question; undefined where a danger is only doubted or suspected. */
export const flagOf = ({ danger }: Pick<ParsedReply, 'danger'>): SafetyFlag | undefined =>
  danger.kind === 'flag' ? danger.flag : undefined;

/** The red flag that a suspicion stands for (docs/facts.md#d4). */
export const soundsLike: Readonly<Record<Suspicion, 'crisis' | 'violence'>> = {
  hopeless: 'crisis',
  hurt: 'violence',
};

const gravity: readonly SafetyFlag[] = ['today', 'violence', 'now', 'crisis'];
const graver = (one: SafetyFlag, other: SafetyFlag): SafetyFlag =>
  gravity.indexOf(one) < gravity.indexOf(other) ? other : one;

type InDoubt = Extract<Danger, { kind: 'doubted' | 'suspected' }>;

const bothInDoubt = (one: InDoubt, other: InDoubt): Danger => {
  if (one.kind === 'suspected') return other.kind === 'suspected' ? one : bothInDoubt(other, one);
  if (other.kind === 'doubted') return { kind: 'doubted', flag: graver(one.flag, other.flag) };
  if (other.of === 'signs') return one;
  // Despair is not asked about, so the sign beside it is not either and holds. Two suspicions together are more than one.
  return { kind: 'flag', flag: graver(one.flag, soundsLike[other.of]), isPrivate: true };
};

/**
 * The danger of a message that was searched in two parts: a flag before a suspicion, the graver of two flags, the first of
 * two suspicions. If either part wants its words kept nowhere, they are kept nowhere.
 */
export const graverDanger = (one: Danger, other: Danger): Danger => {
  if (one.kind === 'none') return other;
  if (other.kind === 'none') return one;
  if (one.kind !== 'flag') return other.kind === 'flag' ? other : bothInDoubt(one, other);
  if (other.kind !== 'flag') return one;
  return { kind: 'flag', flag: graver(one.flag, other.flag), isPrivate: one.isPrivate || other.isPrivate };
};
