import { memoize } from '../memoize.ts';
import { callingCodes, longestPrefix } from './calling-codes.ts';
import { northAmericanAreaCodes } from './north-american-area-codes.ts';

const byAreaCode = memoize<ReadonlyMap<string, string>>(
  () =>
    new Map(northAmericanAreaCodes().flatMap(({ codes, country }) => codes.map((code) => [code, country] as const))),
);

/**
 * Ranges of a country in which no person's phone is: premium rate, shared cost, personal numbers that forward at the
 * caller's expense (docs/facts.md#f3). Calling code and digits. The countries people are likely to write from, and those that
 * are known for it; of the others Twilio's geo permissions are the guard (docs/deploy.md).
 */
const dearRanges = [
  ...['4455', '4456', '4470', '4476', '449'], // United Kingdom
  ...['3381', '3382', '33884', '3389'], // France
  ...['49137', '49180', '49181', '49190', '49700', '49900'], // Germany
  ...['41900', '41901', '41906', '4184'], // Switzerland
  ...['43810', '43820', '43821', '43828', '4390'], // Austria
  ...['3278', '3290', '3190', '34803', '34806', '34807', '34905', '39144', '39166', '39178', '3989'],
  ...['35360', '35370', '46900', '46939', '46944', '4782', '4590', '42090', '61190', '64900', '81990'],
];

const isDear = (digits: string): boolean => dearRanges.some((range) => digits.startsWith(range));

/**
 * The country of a number that a person's phone may have; undefined for what is no country's (satellites +870, +881,
 * international networks +882 and +883, premium +979), for area codes that nobody was assigned, for +1 900, +1 500 and
 * toll-free numbers, and for ranges in which a text costs somebody dear.
 */
export const countryOfPhone = (e164: string): string | undefined => {
  const digits = e164.slice(1);
  if (digits.startsWith('1'))
    return /^1\d{3}[2-9]\d{6}$/.test(digits) ? byAreaCode().get(digits.slice(1, 4)) : undefined;
  if (isDear(digits)) return undefined;
  for (let length = longestPrefix; length > 0; length -= 1) {
    const found = callingCodes().get(digits.slice(0, length));
    if (found) return found.country;
  }
  return undefined;
};

/** Where people may join from by text: everywhere, or countries by their ISO 3166-1 codes. */
export type Countries = 'all' | readonly string[];

/** Whether a phone may begin a subscription by text: each of its days is paid for. */
export const mayJoin = (e164: string, countries: Countries): boolean => {
  const country = countryOfPhone(e164);
  return country !== undefined && (countries === 'all' || countries.includes(country));
};
