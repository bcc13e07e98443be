import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { read } from '../../content/compiled/places.js';
import { loadPlaces } from '../../shared/content/places.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { isZone } from '../../shared/domain/time/zone-clock.ts';
import { isOneClock } from '../../shared/domain/time/zone-data.ts';

const places = await loadPlaces();
const set = read();
const find = (said: string, country?: string) => places.find(said, country);
const choicesFor = (said: string, country?: string) => {
  const found = find(said, country);
  return found && 'choices' in found ? found.choices : [];
};
const named = (said: string, country?: string, language: (typeof languages)[number] = 'en') =>
  places.name(choicesFor(said, country), language).map(({ name }) => name);

/** Every capital of the set, with its country and its zone. */
const capitals = set.cities.split('\n=').flatMap((group) => {
  const [head = '', ...lines] = group.split('\n');
  const [country = '', , zone = ''] = head.replace(/^\n?=?/, '').split('|');
  return lines.filter((line) => line.endsWith('*')).map((line) => ({ name: line.split('|')[0] ?? '', country, zone }));
});

describe('the capital of every country', () => {
  it('is there for every country of the tz database', () => {
    const known = new Set(capitals.map(({ country }) => country));
    const without = moment.tz.countries().filter((country) => !known.has(country));
    // Antarctica, Tokelau and outlying islands have none; GeoNames marks none in Bonaire and Palau.
    expect(without.sort()).toEqual(['AQ', 'BQ', 'IO', 'PW', 'TK', 'UM']);
    expect(find('Kralendijk', 'BQ')).toEqual({ zone: 'America/Kralendijk' });
    expect(find('Ngerulmud', 'PW')).toEqual({ zone: 'Pacific/Palau' });
  });

  // Washington is a state as well and is asked about; the tz database does not know Kosovo as a country.
  it.each(capitals.filter(({ country }) => !['US', 'XK'].includes(country)))(
    '$name ($country) is understood by somebody there, in a zone of that country',
    ({ name, country }) => {
      const found = find(name, country);
      expect(found).toHaveProperty('zone');
      const zone = found && 'zone' in found ? found.zone : '';
      const own = moment.tz.zonesForCountry(country);
      expect(
        own.some((one) => isOneClock(one, zone)),
        `${zone} of ${own.join()}`,
      ).toBe(true);
    },
  );
});

describe('a place as people say it', () => {
  it.each([
    ['Thunder Bay', undefined, 'America/Toronto'],
    ['Kenora', undefined, 'America/Winnipeg'],
    ['Sault Ste Marie', 'CA', 'America/Toronto'],
    ['Brandon', 'CA', 'America/Winnipeg'],
    ['Cranbrook', 'CA', 'America/Edmonton'],
    ['Astana', undefined, 'Asia/Almaty'],
    ['Kyzylorda', undefined, 'Asia/Qyzylorda'],
    ['Portland Oregon', 'US', 'America/Los_Angeles'],
    ['Paris, Texas', 'US', 'America/Chicago'],
    ['London Ontario', 'CA', 'America/Toronto'],
    ['Newcastle Australia', 'GB', 'Australia/Sydney'],
    ['Newcastle', 'GB', 'Europe/London'],
    ['Londres', 'FR', 'Europe/London'],
    ['Genève', 'FR', 'Europe/Zurich'],
    ['Muenchen', 'DE', 'Europe/Berlin'],
    ['Bruxelles', 'BE', 'Europe/Brussels'],
    ['Bavaria', 'US', 'Europe/Berlin'],
    ['Bretagne', 'FR', 'Europe/Paris'],
    ['Finistère', 'FR', 'Europe/Paris'],
    ['Kerala', 'IN', 'Asia/Calcutta'],
    ['La Réunion', 'FR', 'Indian/Reunion'],
    ['Mayotte', 'FR', 'Indian/Mayotte'],
    ['Nouméa', 'FR', 'Pacific/Noumea'],
    ['Guadeloupe', 'FR', 'America/Guadeloupe'],
    ['Saint-Pierre', 'PM', 'America/Miquelon'],
    ['NYC', 'US', 'America/New_York'],
    ['SF', 'US', 'America/Los_Angeles'],
    ['DF', 'MX', 'America/Mexico_City'],
    ['Vincennes, Indiana', 'US', 'America/Indianapolis'],
    ['Valle Hermoso', 'MX', 'America/Matamoros'],
    ['state of Arizona', 'US', 'America/Phoenix'],
    ['Marseile', 'FR', 'Europe/Paris'],
  ])('%s from %s', (said, country, zone) => {
    const found = find(said, country);
    expect(found).toHaveProperty('zone');
    expect(found && 'zone' in found && isOneClock(found.zone, zone), JSON.stringify(found)).toBe(true);
  });
});

describe('several places of one name', () => {
  it.each([
    ['Portland', 'US', ['Portland, Oregon', 'Portland, Maine']],
    ['London', 'CA', ['London, United Kingdom', 'London, Ontario']],
    ['Springfield', 'US', ['Springfield, Massachusetts', 'Springfield, Missouri', 'Springfield, Oregon']],
    ['LA', 'US', ['Los Angeles, California', 'New Orleans, Louisiana']],
    ['Texas', 'US', ['Houston, Texas', 'El Paso, Texas']],
    ['nice', 'US', ['Nice, France']],
  ])('%s from %s is asked about in words that people use', (said, country, names) => {
    expect(named(said, country)).toEqual(names);
  });

  it('is asked about in French', () => {
    expect(named('London', 'CA', 'fr')).toEqual(['London, Royaume-Uni', 'London, Ontario']);
  });

  it.each(languages)('never names a zone as the database does, in %s', (language) => {
    for (const said of ['Portland', 'Florida', 'Canada', 'USA', 'CT', 'IST', 'Georgia', 'Valencia', 'Saint-Pierre'])
      for (const name of named(said, undefined, language)) expect(name).not.toMatch(/[/_]/);
  });

  it.each([
    ['Oregon', 'America/Los_Angeles'],
    ['the one in Maine', 'America/New_York'],
    ['ME', 'America/New_York'],
    ['Portland, Maine', 'America/New_York'],
    ['the second', 'America/New_York'],
    ['la première', 'America/Los_Angeles'],
  ])('of two Portlands, "%s" chooses', (answer, zone) => {
    expect(places.choose(answer, choicesFor('Portland', 'US'), 'en')?.zone).toBe(zone);
  });

  it.each(['Portland', '2', 'ok', 'no', 'my back hurts', 'Texas', ''])('"%s" chooses none of them', (answer) => {
    expect(places.choose(answer, choicesFor('Portland', 'US'), 'en')).toBeUndefined();
  });
});

/** Words that look like the name of some place, or nearly. */
const words = `late later home march same me here there now soon today tomorrow morning evening night noon same time my
  time no yes ok okay maybe never always often stop start help more less good bad better worse best well fine great day pain back leg hip sore stiff numb tired sleep bed work walk walking move moved moving change
  changed wrong right left up down out off on in at of to from early earlier last next first second third one two three ten
  half past hour hours minute week month year monday friday may june august summer winter spring autumn hope love please
  thanks what when where why how who which`.split(/\s+/);

describe('a word that is no place', () => {
  it.each([
    ...new Set(words),
    'nice',
    'nice day',
    'nice one',
    'not nice',
    'same time',
    'my time',
    'half past',
    'later on',
  ])('is not moved to: %s', (word) => {
    for (const country of ['US', 'GB', 'CA']) {
      const found = find(word, country);
      // A town may be asked about (Spring, Texas): nobody is moved by a word.
      expect(found ?? {}, `${country}: ${JSON.stringify(found)}`).not.toHaveProperty('zone');
    }
  });
});

describe('the set', () => {
  it('names zones that exist', () => {
    for (const [, zone = ''] of set.cities.matchAll(/^=[^|]*\|[^|]*\|(.+)$/gm)) expect(isZone(zone), zone).toBe(true);
  });
});
