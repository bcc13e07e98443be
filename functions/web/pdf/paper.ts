/** Countries whose offices print on Letter (CLDR supplemental data, measurementData: paperSize US-Letter). Elsewhere it is A4. */
const letterCountries = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** The size of a country's paper, in points. */
export const paperOf = (country: string): readonly [width: number, height: number] =>
  letterCountries.has(country) ? [612, 792] : [595.28, 841.89];
