import type { OptOutRule } from './opt-out-rule.ts';
import { contactRules } from './rules-contact.ts';
import { endingRules } from './rules-ending.ts';
import { refusalRules } from './rules-refusal.ts';
import { removalRules } from './rules-removal.ts';
import { rightsRules } from './rules-rights.ts';

/** Each of these, alone, leaves no doubt. */
export const optOutRules: readonly OptOutRule[] = [
  ...endingRules,
  ...refusalRules,
  ...contactRules,
  ...removalRules,
  ...rightsRules,
];

/** Alone each may mean something else; two together do not. */
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
