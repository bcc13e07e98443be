import { describe, expect, it } from 'vitest';
import { callingCodes, longestPrefix } from '../../shared/domain/people/calling-codes.ts';
import { northAmericanAreaCodes } from '../../shared/domain/people/north-american-area-codes.ts';
import { guessZones, isNorthAmerican } from '../../shared/domain/people/zone-guess.ts';
import { isAllowedTime } from '../../shared/domain/time/sending-window.ts';
import { isZone } from '../../shared/domain/time/zone-clock.ts';

describe('the zone of a number', () => {
  it.each([
    ['+12125550101', 'US', ['America/New_York']],
    ['+16045550102', 'CA', ['America/Vancouver']],
    ['+33612345678', 'FR', ['Europe/Paris']],
    ['+447700900123', 'GB', ['Europe/London']],
    ['+353851234567', 'IE', ['Europe/Dublin']],
    ['+34612345678', 'ES', ['Europe/Madrid', 'Atlantic/Canary']],
    ['+18505550100', 'US', ['America/Chicago', 'America/New_York']],
    ['+14065550100', 'US', ['America/Denver']],
    ['+14805550100', 'US', ['America/Phoenix']],
    ['+18085550100', 'US', ['Pacific/Honolulu']],
    ['+17875550100', 'US', ['America/Puerto_Rico']],
    ['+17095550100', 'CA', ['America/St_Johns', 'America/Goose_Bay']],
    ['+18765550100', 'JM', ['America/Jamaica']],
    ['+14185550100', 'CA', ['America/Toronto', 'America/Halifax']],
    ['+12735550100', 'CA', ['America/Toronto', 'America/Halifax']],
    ['+262639012345', 'YT', ['Indian/Mayotte']],
    ['+262269612345', 'YT', ['Indian/Mayotte']],
    ['+262692123456', 'RE', ['Indian/Reunion', 'Indian/Mayotte']],
    ['+590690123456', 'GP', ['America/Guadeloupe']],
    ['+596696123456', 'MQ', ['America/Martinique']],
    ['+447781123456', 'GB', ['Europe/London']],
    ['+447700912345', 'GB', ['Europe/London']],
    ['+77011234567', 'KZ', ['Asia/Almaty']],
    ['+8613912345678', 'CN', ['Asia/Shanghai']],
    ['+85291234567', 'HK', ['Asia/Hong_Kong']],
  ])('%s is in %s, %j', (number, country, zones) => {
    expect(guessZones(number)).toEqual({ country, zones });
  });

  it('the number’s own place counts more than what the provider says', () => {
    expect(guessZones('+12125550101', 'CA').country).toBe('US');
    expect(guessZones('+33612345678', 'BE').country).toBe('FR');
  });

  it.each(['+18005550100', '+18885550100', '+15005550006', '+19995550100'])(
    '%s names no place: any of the 48 states',
    (number) => {
      const guess = guessZones(number);
      expect(guess.country).toBe('US');
      expect(guess.zones[0]).toBe('America/New_York');
      expect(guess.zones).toContain('America/Los_Angeles');
    },
  );

  it('a Canadian number without a place may be anywhere in Canada', () => {
    expect(guessZones('+16005550100', 'CA')).toMatchObject({ country: 'CA' });
    expect(guessZones('+16005550100', 'CA').zones).toEqual(
      expect.arrayContaining(['America/Toronto', 'America/Vancouver']),
    );
    expect(guessZones('+16005550100', 'FR').country).toBe('US');
  });

  it('an unknown calling code is judged by what the provider says, if anything', () => {
    expect(guessZones('+88312345678', 'DE')).toEqual({ country: 'DE', zones: ['Europe/Berlin'] });
    expect(guessZones('+88312345678')).toEqual({ country: 'ZZ', zones: ['UTC'] });
    expect(guessZones('not a number')).toEqual({ country: 'ZZ', zones: ['UTC'] });
  });
});

describe('the tables', () => {
  const now = Date.UTC(2030, 0, 6);
  const rows = [...northAmericanAreaCodes(), ...callingCodes().values()];

  it('have no prefix that is longer than the longest looked for', () => {
    expect(Math.max(...[...callingCodes().keys()].map((prefix) => prefix.length))).toBe(longestPrefix);
  });

  it('name zones that Intl has', () => {
    expect(rows.flatMap(({ zones }) => zones).filter((zone) => !isZone(zone))).toEqual([]);
  });

  it('leave everybody at least two hours in which all their zones are awake', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
    for (const { country, zones } of rows) {
      expect(hours.filter((time) => isAllowedTime(zones, time, now)).length, country).toBeGreaterThanOrEqual(2);
    }
  });

  it('give each area code once, and none that cannot be one', () => {
    const codes = northAmericanAreaCodes().flatMap((area) => area.codes);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[2-9][0-8]\d$/.test(code))).toEqual([]);
  });

  it('know the countries of +1', () => {
    expect(['US', 'CA', 'JM', 'DO'].every(isNorthAmerican)).toBe(true);
    expect(['GB', 'MX', 'ZZ'].some(isNorthAmerican)).toBe(false);
  });
});
