import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as it would be dialled from anywhere, and the country of whose way of writing it was taken. */
export interface NumberAtHome {
  readonly number: string;
  readonly country: string;
}

/**
 * The numbers that one written without its country code (07700 900123) may be in these countries, each once. Those that a
 * country gives to somebody come first: only where there is none may it be of a range that nobody has yet.
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
