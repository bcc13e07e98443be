import { plainName } from '../time/plain-name.ts';

/**
 * The places of the world as the content build packs them (content/build/compile-places.ts): texts that are searched as
 * they are, because to make an index of 32,000 names for one question would take longer than to look.
 */
export interface PlaceSet {
  /** Groups of lines: `=CA|Ontario|America/Toronto`, and below it `ottawa|k*`, whose letter tells how large it is. */
  readonly cities: string;
  /** `munchen|DE|munich`: another name of a city or region. */
  readonly others: string;
  /** `US|California|Californie`: what a region is called in French. */
  readonly french: string;
  /** Words of both languages that are, or nearly are, the name of a place: `march`. */
  readonly words: string;
}

/** A city of the set. */
export interface City {
  /** Its plain name (plain-name.ts). */
  readonly name: string;
  /** ISO 3166-1. */
  readonly country: string;
  /** Its state, province or region; empty where there is none. */
  readonly region: string;
  readonly zone: string;
  /** Its people in thousands, roughly. */
  readonly people: number;
  readonly isCapital: boolean;
}

/** Two steps to a doubling. */
const stepsToDouble = 2;

/** The letter that tells how many people a place has. */
export const sizeLetter = (thousands: number): string =>
  Math.round(stepsToDouble * Math.log2(Math.max(1, thousands))).toString(36);

const peopleOf = (letter: string): number => 2 ** (Number.parseInt(letter, 36) / stepsToDouble);

/** Every position at which `wanted` stands. */
const positionsOf = (text: string, wanted: string): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at);
  return found;
};

const lineAt = (text: string, start: number): string => {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
};

/** The city whose line begins at `start`, with what the head of its group says of it. */
const cityAt = (cities: string, start: number): City => {
  const [name = '', size = ''] = lineAt(cities, start).split('|');
  const [country = '', region = '', zone = ''] = lineAt(cities, cities.lastIndexOf('\n=', start) + 2).split('|');
  return { name, country, region, zone, people: peopleOf(size.charAt(0)), isCapital: size.endsWith('*') };
};

/** The cities of that plain name. */
export const citiesNamed = ({ cities }: PlaceSet, name: string): readonly City[] =>
  positionsOf(cities, `\n${name}|`).map((at) => cityAt(cities, at + 1));

/** What stands behind a city's own name, and is left out when people speak of it: Newcastle upon Tyne. */
const tail = /^(?:upon|on|am|an der|sur|sous|im|in der|en|les|de|del|do|da) /;

/** The cities whose name only begins so, as people shorten it: Newcastle, Boulogne. */
export const citiesBeginning = ({ cities }: PlaceSet, name: string): readonly City[] =>
  positionsOf(cities, `\n${name} `)
    .filter((at) => tail.test(lineAt(cities, at + name.length + 2)))
    .map((at) => cityAt(cities, at + 1));

/** The heads of the groups of each text that was asked for a region, by the region's plain name. */
const headsByRegion = new WeakMap<PlaceSet, ReadonlyMap<string, readonly number[]>>();

/** Where the groups of each region begin. One question asks for several regions, and to make 3,000 names plain takes longest. */
const headsOf = (places: PlaceSet): ReadonlyMap<string, readonly number[]> => {
  const known = headsByRegion.get(places);
  if (known !== undefined) return known;
  const heads = new Map<string, number[]>();
  for (const at of positionsOf(places.cities, '\n=')) {
    const name = plainName(lineAt(places.cities, at + 2).split('|')[1] ?? '');
    heads.set(name, [...(heads.get(name) ?? []), at]);
  }
  headsByRegion.set(places, heads);
  return heads;
};

/** The cities of every region, or part of a region with a zone of its own, that has that plain name. */
export const citiesOfRegion = (places: PlaceSet, name: string, country?: string): readonly City[] =>
  (headsOf(places).get(name) ?? []).flatMap((at) => {
    const { cities } = places;
    const [ofCountry = '', region = '', zone = ''] = lineAt(cities, at + 2).split('|');
    if (country !== undefined && ofCountry !== country) return [];
    const next = cities.indexOf('\n=', at + 1);
    const [, ...lines] = cities.slice(at + 1, next < 0 ? undefined : next).split('\n');
    return lines.flatMap((line): readonly City[] => {
      const [city = '', size = ''] = line.split('|');
      if (size === '') return [];
      const people = peopleOf(size.charAt(0));
      return [{ name: city, country: ofCountry, region, zone, people, isCapital: size.endsWith('*') }];
    });
  });

/** What a name is another name of: the country, and the plain name in `cities`. */
export const ownNamesOf = (
  { others }: PlaceSet,
  name: string,
): readonly { readonly country: string; readonly name: string }[] =>
  positionsOf(others, `\n${name}|`).map((at) => {
    const [, country = '', own = ''] = lineAt(others, at + 1).split('|');
    return { country, name: own };
  });

/** What a region is called in French; undefined if it has no name of its own there. */
export const frenchName = ({ french }: PlaceSet, country: string, region: string): string | undefined => {
  const at = french.indexOf(`\n${country}|${region}|`);
  return at < 0 ? undefined : lineAt(french, at + 1).split('|')[2];
};

/** Whether a name is also, or likelier, a word. */
export const isEverydayWord = ({ words }: PlaceSet, name: string): boolean => words.includes(`\n${name}\n`);

/** Sees the name of every city in `cities`, or every other name in `others`. */
export const eachName = (text: string, see: (name: string) => void): void => {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const bar = text.indexOf('|', at);
    if (text.charAt(at) !== '=' && bar > at && bar < stop) see(text.slice(at, bar));
    at = stop + 1;
  }
};
