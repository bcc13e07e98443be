import type { SafetyFlag } from '../reading/intent.ts';

/**
 * What the clinic comes to know of a red flag: how soon, never what was said. `call`: despair and violence at home alike,
 * so that nobody can tell them apart. `now`, `today`: get help now, or the same day. `asked`: they texted CALL ME. `worse`:
 * no red flag; three days in a row were 2 or more above their own mean, and they let the clinic read their diary.
 */
export const redFlagKinds = ['call', 'now', 'today', 'asked', 'worse'] as const;
export type RedFlagKind = (typeof redFlagKinds)[number];

const kinds: Readonly<Record<SafetyFlag, RedFlagKind>> = {
  crisis: 'call',
  violence: 'call',
  now: 'now',
  today: 'today',
};

/** What the clinic comes to know of a flag. */
export const kindOfFlag = (flag: SafetyFlag): RedFlagKind => kinds[flag];
