import metadata from 'libphonenumber-js/metadata.max.json';
import * as z from 'zod';

/** Where libphonenumber-js keeps a country's ranges by what they are for: an array, in its order of types. */
const typesAt = 11;
/** Toll-free, premium rate, personal numbers, company-wide numbers, pagers, shared cost. */
const costlyTypes = [2, 3, 4, 6, 7, 9];

const range = z.tuple([z.string()]).rest(z.unknown());
const country = z.array(z.unknown()).min(1);
const ranges = z.array(z.union([range, z.unknown()]));

/** Maps a calling code to a pattern of the digits after it that belong to no person's phone. */
export type CostlyRanges = Readonly<Record<string, string>>;

/**
 * The ranges of each calling code that forward, charge, or answer at somebody's expense, from libphonenumber's
 * metadata. +1 is left out: we keep its area codes ourselves. Countries that share a code share a pattern.
 * @throws ZodError if the metadata have another form than the pinned version's
 */
export const compileCostlyRanges = (): CostlyRanges => {
  const found = new Map<string, Set<string>>();
  for (const [, entry] of Object.entries(
    z.object({ countries: z.record(z.string(), country) }).parse(metadata).countries,
  )) {
    const code = z.string().parse(entry[0]);
    if (code === '1') continue;
    const types = ranges.catch([]).parse(entry[typesAt]);
    for (const type of costlyTypes) {
      const pattern = range.safeParse(types[type]);
      if (!pattern.success || pattern.data[0] === '') continue;
      found.set(code, (found.get(code) ?? new Set()).add(pattern.data[0]));
    }
  }
  return Object.fromEntries([...found].map(([code, patterns]) => [code, [...patterns].join('|')]));
};
