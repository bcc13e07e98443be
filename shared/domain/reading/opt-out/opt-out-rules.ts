import type { OptOutRule } from './opt-out-rule.ts';
import { contactRules } from './rules-contact.ts';
import { endingRules } from './rules-ending.ts';
import { refusalRules } from './rules-refusal.ts';
import { removalRules } from './rules-removal.ts';
import { rightsRules } from './rules-rights.ts';

/** The rules that each leave no doubt on their own. */
export const optOutRules: readonly OptOutRule[] = [
  ...endingRules,
  ...refusalRules,
  ...contactRules,
  ...removalRules,
  ...rightsRules,
];

/** Hints that may mean something else when alone, and are an opt-out when two of them meet. */
export const hints = [
  'had-enough',
  'doubt-in-us',
  'too-many',
  'elsewhere-now',
  'farewell',
  'insists',
  'bare-refusal',
  'not-continuing',
] as const;
