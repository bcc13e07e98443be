import { read } from '../../../content/compiled/costly-ranges.js';
import { memoize } from '../memoize.ts';

const rangesByCode = memoize(read);

/**
 * Whether a number is one that forwards, charges or answers at somebody's expense: premium rate, shared cost, personal,
 * company-wide and toll-free numbers, pagers, as libphonenumber's metadata have them (docs/facts.md#f3). Read when a stranger
 * wants to join: nobody else waits for it.
 */
export const isCostly = (callingCode: string, nationalDigits: string): boolean => {
  const pattern = rangesByCode()[callingCode];
  return pattern !== undefined && new RegExp(`^(?:${pattern})$`).test(nationalDigits);
};
