import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../shared/content/places.ts';
import { messageSpecs } from '../../shared/domain/answering/message.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { canonicalZone, isZone } from '../../shared/domain/time/zone-clock.ts';
import { zoneNames } from '../../shared/domain/time/zone-name-index.ts';
import { zoneLabel } from '../../shared/domain/time/zone-names.ts';

const places = await loadPlaces();

const find = (place: string, country?: string) => {
  const found = places.find(place, country);
  return found && 'choices' in found ? { ambiguous: found.choices.map(({ zone }) => zone) } : found;
};

const zonesIn = (found: ReturnType<typeof find>): readonly string[] => {
  if (found === undefined) return [];
  return 'zone' in found ? [found.zone] : found.ambiguous;
};

describe('a place that is known', () => {
  it.each([
    ['Paris', 'Europe/Paris'],
    ['Vancouver', 'America/Vancouver'],
    ['new york', 'America/New_York'],
    ['NYC', 'America/New_York'],
    ['America/New_York', 'America/New_York'],
    ['america/new york', 'America/New_York'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['San Francisco', 'America/Los_Angeles'],
    ['Kansas City', 'America/Chicago'],
    ['Montréal', 'America/Toronto'],
    ['QUÉBEC', 'America/Toronto'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Saint John', 'America/Halifax'],
    ['UK', 'Europe/London'],
    ['France', 'Europe/Paris'],
    ['Allemagne', 'Europe/Berlin'],
    ['Arizona', 'America/Phoenix'],
    ['Hawaii', 'Pacific/Honolulu'],
    ['Ontario', 'America/Toronto'],
    ['BC', 'America/Vancouver'],
    ['Paris time', 'Europe/Paris'],
    ['heure de Paris', 'Europe/Paris'],
    ["à l'heure d'Ottawa", 'America/Toronto'],
    ['eastern standard time', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['UTC', 'UTC'],
  ])('%s', (place, zone) => {
    expect(find(place)).toEqual({ zone });
  });

  it.each(['Mumbai', 'Calcutta', 'Kolkata', 'Asia/Kolkata', 'India'])(
    '%s is India, however the runtime spells its zone',
    (place) => {
      expect(find(place)).toEqual({ zone: canonicalZone('Asia/Kolkata') });
    },
  );

  it.each([
    ['Portland, ME', 'America/New_York'],
    ['saskatoon sask', 'America/Regina'],
    ['Calgary, Alta', 'America/Edmonton'],
    ['Mamoudzou', 'Indian/Mayotte'],
    ['Basse-Terre', 'America/Guadeloupe'],
    ['Mata-Utu', 'Pacific/Wallis'],
    ['Ajaccio', 'Europe/Paris'],
    ['portland or', 'America/Los_Angeles'],
    ['Springfield, Illinois', 'America/Chicago'],
    ['London, Ontario', 'America/Toronto'],
    ['London UK', 'Europe/London'],
    ['Vancouver WA', 'America/Los_Angeles'],
    ['Kansas City, MO', 'America/Chicago'],
    ['Sydney, Australia', 'Australia/Sydney'],
    ['Dublin, OH', 'America/New_York'],
    ['Springfield, TN', 'America/Chicago'],
    ['Paris, Texas', 'America/Chicago'],
  ])('%s, by its state or country', (place, zone) => {
    expect(find(place)).toEqual({ zone });
  });
});

describe('a name that means different things', () => {
  it.each([
    ['DE', 'US', 'America/New_York'],
    ['Georgia', 'US', 'America/New_York'],
    ['Georgia', 'GE', 'Asia/Tbilisi'],
    ["St. John's", 'CA', 'America/St_Johns'],
    ['Birmingham', 'GB', 'Europe/London'],
    ['Birmingham', 'US', 'America/Chicago'],
    ['Victoria', 'CA', 'America/Vancouver'],
    ['eastern', 'CA', 'America/Toronto'],
    ['pacific', 'CA', 'America/Vancouver'],
    ['pacific', 'US', 'America/Los_Angeles'],
    ['western', 'AU', 'Australia/Perth'],
    ['ET', 'US', 'America/New_York'],
    ['San Juan', 'US', 'America/Puerto_Rico'],
  ])('%s is settled by a number from %s', (place, country, zone) => {
    expect(find(place, country)).toEqual({ zone });
  });

  it.each([
    ['Portland', 'US', ['America/Los_Angeles', 'America/New_York']],
    ['CT', 'US', ['America/Chicago', 'America/New_York']],
    ['LA', 'US', ['America/Los_Angeles', 'America/Chicago']],
    ['Washington', 'US', ['America/New_York', 'America/Los_Angeles']],
    ['Florida', 'US', ['America/New_York', 'America/Chicago']],
    ['Greenback, TN', 'US', ['America/Chicago', 'America/New_York']],
    ['Springfield', 'US', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
    ['MST', 'US', ['America/Denver', 'America/Phoenix']],
    ['Georgia', undefined, ['America/New_York', 'Asia/Tbilisi']],
  ])('%s from %s is asked about', (place, country, zones) => {
    expect(find(place, country)).toEqual({ ambiguous: zones });
  });
});

describe('one typo', () => {
  it.each([
    ['Lodnon', undefined, 'Europe/London'],
    ['Chicgo', 'US', 'America/Chicago'],
    ['Vancuover', 'CA', 'America/Vancouver'],
    ['Marseile', 'FR', 'Europe/Paris'],
    ['Easterm', 'US', 'America/New_York'],
  ])('%s from %s is forgiven', (place, country, zone) => {
    expect(find(place, country)).toEqual({ zone });
  });

  it('of a place abroad is asked about', () => {
    expect(find('Lodnon', 'US')).toEqual({ ambiguous: ['Europe/London'] });
  });

  it.each(['Pris', 'Priss', 'Lodon Bridge', 'Londno City'])('%s: two typos, or too short, are not', (place) => {
    expect(find(place, 'FR')).toBeUndefined();
  });
});

describe('what is not known is not guessed', () => {
  it.each(['Center', 'Knox', 'here', 'my time', 'ok', 'me', '90210', '+02:00', 'UTC+20', '', ' ', 'ET PT'])(
    '"%s"',
    (place) => {
      expect(find(place, 'US')).toBeUndefined();
    },
  );

  it.each(['DE', 'ET', 'PT', 'CT'])('%s from a German number is neither a state nor an American clock', (place) => {
    expect(find(place, 'DE')).toBeUndefined();
  });

  it('nothing anybody may text breaks it, and all it finds are zones', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 200 })), (place) => {
        const found = find(place, 'US');
        const zones = zonesIn(found);
        expect(zones.every(isZone)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the lists', () => {
  it('name zones and countries that exist, without a line misread', () => {
    for (const index of Object.values(zoneNames())) {
      for (const [name, meanings] of index) {
        expect(name).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
        expect(meanings.length, name).toBeGreaterThan(0);
        for (const { zone, country } of meanings) {
          expect(isZone(zone), `${name}: ${zone}`).toBe(true);
          expect(country ?? 'ZZ').toMatch(/^[A-Z]{2}$/);
        }
      }
    }
  });

  it('find every zone by its own name', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(find(zone)).toEqual({ zone });
      expect(find(zone.toLowerCase().replaceAll('_', ' '))).toEqual({ zone });
    }
  });
});

describe('a zone in a text', () => {
  it.each([
    ['America/New_York', 'New York time'],
    ['America/Vancouver', 'Vancouver time'],
    ['America/St_Johns', "St. John's time"],
    ['Asia/Calcutta', 'Kolkata time'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['UTC', 'UTC'],
  ])('%s is "%s"', (zone, label) => {
    expect(zoneLabel(zone, 'en')).toBe(label);
  });

  it.each([
    ['Europe/Paris', 'heure de Paris'],
    ['Europe/Amsterdam', "heure d'Amsterdam"],
    ['UTC', 'UTC'],
  ])('in French, %s is "%s"', (zone, label) => {
    expect(zoneLabel(zone, 'fr')).toBe(label);
  });

  it.each(languages)('is in letters every phone has, and names a place that ZONE finds again, in %s', (language) => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const label = zoneLabel(zone, language);
      expect(label.length).toBeLessThanOrEqual(messageSpecs.timeSet.sample.place.length);
      expect(label).toMatch(/^[A-Za-z .'-]+$/);
      const found = find(label);
      const zones = zonesIn(found);
      const obscure = /^Antarctica|Indiana\/|Kentucky|North_Dakota|Easter|Midway|Wake/.test(zone);
      expect(obscure || zones.includes(zone), `${zone}: ${label}`).toBe(true);
    }
  });
});

describe('a clock by its distance from Greenwich', () => {
  it.each([
    ['GMT+1', 'FR', 'Europe/Paris'],
    ['GMT+1', undefined, 'Etc/GMT-1'],
    ['utc -5', 'US', 'America/New_York'],
    ['UTC-5', undefined, 'Etc/GMT+5'],
    ['UTC+5:30', undefined, 'Asia/Calcutta'],
    ['UTC+05h45', undefined, 'Asia/Katmandu'],
    ['GMT-3:30', 'CA', 'America/St_Johns'],
    ['UTC+0', undefined, 'UTC'],
  ])('%s said in %s is %s', (place, country, zone) => {
    expect(find(place, country)).toEqual({ zone });
  });

  it.each(['UTC+15', 'GMT+1:17'])('%s is none', (place) => {
    expect(find(place)).toBeUndefined();
  });

  it('is named as people write it, with the sign that they mean', () => {
    expect(zoneLabel('Etc/GMT+5', 'en')).toBe('UTC-5');
    expect(zoneLabel('Etc/GMT-3', 'fr')).toBe('UTC+3');
  });
});

describe('a place whose clock is not its province’s', () => {
  it.each([
    ['Kenora, Ontario', 'America/Winnipeg'],
    ['Thunder Bay, ON', 'America/Toronto'],
    ['Cranbrook, BC', 'America/Edmonton'],
    ['London, Ontario', 'America/Toronto'],
    ['Sault Sainte-Marie', 'America/Toronto'],
  ])('%s', (place, zone) => {
    expect(find(place)).toEqual({ zone });
  });
});

describe('IST', () => {
  it.each([
    ['IE', 'Europe/Dublin'],
    ['IN', 'Asia/Calcutta'],
    ['IL', 'Asia/Jerusalem'],
  ])('is of the person’s own country: %s', (country, zone) => {
    expect(find('IST', country)).toEqual({ zone });
  });

  it('is asked about elsewhere', () => {
    expect(find('IST', 'US')).toEqual({ ambiguous: ['Europe/Dublin', 'Asia/Calcutta', 'Asia/Jerusalem'] });
  });
});
