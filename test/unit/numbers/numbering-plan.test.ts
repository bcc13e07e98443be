import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { northAmericanAreaCodes } from '../../../shared/domain/people/north-american-area-codes.ts';
import { guessZones } from '../../../shared/domain/people/zone-guess.ts';
import { offsetAt } from '../../../shared/domain/time/zone-clock.ts';
import { areaCodeZones, overseasFranceZones } from './libphonenumber-zones.ts';
import { anyNumber, countries, countriesOfAreaCode } from './numbering-plan.ts';

// Ours against libphonenumber's. What it knows and we do not fails, and so does a correction that is none any more.

/** Countries that we count as another: emergency and crisis lines, and clock, are the other's. */
const countedAs: Readonly<Record<string, readonly [country: string, reason: string]>> = {
  PR: ['US', '911 and 988 are its too; the zone is its own'],
  VI: ['US', '911 and 988 are its too; the zone is its own'],
  GU: ['US', '911 and 988 are its too; the zone is its own'],
  MP: ['US', '911 and 988 are its too; the zone is its own'],
  AS: ['US', '911 and 988 are its too; the zone is its own'],
  GG: ['GB', '999 and Samaritans 116 123 are its too, its clock is London’s, and its mobiles roam among +44'],
  JE: ['GB', '999 and Samaritans 116 123 are its too, its clock is London’s, and its mobiles roam among +44'],
  IM: ['GB', '999 and Samaritans 116 123 are its too, its clock is London’s, and its mobiles roam among +44'],
  VA: ['IT', 'within Rome, and only its landlines tell'],
  SJ: ['NO', 'same clock; its mobiles are Norwegian'],
  AX: ['FI', 'same clock; its mobiles are Finnish'],
  EH: ['MA', 'same clock; its mobiles are Moroccan'],
  CX: ['AU', 'only landlines tell, and they do not text'],
  CC: ['AU', 'only landlines tell, and they do not text'],
  BL: ['GP', 'same clock; its mobiles are Guadeloupe’s'],
  MF: ['GP', 'same clock; its mobiles are Guadeloupe’s'],
  BQ: ['CW', 'same clock, same calling code'],
  TA: ['SH', 'same clock, same calling code'],
};

/** Area codes that are announced and that libphonenumber does not have yet (docs/facts.md#f3). */
const announced = ['357', '436', '457', '465', '471', '621', '624', '679', '837', '861', '924'];

/** Area codes of +1 without a place: any of their country. */
const withoutPlace = ['600'];

/** Area codes to which libphonenumber gives other clocks than we do, and why ours are right. */
const zoneCorrections: Readonly<Record<string, string>> = {
  '236': 'overlays 250, of whose south-east libphonenumber knows',
  '257': 'overlays 250',
  '672': 'overlays 250',
  '778': 'overlays 250',
  '273': 'overlays 418, of which the Magdalen Islands are on Atlantic time',
  '367': 'overlays 418',
  '581': 'overlays 418',
  '364': 'overlays 270, western Kentucky: Central first',
  '448': 'overlays 850, the Florida panhandle: Central first',
  '458': 'overlays 541, of which Malheur County is on Mountain time',
  '930': 'overlays 812, of which the south-west is on Central time',
  '474': 'overlays 306, Saskatchewan: no daylight saving time, libphonenumber has Winnipeg’s',
  '689': 'overlays 407, Orlando: libphonenumber has Chicago’s clock',
  '867': 'Yukon, the Northwest Territories and Nunavut: libphonenumber has Fort Nelson’s clock, for want of a place',
  '879': 'overlays 709: Goose Bay is on Atlantic time with its changes, not on Puerto Rico’s without',
  '907': 'nobody in Alaska is on Hawaiian time: Adak changes its clocks',
};

/** The same for overseas France. */
const overseasCorrections: Readonly<Record<string, string>> = {
  '262':
    'Réunion’s own prefixes too: one who moved to the other island keeps the number, and an hour of caution costs little',
  '689': 'landlines are of every archipelago; libphonenumber has Tahiti’s clock for all of them',
};

/**
 * What the clocks of a zone showed over a year: equal for zones between which nobody noticed a difference. A year that is
 * over: this is about numbers, and newer zone rules must not change what it finds.
 */
const clockOf = (zone: string): string =>
  Array.from({ length: 53 }, (_, week) => offsetAt(zone, Date.UTC(2025, 0, 1 + 7 * week))).join();

const clocksOf = (zones: readonly string[]): readonly string[] => [...new Set(zones.map(clockOf))].sort();

const areaCodes = Array.from({ length: 800 }, (_, index) => String(200 + index));
const placed = new Map(northAmericanAreaCodes().flatMap((area) => area.codes.map((code) => [code, area] as const)));

describe('area codes of +1', () => {
  const known = areaCodes
    .map((code) => [code, countriesOfAreaCode(code)] as const)
    .filter(([, found]) => found.length > 0);

  it('that libphonenumber knows are all placed, each in its country', () => {
    const wrong = known.filter(([code, [country = '', ...others]]) => {
      const guess = guessZones(`+1${code}5550123`, country);
      const isPlaced = placed.has(code) || withoutPlace.includes(code);
      return !isPlaced || others.length > 0 || guess.country !== (countedAs[country]?.[0] ?? country);
    });
    expect(wrong).toEqual([]);
    // 441 in October 2026 and 600. Fewer means that the metadata is not read as it should be.
    expect(known.length).toBeGreaterThanOrEqual(442);
  });

  it('that it does not know are those announced', () => {
    const codes = new Set(known.map(([code]) => code));
    expect([...placed.keys()].filter((code) => !codes.has(code)).sort()).toEqual(announced);
  });

  it('have the clocks that it gives them, but for what we know better', () => {
    const differing = [...placed].filter(([code, { zones }]) => {
      const theirs = areaCodeZones.get(code);
      return theirs !== undefined && clocksOf(theirs).join('|') !== clocksOf(zones).join('|');
    });
    expect(differing.map(([code]) => code).sort()).toEqual(Object.keys(zoneCorrections).sort());
  });
});

describe('numbers of every other country', () => {
  const cases = countries.map((country) => [country.country, country] as const);

  it.each(cases)('%s', (name, country) => {
    const expected = countedAs[name]?.[0] ?? name;
    fc.assert(
      fc.property(anyNumber(country), (number) => {
        const guess = guessZones(number, expected);
        expect(guess.country).toBe(expected);
        // Without what the provider says: no number but those without a place needs it.
        if (!number.startsWith('+1600')) expect(guessZones(number)).toEqual(guess);
      }),
      { numRuns: 200 },
    );
  });

  it('corrections name countries that it has', () => {
    const names = countries.map(({ country }) => country);
    expect(Object.keys(countedAs).filter((country) => !names.includes(country))).toEqual([]);
  });
});

describe('overseas France', () => {
  it('has the clocks that libphonenumber gives each prefix, but for what we know better', () => {
    const differing = [...overseasFranceZones].filter(([prefix, theirs]) => {
      const ours = clocksOf(guessZones(`+${prefix}${'1'.repeat(12 - prefix.length)}`).zones);
      return ours.join('|') !== clocksOf(theirs).join('|');
    });
    const callingCodes = new Set(differing.map(([prefix]) => prefix.slice(0, 3)));
    expect([...callingCodes].sort()).toEqual(Object.keys(overseasCorrections).sort());
    // Told Mayotte's time first wherever libphonenumber is sure of Mayotte.
    const mayotte = [...overseasFranceZones].filter(([, zones]) => zones.join() === 'Indian/Mayotte');
    for (const [prefix] of mayotte) expect(guessZones(`+${prefix}00000`).zones, prefix).toEqual(['Indian/Mayotte']);
    expect(mayotte.length).toBeGreaterThan(3);
  });
});
