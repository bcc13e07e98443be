import { read } from '../../../content/compiled/costly-ranges.js';
import { memoize } from '../memoize.ts';

const rangesByCode = memoize(read);

/**
 * Whether a number forwards, charges or answers at somebody's expense: premium rate, shared cost, personal,
 * company-wide and toll-free numbers, and pagers, by libphonenumber's metadata (docs/facts.md#f3). It is loaded only
 * when a stranger wants to join.
 */
export const isCostly = (callingCode: string, nationalDigits: string): boolean => {
  const pattern = rangesByCode()[callingCode];
  return pattern !== undefined && new RegExp(`^(?:${pattern})$`).test(nationalDigits);
};
