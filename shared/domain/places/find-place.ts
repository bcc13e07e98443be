import { isOneTypoApart } from '../reading/lexicon/edit-distance.ts';
import { plainName } from '../time/plain-name.ts';
import { canonicalZone } from '../time/zone-clock.ts';
import { isOneClock } from '../time/zone-data.ts';
import { zoneNames } from '../time/zone-name-index.ts';
import { type Candidate, candidatesOf, liesIn, listedCandidates, regionCandidates } from './candidates.ts';
import { bareName, findZoneItself, meaningsWithin } from './listed-names.ts';
import { eachName, isEverydayWord, type PlaceSet } from './place-set.ts';

/** The zone that is meant, or the places to ask about, likeliest first; one alone is asked about too, if in doubt. */
export type FoundPlace = { readonly zone: string } | { readonly choices: readonly Candidate[] };

/** How many times as large as any other place of its name one must be to be meant without asking. */
const dwarfs = 15;
/** The same for the greater part of a region that has two clocks. */
const dwarfsInRegion = 50;
/** How many times as large a place abroad must be for somebody with a namesake at home to be asked. */
const outshines = 10;
/** How many times as large the largest may be beside a place that is asked about as well. */
const overlooks = 30;
/** From how many thousand people a namesake at home is asked about. */
const knownAtHome = 30;

/** The largest candidate of each clock, largest first. */
const byClock = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const clocks: Candidate[] = [];
  for (const candidate of [...candidates].sort((one, other) => other.weight - one.weight))
    if (!clocks.some(({ zone }) => isOneClock(zone, candidate.zone))) clocks.push(candidate);
  return clocks;
};

const worthAsking = (clocks: readonly Candidate[]): readonly Candidate[] =>
  clocks.filter(({ weight }) => weight * overlooks >= (clocks[0]?.weight ?? 0));

const settleAmong = (candidates: readonly Candidate[]): FoundPlace | undefined => {
  const [first, second] = byClock(candidates);
  if (first === undefined) return undefined;
  const isOneRegion = first.kind === 'region' && second?.kind === 'region' && first.country === second.country;
  const factor = isOneRegion ? dwarfsInRegion : dwarfs;
  if (second === undefined || first.weight >= factor * second.weight)
    return { zone: canonicalZone(first.zone) ?? first.zone };
  return { choices: worthAsking(byClock(candidates)) };
};

/**
 * Chooses among places of one name. Those of the person's own country are meant, unless one abroad outshines them: then
 * a village at home is passed over, and of a town at home we ask.
 */
const settle = (candidates: readonly Candidate[], country: string | undefined): FoundPlace | undefined => {
  const own = candidates.filter((candidate) => candidate.country === country);
  const abroad = candidates.filter((candidate) => candidate.country !== country);
  const most = (list: readonly Candidate[]): number => Math.max(0, ...list.map(({ weight }) => weight));
  const isKnown = own.some(({ isListed }) => isListed) || most(abroad) < outshines * most(own);
  if (own.length === 0 || isKnown) return settleAmong(own.length > 0 ? own : candidates);
  if (most(own) < knownAtHome) return settleAmong(abroad);
  const [home, foreign] = [byClock(own), byClock(abroad.filter(({ weight }) => weight >= most(own)))];
  const choices = byClock([...home, ...foreign]);
  return choices.length === 1 ? settleAmong(choices) : { choices };
};

/** What may stand around a name: "state of Texas", "ville de Lyon", "Boston area". */
const around =
  /^(?:(?:the |la |le )?(?:city|state|province|county|ville|etat|region|canton|departement|ile|iles|island) (?:of|de la|de l|de|du|d) )?(.*?)(?: (?:area|region|province|state|county|metro|suburbs?|banlieue))?$/;

/** München as people without an umlaut write it: Muenchen. */
const withoutUmlauts = (name: string): string => name.replace(/([aou])e/g, '$1');

const spellingsOf = (written: string): readonly string[] => {
  const name = plainName(written.replace(/\b([dl])['’]/gi, '$1 '));
  const bare = bareName(name);
  return [...new Set([plainName(written), name, bare, around.exec(bare)?.[1] ?? bare])];
};

/** Whether a place is also a word, written small, and not one that everybody at home knows: then it is asked about. */
const isInDoubt = (
  written: string,
  name: string,
  country: string | undefined,
  places: PlaceSet,
  candidates: readonly Candidate[],
): boolean =>
  country !== undefined &&
  /^\p{Ll}/u.test(written) &&
  isEverydayWord(places, name) &&
  !candidates.some((one) => one.isListed && one.country === country);

const findNamed = (written: string, country: string | undefined, places: PlaceSet): FoundPlace | undefined => {
  for (const name of spellingsOf(written)) {
    const candidates = candidatesOf(name, country, places);
    const found = settle(candidates, country);
    if (found !== undefined)
      return 'zone' in found && isInDoubt(written, name, country, places, candidates)
        ? { choices: byClock(candidates).slice(0, 1) }
        : found;
  }
  return undefined;
};

/** "Portland, ME", "london ontario", "Newcastle Australia": the place within that region or country. */
const findWithin = (
  words: readonly string[],
  hasComma: boolean,
  country: string | undefined,
  places: PlaceSet,
): FoundPlace | undefined => {
  for (let from = 1; from < words.length; from += 1) {
    const region = words.slice(from).join(' ');
    const namesakes = candidatesOf(words.slice(0, from).join(' '), country, places, { isQualified: true });
    const found = settleAmong(namesakes.filter((place) => liesIn(place, region, places)));
    if (found !== undefined) return found;
    // A village that is not listed has the clock of its region.
    const whole = hasComma ? settleAmong(regionCandidates(region, places)) : undefined;
    if (whole !== undefined) return whole;
  }
  return undefined;
};

/** From how many thousand people a place abroad is thought of when a name is mistyped. */
const knownAbroad = 200;

/** A mistyped place: believed in the person's own country, asked about elsewhere. */
const findMistyped = (name: string, country: string | undefined, places: PlaceSet): FoundPlace | undefined => {
  if (name.length < 5 || name.split(' ').every((word) => isEverydayWord(places, word))) return undefined;
  const near = new Set<string>();
  const see = (known: string): void => {
    if (known.length >= 5 && isOneTypoApart(name, known)) near.add(known);
  };
  eachName(places.cities, see);
  eachName(places.others, see);
  for (const index of [zoneNames().places, zoneNames().clocks]) for (const known of index.keys()) see(known);
  const candidates = [...near]
    .flatMap((known) => candidatesOf(known, country, places))
    .filter((place) => place.country === country || place.weight >= knownAbroad);
  const found = settle(candidates, country);
  if (found === undefined || 'choices' in found || country === undefined) return found;
  const meant = candidates.filter(({ zone }) => isOneClock(zone, found.zone));
  return meant.some((place) => place.country === country) ? found : { choices: byClock(meant).slice(0, 1) };
};

/** The most letters that are looked at. */
const longest = 80;

/**
 * Finds the zone of a place as people write it: a city, region, state, country, a clock by name, or a zone. `country`
 * (ISO 3166-1) is the person's own. Undefined for what is no place that we know.
 */
export const findPlace = (said: string, country: string | undefined, places: PlaceSet): FoundPlace | undefined => {
  const written = said.trim().slice(0, longest);
  const itself = findZoneItself(written, country);
  if (itself !== undefined) return itself;
  const [name = ''] = spellingsOf(written).slice(-1);
  if (name === '') return undefined;
  const words = name.split(' ');
  return (
    findNamed(written, country, places) ??
    findWithin(words, written.includes(','), country, places) ??
    settleAmong(listedCandidates(meaningsWithin(words, written.includes(',')), places)) ??
    findNamed(withoutUmlauts(name), country, places) ??
    findMistyped(name, country, places)
  );
};
