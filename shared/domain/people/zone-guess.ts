import { memoize } from '../memoize.ts';
import { callingCodes, longestPrefix } from './calling-codes.ts';
import { canadianProvinces, contiguousStates, northAmericanAreaCodes } from './north-american-area-codes.ts';

type ZoneList = readonly [string, ...string[]];

/** Where somebody may be, by their phone number alone. */
export interface ZoneGuess {
  /** The likeliest zone first. The sending window is the intersection over all of them. */
  readonly zones: ZoneList;
  /** ISO 3166-1 alpha-2; `ZZ` if unknown. */
  readonly country: string;
}

const byAreaCode = memoize<ReadonlyMap<string, ZoneGuess>>(
  () =>
    new Map(
      northAmericanAreaCodes().flatMap(({ codes, country, zones }) => codes.map((code) => [code, { zones, country }])),
    ),
);

/**
 * The zones of every country with a calling code of its own, and of the +1 islands; the US and Canada as for a number
 * without a place.
 */
export const zonesByCountry = memoize<ReadonlyMap<string, ZoneList>>(
  () =>
    new Map<string, ZoneList>([
      ...[...callingCodes().values()].map(({ country, zones }) => [country, zones] as const),
      ...northAmericanAreaCodes().map(({ country, zones }) => [country, zones] as const),
      ['US', contiguousStates],
      ['CA', canadianProvinces],
    ]),
);

/** Whether a country shares +1, and with it the names Eastern, Central, Mountain and Pacific. */
export const isNorthAmerican = (country: string): boolean =>
  northAmericanAreaCodes().some((area) => area.country === country);

const guessByCountry = (country: string): ZoneGuess => ({ zones: zonesByCountry().get(country) ?? ['UTC'], country });

/**
 * The zones a phone number may be in, and its country: a hint, never a fact, because numbers move with their owners
 * (docs/facts.md#f3). `fromCountry` is the provider's; it counts where the number itself names no place.
 */
export const guessZones = (e164: string, fromCountry?: string): ZoneGuess => {
  if (/^\+1\d{10}$/.test(e164)) {
    const guess = byAreaCode().get(e164.slice(2, 5));
    if (guess !== undefined) return guess;
    return guessByCountry(fromCountry !== undefined && isNorthAmerican(fromCountry) ? fromCountry : 'US');
  }
  for (let length = e164.startsWith('+') ? longestPrefix : 0; length > 0; length -= 1) {
    const guess = callingCodes().get(e164.slice(1, 1 + length));
    if (guess !== undefined) return guess;
  }
  return guessByCountry(fromCountry ?? 'ZZ');
};

const countryByZone = memoize<ReadonlyMap<string, string>>(
  () =>
    new Map(
      // Later entries of the map win. First zones come last, so that a zone shared by several countries belongs to the
      // one whose first zone it is.
      [
        ...[...zonesByCountry()].flatMap(([country, zones]) => zones.map((zone) => [zone, country] as const)),
        ...northAmericanAreaCodes().flatMap(({ country, zones }) => zones.map((zone) => [zone, country] as const)),
        ...[...zonesByCountry()].map(([country, [zone]]) => [zone, country] as const),
      ],
    ),
);

/** The country whose emergency numbers somebody in a zone is given when no phone number tells; `ZZ` if unknown. */
export const countryOfZone = (zone: string): string => countryByZone().get(zone) ?? 'ZZ';
