import type { Language } from '../people/subscriber.ts';
import type { Intent, OptOut, SafetyFlag } from './intent.ts';
import type { Check, Suspicion } from './second-opinion/checks.ts';

/**
 * What one text can be: whether its writer wants to be left alone, what danger it tells of, and what it asks for. The three
 * stand side by side, because all are acted on: "PAIN 6, stop texting me, I want to die" is a score, an opt-out and a cry for
 * help. What a text can ask for is listed in intent.ts.
 */
export interface ParsedReply {
  readonly leaving: Leaving;
  readonly danger: Danger;
  readonly intent: Intent;
  /** Said in words of that language alone (INSCRIPTION): how to answer somebody of whom nothing else is known. */
  readonly language?: Language;
  /** The person's own words (quote stripped, trimmed, at most 1,600 characters), for a note. */
  readonly text: string;
}

/** Whether they want to be left alone. */
export type Leaving =
  | { readonly kind: 'stays' }
  /** They may be asking for it: to be asked, naming STOP. */
  | { readonly kind: 'in-doubt' }
  | ({ readonly kind: 'leaves' } & OptOut);

/** What danger a reply tells of. */
export type Danger =
  | { readonly kind: 'none' }
  /** A red flag, answered before all else. `isPrivate`: its words are kept nowhere (a crisis, violence at home, an overdose). */
  | { readonly kind: 'flag'; readonly flag: SafetyFlag; readonly isPrivate: boolean }
  /** A rule's flag that the second opinion doubts: the signs are asked about; where nothing can be asked, the flag holds. */
  | { readonly kind: 'doubted'; readonly flag: SafetyFlag }
  /**
   * What the second opinion hears and no rule, or what may be a manner of speaking: signs are asked about, of despair and being
   * hurt it is said where to turn, beside the answer to the rest; their words are kept nowhere.
   */
  | { readonly kind: 'suspected'; readonly of: Check };

/** What must be heard wherever in a message it stands. */
export type Heard = Pick<ParsedReply, 'leaving' | 'danger'>;

/** Whoever says nothing of leaving stays. */
export const staying: Leaving = { kind: 'stays' };
/** No danger is heard. */
export const noDanger: Danger = { kind: 'none' };

/** The opt-out that a reply is; undefined if it is none, or only may be one. */
export const optOutOf = ({ leaving }: Pick<ParsedReply, 'leaving'>): OptOut | undefined =>
  leaving.kind === 'leaves' ? { by: leaving.by, wrongNumber: leaving.wrongNumber } : undefined;

/** The red flag that holds, whatever anybody is asked; undefined where a danger is only doubted or suspected. */
export const flagOf = ({ danger }: Pick<ParsedReply, 'danger'>): SafetyFlag | undefined =>
  danger.kind === 'flag' ? danger.flag : undefined;

/** The red flag that a suspicion would be, were it sure (docs/facts.md#d4). */
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
  // Of despair nothing is asked, so neither is of the sign beside it: its flag holds, and two suspicions are more than one.
  return { kind: 'flag', flag: graver(one.flag, soundsLike[other.of]), isPrivate: true };
};

/**
 * The danger of a message in two of whose parts one was looked for: a flag before a suspicion, the graver of two flags, the
 * first of two suspicions. What either part wants kept nowhere is kept nowhere.
 */
export const graverDanger = (one: Danger, other: Danger): Danger => {
  if (one.kind === 'none') return other;
  if (other.kind === 'none') return one;
  if (one.kind !== 'flag') return other.kind === 'flag' ? other : bothInDoubt(one, other);
  if (other.kind !== 'flag') return one;
  return { kind: 'flag', flag: graver(one.flag, other.flag), isPrivate: one.isPrivate || other.isPrivate };
};
