import type { SafetyFlag } from '../reading/intent.ts';

/**
 * What the clinic is told of a red flag: how urgent it is, never what was said. `call`: despair or violence at home,
 * which nobody can tell apart by it. `now`, `today`: they need help now, or the same day. `asked`: they texted CALL ME.
 * `worse`: no red flag; three days in a row were 2 or more above their own mean, and they let the clinic read their
 * diary.
 */
export const redFlagKinds = ['call', 'now', 'today', 'asked', 'worse'] as const;

/** What the clinic is told of a red flag. */
export type RedFlagKind = (typeof redFlagKinds)[number];

const kinds: Readonly<Record<SafetyFlag, RedFlagKind>> = {
  crisis: 'call',
  violence: 'call',
  now: 'now',
  today: 'today',
};

/** The kind that the clinic is told for a flag. */
export const kindOfFlag = (flag: SafetyFlag): RedFlagKind => kinds[flag];
