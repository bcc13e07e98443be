import { memoize } from '../memoize.ts';
import { callingCodes, longestPrefix } from './calling-codes.ts';
import { isCostly } from './costly-ranges.ts';
import { northAmericanAreaCodes } from './north-american-area-codes.ts';

const byAreaCode = memoize<ReadonlyMap<string, string>>(
  () =>
    new Map(northAmericanAreaCodes().flatMap(({ codes, country }) => codes.map((code) => [code, country] as const))),
);

/**
 * Whether a number is in a costly range. Calling codes have one to three digits, and none is the beginning of another
 * (ITU-T E.164).
 */
const isAtSomebodysExpense = (digits: string): boolean =>
  [1, 2, 3].some((length) => isCostly(digits.slice(0, length), digits.slice(length)));

/**
 * The country of a number that a person's phone may have. Undefined for numbers of no country (satellites +870, +881,
 * international networks +882 and +883, premium +979), for unassigned area codes, for +1 900, +1 500 and toll-free
 * numbers, and for ranges in which a text is costly.
 */
export const countryOfPhone = (e164: string): string | undefined => {
  const digits = e164.slice(1);
  if (digits.startsWith('1'))
    return /^1\d{3}[2-9]\d{6}$/.test(digits) ? byAreaCode().get(digits.slice(1, 4)) : undefined;
  for (let length = longestPrefix; length > 0; length -= 1) {
    const found = callingCodes().get(digits.slice(0, length));
    if (found) return isAtSomebodysExpense(digits) ? undefined : found.country;
  }
  return undefined;
};

/** The countries from which people may join by text: all, or a list of ISO 3166-1 codes. */
export type Countries = 'all' | readonly string[];

/** Whether a phone may begin a subscription by text, each of whose days is paid for. */
export const mayJoin = (e164: string, countries: Countries): boolean => {
  const country = countryOfPhone(e164);
  return country !== undefined && (countries === 'all' || countries.includes(country));
};
