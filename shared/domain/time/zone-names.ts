import { notations } from '../diary/notation.ts';
import type { Language } from '../people/subscriber.ts';
import { isNorthAmerican, zonesByCountry } from '../people/zone-guess.ts';
import { canonicalZone, offsetAt } from './zone-clock.ts';
import { type Meaning, plainName, zoneNames } from './zone-name-index.ts';

/**
 * The zone that is meant, or the zones to ask about, likeliest first; a single one is asked about if the name looks
 * like a mistyped place abroad.
 */
export type FoundZone = { readonly zone: string } | { readonly ambiguous: readonly string[] };

/** One zone if all meanings agree, or those of the person's own country do; else all of them. */
const settle = (meanings: readonly Meaning[], country: string | undefined): FoundZone | undefined => {
  const own = meanings.filter((meaning) => meaning.country === country);
  const zones = [...new Set((own.length > 0 ? own : meanings).map(({ zone }) => canonicalZone(zone) ?? zone))];
  const [zone] = zones;
  if (zone === undefined) return undefined;
  return zones.length === 1 ? { zone } : { ambiguous: zones };
};

/** Postal abbreviations that by themselves are likelier to be words. */
const everydayWords: ReadonlySet<string> = new Set(['hi', 'in', 'me', 'oh', 'ok', 'or']);

/** Two letters are read as American only from an American: DE is Germany, PT Portugal, to everybody else. */
const isAmericanWord = (word: string, country: string | undefined): boolean => {
  if (everydayWords.has(word)) return false;
  return country === undefined ? !zonesByCountry().has(word.toUpperCase()) : isNorthAmerican(country);
};

const meaningsOf = (name: string, country: string | undefined): readonly Meaning[] => {
  const { places, clocks, abbreviations } = zoneNames();
  const byPlace = places.get(name) ?? [];
  if (name.length === 2 && !isAmericanWord(name, country)) return byPlace;
  const clockCountry = country === 'CA' || country === 'AU' ? country : 'US';
  const byClock = (clocks.get(name) ?? []).filter((meaning) => meaning.country === clockCountry);
  return [...byPlace, ...byClock, ...(abbreviations.get(name) ?? [])];
};

/** "Portland, ME", "london ontario": the place within that state or country if it is known there, else the whole of it. */
const findQualified = (words: readonly string[], hasComma: boolean): FoundZone | undefined => {
  const { places, states, countries, abbreviations, within } = zoneNames();
  for (let from = 1; from < words.length; from += 1) {
    const region = words.slice(from).join(' ');
    const namesakes = places.get(words.slice(0, from).join(' ')) ?? [];
    // Without a comma "or", "me" and "in" are likelier words than states: they count as states only behind a known
    // place.
    const state = states.get(region) ?? (hasComma || namesakes.length > 0 ? abbreviations.get(region) : undefined);
    const country = state === undefined || hasComma ? countries.get(region) : undefined;
    if (state === undefined && country === undefined) continue;
    const clocks = state === undefined ? undefined : (within.get(region) ?? state);
    const inState = namesakes.filter((place) => clocks?.some(({ zone }) => zone === place.zone));
    const inCountry = namesakes.filter((place) => country?.some((meaning) => meaning.country === place.country));
    const found = [...inState, ...inCountry];
    return settle(found.length > 0 ? found : [...(state ?? []), ...(country ?? [])], undefined);
  }
  return undefined;
};

/** At most one letter wrong, missing, too many, or two neighbours swapped. */
const isOneTypoApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

/** A mistyped place, if only one zone fits. In the person's own country that is believed; elsewhere it is asked about. */
const findMistyped = (name: string, country: string | undefined): FoundZone | undefined => {
  if (name.length < 5) return undefined;
  const { places, clocks } = zoneNames();
  const near = [...places, ...clocks].filter(([known]) => known.length >= 5 && isOneTypoApart(name, known));
  const found = settle(
    near.flatMap(([known]) => meaningsOf(known, country)),
    country,
  );
  if (found === undefined || 'ambiguous' in found || country === undefined) return found;
  const isOwn = near.some(([, meanings]) => meanings.some((meaning) => meaning.country === country));
  return isOwn ? found : { ambiguous: [found.zone] };
};

/** "GMT+1", "UTC -5", "utc+05:30", "UTC+5h30". */
const offset = /^(?:gmt|utc|z|tu) ?([+-]) ?(\d{1,2})(?:[:.h]?([034][05]))?(?: ?h)?$/;
/** Zones that keep an offset of half or quarter hours all year round, by minutes. */
const unevenZones: ReadonlyMap<number, string> = new Map([
  [-570, 'Pacific/Marquesas'],
  [210, 'Asia/Tehran'],
  [270, 'Asia/Kabul'],
  [330, 'Asia/Calcutta'],
  [345, 'Asia/Katmandu'],
  [390, 'Asia/Rangoon'],
  [525, 'Australia/Eucla'],
  [570, 'Australia/Darwin'],
]);
/** The first winter of the table: clocks without summer time, north of the equator. */
const winter = Date.UTC(2025, 0, 1);
const summer = Date.UTC(2025, 6, 1);

/**
 * A clock named by how far it is from Greenwich. Somebody whose country has one clock that stands so in winter means that
 * one, summer time and all; of whole hours the zones of the sea (`Etc/GMT-1`, whose signs are the other way round) are left.
 */
const findByOffset = (written: string, country: string | undefined): FoundZone | undefined => {
  const [, sign, hours, minutes = '0'] =
    offset.exec(written.toLowerCase().replace('−', '-').replace(/\s+/g, ' ')) ?? [];
  if (sign === undefined) return undefined;
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const standard = (zone: string): number => Math.min(offsetAt(zone, winter), offsetAt(zone, summer));
  const own = (zonesByCountry().get(country ?? '') ?? []).filter((zone) => standard(zone) === ahead);
  const zones = [...new Set(own.map((zone) => canonicalZone(zone) ?? zone))];
  const [only] = zones;
  if (only !== undefined && zones.length === 1) return { zone: only };
  const zone =
    ahead === 0
      ? 'UTC'
      : (unevenZones.get(ahead) ?? canonicalZone(`Etc/GMT${ahead < 0 ? '+' : '-'}${Math.abs(ahead / 60)}`));
  return zone === undefined ? undefined : { zone };
};

/** Words that may stand around a place: "in Paris", "à l'heure de Paris", "eastern standard time". */
const filler =
  /^(?:(?:in|near|the|a|au|en|l|heure|de|du|des|d) )*(.*?)(?: (?:standard|daylight|summer))?(?: time)?(?: ?zone)?$/;

/**
 * Finds the zone of a place as people write it: a city, state, country, "Portland, ME", Eastern, PST, or a zone's own
 * name; accents, case and one typo do not matter. `hint.country` (ISO 3166-1) is the country of the person's number.
 * Undefined for what is not certain: Springfield.
 */
export const findZone = (place: string, hint: { readonly country?: string } = {}): FoundZone | undefined => {
  const { country } = hint;
  const written = place.trim().slice(0, 80);
  const zone = written.includes('/') ? canonicalZone(written.replace(/\s+/g, '_')) : undefined;
  if (zone !== undefined) return { zone };
  const byOffset = findByOffset(written, country);
  if (byOffset !== undefined) return byOffset;
  const name = plainName(written.replace(/\b([dl])['’]/gi, '$1 '));
  const bare = filler.exec(name)?.[1] ?? name;
  return (
    settle(meaningsOf(name, country), country) ??
    settle(meaningsOf(bare, country), country) ??
    findQualified(bare.split(' '), written.includes(',')) ??
    findMistyped(bare, country)
  );
};

/** City names of zones whose ids keep a spelling that people there have given up, or do not fit a text. */
const cityNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Asmara',
  'America/Godthab': 'Nuuk',
  'America/St_Johns': "St. John's",
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

/**
 * The name of a zone of a fixed offset. `Etc/GMT+5` is five hours behind Greenwich (POSIX counts westward), which
 * everybody else writes UTC-5.
 */
const offsetName = (zone: string): string | undefined => {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone) ?? [];
  return sign === undefined ? undefined : `UTC${sign === '+' ? '-' : '+'}${hours}`;
};

/** The city that a zone is named after, as it is spelled there now: New York. */
export const cityOf = (zone: string): string =>
  cityNames[zone] ?? offsetName(zone) ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** A zone as a text names it, in letters every phone has: "New York time". */
export const zoneLabel = (zone: string, language: Language): string => {
  const city = cityOf(zone);
  return city.startsWith('UTC') ? city : notations[language].clockOf(city);
};
