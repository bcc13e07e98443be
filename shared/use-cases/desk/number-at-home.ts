import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number in international form, and the country whose way of writing it was assumed. */
export interface NumberAtHome {
  readonly number: string;
  readonly country: string;
}

/**
 * The numbers that a national number (07700 900123) may be in these countries, each once. Ranges that a country has given
 * out come first; ranges that nobody has yet are considered only where no other fits.
 */
export const numbersAtHome = (said: string, countries: readonly string[]): readonly NumberAtHome[] => {
  const read = countries.flatMap((country) => {
    if (!isSupportedCountry(country)) return [];
    const number = parsePhoneNumberFromString(said, { defaultCountry: country, extract: false });
    return number?.isPossible() && number.ext === undefined ? [{ number, country }] : [];
  });
  const given = read.filter(({ number }) => number.isValid());
  const found = new Map<string, NumberAtHome>();
  for (const { number, country } of given.length > 0 ? given : read)
    if (!found.has(number.number)) found.set(number.number, { number: number.number, country });
  return [...found.values()];
};
