import { plainName } from '../time/plain-name.ts';
import { isOneClock } from '../time/zone-data.ts';
import { type Meaning, zoneNames } from '../time/zone-name-index.ts';
import { meaningsOf } from './listed-names.ts';
import {
  type City,
  citiesBeginning,
  citiesNamed,
  citiesOfRegion,
  isEverydayWord,
  ownNamesOf,
  type PlaceSet,
} from './place-set.ts';

/** One thing that a name may mean, with how likely it is that people mean it. */
export interface Candidate {
  readonly kind: 'city' | 'region' | 'country' | 'clock';
  /** The city, by its plain name; for a region or country the largest city there with that clock, if one is known. */
  readonly name: string | undefined;
  /** ISO 3166-1. */
  readonly country: string | undefined;
  /** The state, province or region, if it is known. */
  readonly region: string | undefined;
  readonly zone: string;
  /** Its people in thousands, or what stands for them. */
  readonly weight: number;
  /** Whether everybody there knows it: a capital, or a name of our own lists (zone-place-names.ts). */
  readonly isListed: boolean;
}

/** How many times as often a capital is meant as another city of its size: a great one, and a small one. */
const capitalWeights = { great: 5, small: 2 } as const;
/** From how many thousand people a capital is a great one. */
const greatCapital = 100;
/** How many times as often a city is meant that our own lists name, or that a zone is named after. */
const listedFactor = 2;
const namesakeFactor = 5;
/** What our own lists name has no number of people: what it weighs beside what has. */
const listedWeights = { city: 500, region: 4000, country: 4000, clock: 10_000 } as const;

const cityCandidate = ({ name, country, region, zone, people, isCapital }: City): Candidate => ({
  kind: 'city',
  name,
  country,
  region: region === '' ? undefined : region,
  zone,
  weight: people * (isCapital ? capitalWeights[people >= greatCapital ? 'great' : 'small'] : 1),
  isListed: isCapital,
});

const kindOf = ({ of }: Meaning): Candidate['kind'] => (of === 'state' ? 'region' : (of ?? 'city'));

/** The largest city of a region that has a clock of its own. */
const largestIn = (name: string, { zone, country }: Meaning, places: PlaceSet): City | undefined =>
  citiesOfRegion(places, name, country)
    .filter((city) => isOneClock(city.zone, zone))
    .sort((one, other) => other.people - one.people || one.name.length - other.name.length)[0];

const listedCandidate = (name: string, meaning: Meaning, places: PlaceSet): Candidate => {
  const kind = kindOf(meaning);
  // LA is Louisiana, whose largest city with that clock is looked for.
  const regions = [
    name,
    ...ownNamesOf(places, name).flatMap((own) => (own.country === meaning.country ? own.name : [])),
  ];
  const [city] = kind === 'region' ? regions.flatMap((region) => largestIn(region, meaning, places) ?? []) : [];
  return {
    kind,
    name: kind === 'city' ? name : city?.name,
    country: meaning.country,
    region: city?.region,
    zone: meaning.zone,
    weight: listedWeights[kind],
    isListed: true,
  };
};

/** The states and provinces of these countries are in our own lists, by the zones of their telephone areas. */
const listedRegions: ReadonlySet<string> = new Set(['US', 'CA']);

/** What a region weighs at most by another name, which may be that of a part of it, in thousands. */
const mostByOtherName = 1000;

/** A region of that name, once for each of its clocks. */
export const regionCandidates = (name: string, places: PlaceSet): readonly Candidate[] => {
  if (name === '') return [];
  const named = citiesOfRegion(places, name);
  const cities = [
    ...named,
    ...ownNamesOf(places, name).flatMap((own) => citiesOfRegion(places, own.name, own.country)),
  ].filter(({ country }) => !listedRegions.has(country));
  const byZone = new Map<string, readonly City[]>();
  for (const city of cities) {
    const key = `${city.country} ${city.zone}`;
    byZone.set(key, [...(byZone.get(key) ?? []), city]);
  }
  return [...byZone.values()].flatMap((some) => {
    const [largest] = [...some].sort((one, other) => other.people - one.people);
    const all = some.reduce((sum, { people }) => sum + people, 0);
    // Norfolk is another name of all of England's clock, with fewer people.
    const weight = named.length > 0 ? all : Math.min(all, mostByOtherName);
    return largest === undefined ? [] : [{ ...cityCandidate(largest), kind: 'region' as const, weight }];
  });
};

/** The fewest letters of another name that is known abroad: DF and SA mean something else in every country. */
const shortest = 4;
/** From how many thousand people a place is known by a name that is also a word, to people at home and abroad. */
const known = { atHome: 50, abroad: 500 } as const;
/** From how many thousand people a place abroad is known by the beginning of its name. */
const knownByBeginning = 100;

/** What the set knows by a name. */
const inSet = (name: string, country: string | undefined, places: PlaceSet): readonly Candidate[] => {
  const others = ownNamesOf(places, name).filter((own) => name.length >= shortest || own.country === country);
  const named = [
    ...citiesNamed(places, name),
    ...others.flatMap((own) => citiesNamed(places, own.name).filter((city) => city.country === own.country)),
  ];
  const begun =
    name.length >= shortest
      ? citiesBeginning(places, name).filter((city) => city.country === country || city.people >= knownByBeginning)
      : [];
  const regions = name.length >= shortest ? regionCandidates(name, places) : [];
  const halved = begun.map((city) => ({ ...cityCandidate(city), weight: city.people / 2 }));
  return [...named.map(cityCandidate), ...halved, ...regions];
};

const isSame = (one: Candidate, other: Candidate): boolean =>
  one.kind === 'city' &&
  other.kind === 'city' &&
  isOneClock(one.zone, other.zone) &&
  (one.country === other.country || other.country === undefined);

/** The weight of a city of the set that our lists name too. */
const weightOf = ({ weight }: Candidate, { name, zone }: Candidate): number => {
  const factor = plainName(zone.slice(zone.lastIndexOf('/') + 1)) === name ? namesakeFactor : listedFactor;
  return Math.max(listedWeights.city, factor * weight);
};

/** The largest of the set's places that are the one of our lists has its clock's name from there. */
const merged = (ofSet: readonly Candidate[], listed: readonly Candidate[]): readonly Candidate[] => {
  const isLargest = (one: Candidate): boolean =>
    !ofSet.some((other) => isSame(other, one) && other.weight > one.weight);
  return [
    ...ofSet.map((one) => {
      const own =
        listed.find((other) => isSame(one, other) && other.zone === one.zone) ??
        listed.find((other) => isSame(one, other));
      return own !== undefined && isLargest(one)
        ? { ...one, zone: own.zone, weight: weightOf(one, own), isListed: true }
        : one;
    }),
    ...listed.filter((one) => !ofSet.some((other) => isSame(other, one))),
  ];
};

/**
 * Everything that a plain name may mean to somebody from that country. A name that is also a word means only what our
 * own lists name, a great city, or a town at home; `isQualified`: a region stands behind it, so that it is no word.
 */
export const candidatesOf = (
  name: string,
  country: string | undefined,
  places: PlaceSet,
  { isQualified = false }: { readonly isQualified?: boolean } = {},
): readonly Candidate[] => {
  const isWord = !isQualified && isEverydayWord(places, name);
  const ofSet = inSet(name, country, places);
  const listed = meaningsOf(name, country).map((meaning) => listedCandidate(name, meaning, places));
  const isMeant = (one: Candidate): boolean =>
    !isWord ||
    one.weight >= (one.country === country ? known.atHome : known.abroad) ||
    listed.some((other) => isSame(one, other));
  return merged(ofSet, listed).filter((one) => listed.includes(one) || isMeant(one));
};

/** What our own lists say of a state or country and a place in it. */
export const listedCandidates = (meanings: readonly Meaning[], places: PlaceSet): readonly Candidate[] =>
  meanings.map((meaning) => listedCandidate('', meaning, places));

/** Whether a place lies in what is named behind it: a state, province or region, its abbreviation, or a country. */
export const liesIn = (place: Candidate, within: string, places: PlaceSet): boolean => {
  const { countries, within: states } = zoneNames();
  if (countries.get(within)?.some(({ country }) => country === place.country)) return true;
  const region = plainName(place.region ?? '');
  if (region !== '')
    return (
      region === within ||
      ownNamesOf(places, within).some((own) => own.country === place.country && own.name === region)
    );
  return states.get(within)?.some(({ zone, country }) => country === place.country && zone === place.zone) === true;
};
