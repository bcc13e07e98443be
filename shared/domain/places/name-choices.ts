import type { Language } from '../people/subscriber.ts';
import { plainName } from '../time/plain-name.ts';
import { cityOf } from '../time/zone-names.ts';
import { type Candidate, liesIn } from './candidates.ts';
import { frenchName, type PlaceSet } from './place-set.ts';

/** A place to choose, as people of a language name it: "Portland, Oregon". */
export interface PlaceChoice {
  readonly zone: string;
  readonly name: string;
}

/** The most places that are offered; more would be no help. */
const mostChoices = 6;
/** Countries whose people name the state or province behind a city. */
const namedByState: ReadonlySet<string> = new Set(['US', 'CA', 'AU']);

const smallWords: ReadonlySet<string> = new Set(['upon', 'on', 'am', 'of', 'de', 'du', 'la', 'le', 'les', 'sur']);
const written = (name: string): string =>
  name
    .split(' ')
    .map((word, at) => (at > 0 && smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');

const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;

const regionName = ({ country = '', region }: Candidate, language: Language, places: PlaceSet): string | undefined =>
  region === undefined ? undefined : ((language === 'fr' ? frenchName(places, country, region) : undefined) ?? region);

/** What tells a place from its namesakes: the state or province, or the country. */
const whereabouts = (
  choice: Candidate,
  choices: readonly Candidate[],
  language: Language,
  places: PlaceSet,
): string | undefined => {
  const { country } = choice;
  if (country === undefined) return undefined;
  const isAtHome = choices.length > 1 && choices.every((other) => other.country === country);
  const region = namedByState.has(country) || isAtHome ? regionName(choice, language, places) : undefined;
  return region ?? countryName(country, language);
};

/** Names of up to so many letters are of clocks: IST. */
const longestClock = 3;

const nameOf = (choice: Candidate, choices: readonly Candidate[], language: Language, places: PlaceSet): string => {
  const { kind, name, zone, region } = choice;
  const isClock = name === undefined || (region === undefined && name.length <= longestClock);
  if (isClock || kind === 'country' || kind === 'clock') return cityOf(zone);
  const where = whereabouts(choice, choices, language, places);
  const city = written(name);
  return where === undefined || where === city ? city : `${city}, ${where}`;
};

/** The places of a question, each with its zone, by names that tell them apart. */
export const nameChoices = (
  choices: readonly Candidate[],
  language: Language,
  places: PlaceSet,
): readonly PlaceChoice[] =>
  choices
    .slice(0, mostChoices)
    .map((choice) => ({ zone: choice.zone, name: nameOf(choice, choices, language, places) }));

const orders: readonly RegExp[] = [
  /^(?:the )?(?:first|1st|former)(?: one)?$|^(?:la |le |l )?(?:premiere?|1ere?|1er)$/,
  /^(?:the )?(?:second|2nd|latter)(?: one)?$|^(?:la |le )?(?:deuxieme|seconde?|2e|2eme)$/,
  /^(?:the )?(?:third|3rd)(?: one)?$|^(?:la |le )?(?:troisieme|3e|3eme)$/,
];
const last = /^(?:the )?last(?: one)?$|^(?:la |le )?derniere?$/;
/** What may stand around the answer: "in Oregon", "the one in Maine", "c'est l'Oregon please". */
const around =
  /^(?:(?:the one|that one|it s|its|celle|celui|c est|cest|in|i m in|im in|en|au|dans|a|de|du|l|le|la|d) )*(.*?)(?: (?:please|svp|stp|thanks|merci|one))*$/;

/**
 * The place that an answer to the question chooses: by its region or country, its city, the whole name, or its order.
 * Undefined if it says something else, or fits several.
 */
export const chosenOf = (
  answer: string,
  choices: readonly Candidate[],
  language: Language,
  places: PlaceSet,
): Candidate | undefined => {
  const offered = choices.slice(0, mostChoices);
  const plain = plainName(answer.replace(/['’]/g, ' '));
  const said = around.exec(plain)?.[1] ?? plain;
  const byOrder = last.test(plain) ? offered.at(-1) : offered[orders.findIndex((order) => order.test(plain))];
  if (byOrder !== undefined) return byOrder;
  if (said === '') return undefined;
  const names = offered.map((choice) => plainName(nameOf(choice, offered, language, places)));
  const fitting = offered.filter((choice, at) => {
    const name = names[at] ?? '';
    const rest =
      choice.name !== undefined && said.startsWith(`${choice.name} `) ? said.slice(choice.name.length + 1) : said;
    return (
      name === said ||
      choice.name === said ||
      cityOf(choice.zone).toLowerCase() === said ||
      liesIn(choice, rest, places)
    );
  });
  return fitting.length === 1 ? fitting[0] : undefined;
};
