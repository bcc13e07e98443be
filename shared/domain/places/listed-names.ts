import { isNorthAmerican, zonesByCountry } from '../people/zone-guess.ts';
import { canonicalZone, offsetAt } from '../time/zone-clock.ts';
import { type Meaning, zoneNames } from '../time/zone-name-index.ts';

/** Postal abbreviations that by themselves are likelier to be words. */
const everydayWords: ReadonlySet<string> = new Set(['at', 'hi', 'in', 'me', 'oh', 'ok', 'on', 'or']);

/** Two letters are read as American only from an American: DE is Germany, PT Portugal, to everybody else. */
const isAmericanWord = (word: string, country: string | undefined): boolean => {
  if (everydayWords.has(word)) return false;
  return country === undefined ? !zonesByCountry().has(word.toUpperCase()) : isNorthAmerican(country);
};

/** What a plain name means by our own lists, to somebody from that country. */
export const meaningsOf = (name: string, country: string | undefined): readonly Meaning[] => {
  const { places, clocks, abbreviations } = zoneNames();
  const byPlace = places.get(name) ?? [];
  if (name.length === 2 && !isAmericanWord(name, country)) return byPlace;
  const clockCountry = country === 'CA' || country === 'AU' ? country : 'US';
  const byClock = (clocks.get(name) ?? []).filter((meaning) => meaning.country === clockCountry);
  return [...byPlace, ...byClock, ...(abbreviations.get(name) ?? [])];
};

/**
 * "Portland, ME", "london ontario": what the place means within that state or country if our own lists know it there, else
 * the whole of it; nothing if no state or country is named.
 */
export const meaningsWithin = (words: readonly string[], hasComma: boolean): readonly Meaning[] => {
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
    return found.length > 0 ? found : [...(state ?? []), ...(country ?? [])];
  }
  return [];
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
const findByOffset = (written: string, country: string | undefined): { readonly zone: string } | undefined => {
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

/** The bare name of a place, without the words around it. */
export const bareName = (name: string): string => filler.exec(name)?.[1] ?? name;

/** The zone that is named by its own name, or by its distance from Greenwich. */
export const findZoneItself = (written: string, country: string | undefined): { readonly zone: string } | undefined => {
  const zone = written.includes('/') ? canonicalZone(written.replace(/\s+/g, '_')) : undefined;
  return zone === undefined ? findByOffset(written, country) : { zone };
};
