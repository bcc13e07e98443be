import { notations } from '../diary/notation.ts';
import type { Language } from '../people/subscriber.ts';

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
