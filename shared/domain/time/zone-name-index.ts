import { northAmericanAreaCodes } from '../people/north-american-area-codes.ts';
import { zonesByCountry } from '../people/zone-guess.ts';
import { plainName } from './plain-name.ts';
import { allZones } from './zone-clock.ts';
import { clockNames, countryNicknames, mainZoneMeant, placeNames, regionNames } from './zone-place-names.ts';

/** One thing a name may mean. */
export interface Meaning {
  readonly zone: string;
  /** The country in which the name means this; undefined if unknown. */
  readonly country: string | undefined;
  /** What it is a name of; a city, if left out. */
  readonly of?: 'state' | 'country' | 'clock';
}

/** Meanings by plain name (plainName). */
type Index = Map<string, readonly Meaning[]>;

/** Every name by which a zone can be asked for. */
export interface ZoneNames {
  /** Cities, states and countries. */
  readonly places: Index;
  /** States and countries, as they qualify a city: "Portland, Maine". */
  readonly states: Index;
  readonly countries: Index;
  /** Every clock of a state, by the state's name and abbreviation: Kenora's differs from the rest of Ontario's. */
  readonly within: Index;
  /** Eastern, PST … */
  readonly clocks: Index;
  /** Postal abbreviations of states and provinces. */
  readonly abbreviations: Index;
}

const add = (index: Index, name: string, meanings: readonly Meaning[]): void => {
  index.set(plainName(name), [...(index.get(plainName(name)) ?? []), ...meanings]);
};

const addLines = (index: Index, lines: string, of: Pick<Meaning, 'of'> = {}): void => {
  for (const line of lines.trim().split('\n')) {
    const [, zone = '', country = '', names = ''] = /^(\S+) (\S\S): (.*)$/.exec(line) ?? [];
    for (const name of names.split(', ')) add(index, name, [{ zone, country, ...of }]);
  }
};

/**
 * Zones of stations, islets and villages whose names mean something else to nearly everybody: Davis, Center, Knox,
 * Easter. Their full zone names still find them.
 */
const obscure = /^(?:Antarctica|America\/(?:Indiana|Kentucky|North_Dakota))\/|\/(?:Easter|Midway|Wake)$/;

const addZoneCities = (index: Index): void => {
  const countries = new Map([...zonesByCountry()].flatMap(([country, zones]) => zones.map((zone) => [zone, country])));
  for (const zone of allZones()) {
    const city = zone.slice(zone.lastIndexOf('/') + 1);
    const listed = index.get(plainName(city))?.some((meaning) => meaning.zone === zone) === true;
    if (!listed && !obscure.test(zone)) add(index, city, [{ zone, country: countries.get(zone) }]);
  }
};

const addStates = ({ states, abbreviations, within }: ZoneNames): void => {
  for (const line of regionNames.trim().split('\n')) {
    const [, region = '', names = '', zone] = /^(\S\S) (.*?)(?: = (\S+))?$/.exec(line) ?? [];
    const areas = northAmericanAreaCodes().filter((area) => area.region === region);
    const country = areas[0]?.country;
    const all = [...new Set(areas.flatMap((area) => area.zones))];
    const zones = zone === undefined ? all : [zone];
    for (const name of [region, ...(names === '-' ? [] : names.split(', '))])
      add(
        within,
        name,
        all.map((each) => ({ zone: each, country })),
      );
    const meanings = zones.map((each) => ({ zone: each, country, of: 'state' as const }));
    add(abbreviations, region, meanings);
    for (const name of names === '-' ? [] : names.split(', ')) add(states, name, meanings);
  }
};

const meaningsOfCountry = (country: string): readonly Meaning[] => {
  const zones = zonesByCountry().get(country) ?? [];
  return zones
    .slice(0, mainZoneMeant.has(country) ? 1 : zones.length)
    .map((zone) => ({ zone, country, of: 'country' }));
};

const addCountries = (countries: Index): void => {
  const display = ['en', 'fr'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  for (const country of zonesByCountry().keys()) {
    const spellings = new Set(display.map((names) => plainName(names.of(country) ?? country)));
    for (const name of spellings) add(countries, name, meaningsOfCountry(country));
  }
  for (const line of countryNicknames.trim().split('\n')) {
    for (const name of line.slice(3).split(', ')) add(countries, name, meaningsOfCountry(line.slice(0, 2)));
  }
};

const build = (): ZoneNames => {
  const names: ZoneNames = {
    places: new Map(),
    states: new Map(),
    countries: new Map(),
    within: new Map(),
    clocks: new Map(),
    abbreviations: new Map(),
  };
  addLines(names.clocks, clockNames, { of: 'clock' });
  addStates(names);
  addCountries(names.countries);
  addLines(names.places, placeNames);
  addZoneCities(names.places);
  for (const [name, meanings] of [...names.states, ...names.countries]) add(names.places, name, meanings);
  return names;
};

let memo: ZoneNames | undefined;

/**
 * All names. They are built at the first ZONE, not at a cold start, because that asks Intl about 418 zones and twice
 * about 230 countries.
 */
export const zoneNames = (): ZoneNames => {
  memo ??= build();
  return memo;
};
