import fc from 'fast-check';
import metadata from 'libphonenumber-js/metadata.max.json';
import * as z from 'zod';

// What libphonenumber-js keeps of libphonenumber's metadata: arrays, by position. Kinds of numbers stand at 11 of a country.

const kinds = ['fixed', 'mobile', 'tollFree', 'premium', 'personal', 'voicemail', 'company', 'pager', 'voip'] as const;
/** Those that somebody may text us from. */
const ofPeople = ['fixed', 'mobile', 'voip'] as const;

const pattern = z.union([z.tuple([z.string()], z.unknown()), z.literal(0)]).nullish();
const plan = z.object({
  country_calling_codes: z.record(z.string(), z.array(z.string())),
  countries: z.record(z.string(), z.array(z.unknown())),
});
const read = plan.parse(metadata);

const patternsOf = (country: string): readonly string[] => {
  const found = z.array(pattern).parse(read.countries[country]?.[11] ?? []);
  return ofPeople.flatMap((kind) => {
    const at = found[kinds.indexOf(kind)];
    return at && at[0] !== '' ? [at[0]] : [];
  });
};

export interface Country {
  readonly country: string;
  readonly callingCode: string;
  /** Regular expressions of the national numbers that people may have. */
  readonly patterns: readonly string[];
}

/** Every country that libphonenumber knows, by its calling code. */
export const countries: readonly Country[] = Object.entries(read.country_calling_codes).flatMap(
  ([callingCode, found]) => found.map((country) => ({ country, callingCode, patterns: patternsOf(country) })),
);

/** Any number of a country: what its patterns allow. */
export const anyNumber = ({ callingCode, patterns }: Country): fc.Arbitrary<string> =>
  fc
    .oneof(...patterns.map((one) => fc.stringMatching(new RegExp(`^(?:${one})$`))))
    .map((rest) => `+${callingCode}${rest}`);

/** Exchanges that show whether an area code is in use: libphonenumber opens most or all of them. */
const exchanges = Array.from({ length: 115 }, (_, index) => String(200 + 7 * index));

/** The countries of +1 in which an area code is in use for people's numbers, none if it is in use nowhere. */
export const countriesOfAreaCode = (code: string): readonly string[] =>
  countries.flatMap(({ country, callingCode, patterns }) => {
    const fits = patterns.map((one) => new RegExp(`^(?:${one})$`));
    const isUsed = exchanges.some((exchange) => fits.some((fit) => fit.test(`${code}${exchange}0123`)));
    return callingCode === '1' && isUsed ? [country] : [];
  });
