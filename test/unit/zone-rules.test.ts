import { afterEach, describe, expect, it } from 'vitest';
import { read } from '../../content/compiled/zones.js';
import { setRuntimeZoneVersion } from '../../shared/domain/time/runtime-zones.ts';
import { allZones, canonicalZone, clockChanges, localDateTime, offsetAt } from '../../shared/domain/time/zone-clock.ts';
import { nameInTable, setZoneTable } from '../../shared/domain/time/zone-data.ts';

const hour = 3_600_000;
const table = read();

afterEach(() => {
  setZoneTable(table);
  setRuntimeZoneVersion(undefined);
});

/**
 * Each change of the law that the tz database has recorded since 2025, written down from its NEWS and not from its data:
 * a wall clock, and how far it is ahead of UTC.
 */
const changes: readonly (readonly [release: string, zone: string, at: string, local: string, hoursAhead: number])[] = [
  // Paraguay keeps summer time: no change back on 2025-03-23.
  ['2025a', 'America/Asuncion', '2025-03-22T12:00:00Z', '2025-03-22 09:00', -3],
  ['2025a', 'America/Asuncion', '2025-07-01T12:00:00Z', '2025-07-01 09:00', -3],
  ['2025a', 'America/Asuncion', '2026-07-01T12:00:00Z', '2026-07-01 09:00', -3],
  // Aysén stays where it was when the rest of Chile changes on 2025-04-05 at midnight.
  ['2025b', 'America/Coyhaique', '2025-07-01T12:00:00Z', '2025-07-01 09:00', -3],
  ['2025b', 'America/Santiago', '2025-07-01T12:00:00Z', '2025-07-01 08:00', -4],
  // Moldova changes with the European Union, at 01:00 UTC.
  ['2026a', 'Europe/Chisinau', '2026-03-29T00:30:00Z', '2026-03-29 02:30', 2],
  ['2026a', 'Europe/Chisinau', '2026-03-29T01:00:00Z', '2026-03-29 04:00', 3],
  ['2026a', 'Europe/Chisinau', '2026-10-25T00:30:00Z', '2026-10-25 03:30', 3],
  // British Columbia, for good from 2026-03-08.
  ['2026b', 'America/Vancouver', '2026-02-01T17:00:00Z', '2026-02-01 09:00', -8],
  ['2026b', 'America/Vancouver', '2026-11-01T16:00:00Z', '2026-11-01 09:00', -7],
  ['2026b', 'America/Vancouver', '2026-12-01T15:00:00Z', '2026-12-01 08:00', -7],
  ['2026b', 'Canada/Pacific', '2027-01-15T16:00:00Z', '2027-01-15 09:00', -7],
  // Alberta.
  ['2026c', 'America/Edmonton', '2026-02-01T16:00:00Z', '2026-02-01 09:00', -7],
  ['2026c', 'America/Edmonton', '2026-11-01T15:00:00Z', '2026-11-01 09:00', -6],
  ['2026c', 'Canada/Mountain', '2027-01-15T15:00:00Z', '2027-01-15 09:00', -6],
  ['2026c', 'America/Yellowknife', '2027-01-15T15:00:00Z', '2027-01-15 09:00', -6],
  // Morocco, for good from 2026-09-20.
  ['2026c', 'Africa/Casablanca', '2026-09-19T09:00:00Z', '2026-09-19 10:00', 1],
  ['2026c', 'Africa/Casablanca', '2026-09-21T09:00:00Z', '2026-09-21 09:00', 0],
  ['2026c', 'Africa/El_Aaiun', '2027-04-01T09:00:00Z', '2027-04-01 09:00', 0],
  // The Northwest Territories.
  ['2026d', 'America/Inuvik', '2026-10-31T15:00:00Z', '2026-10-31 09:00', -6],
  ['2026d', 'America/Inuvik', '2026-11-01T15:00:00Z', '2026-11-01 09:00', -6],
  ['2026d', 'America/Inuvik', '2027-07-01T15:00:00Z', '2027-07-01 09:00', -6],
  // Manitoba and north-western Ontario.
  ['2026e', 'America/Winnipeg', '2026-02-01T15:00:00Z', '2026-02-01 09:00', -6],
  ['2026e', 'America/Winnipeg', '2026-11-01T06:30:00Z', '2026-11-01 01:30', -5],
  ['2026e', 'America/Winnipeg', '2026-11-01T07:00:00Z', '2026-11-01 02:00', -5],
  ['2026e', 'America/Winnipeg', '2026-12-03T05:30:00Z', '2026-12-03 00:30', -5],
  ['2026e', 'America/Rainy_River', '2027-01-15T14:00:00Z', '2027-01-15 09:00', -5],
  ['2026e', 'Canada/Central', '2030-01-15T14:00:00Z', '2030-01-15 09:00', -5],
  // Cuba misses one change back, and then goes on as before.
  ['2026f', 'America/Havana', '2026-12-03T04:30:00Z', '2026-12-03 00:30', -4],
  ['2026f', 'Cuba', '2027-01-15T13:00:00Z', '2027-01-15 09:00', -4],
  ['2026f', 'America/Havana', '2027-11-06T13:00:00Z', '2027-11-06 09:00', -4],
  ['2026f', 'America/Havana', '2027-11-07T14:00:00Z', '2027-11-07 09:00', -5],
  ['2026f', 'America/Havana', '2028-03-12T12:00:00Z', '2028-03-12 08:00', -4],
];

describe('what the law has changed since 2025', () => {
  it.each(changes)('%s: %s at %s', (_release, zone, at, local, hoursAhead) => {
    const { date, time, offsetMinutes } = localDateTime(zone, Date.parse(at));
    expect([`${date} ${time}`, offsetMinutes]).toEqual([local, hoursAhead * 60]);
  });

  it.each([
    ['America/Winnipeg', ['2026-03-08T08:00:00.000Z']],
    ['America/Inuvik', ['2026-03-08T09:00:00.000Z']],
    ['America/Edmonton', ['2026-03-08T09:00:00.000Z']],
    ['America/Vancouver', ['2026-03-08T10:00:00.000Z']],
    ['America/Havana', ['2026-03-08T05:00:00.000Z', '2027-11-07T05:00:00.000Z', '2028-03-12T05:00:00.000Z']],
    ['Africa/Casablanca', ['2026-02-15T02:00:00.000Z', '2026-03-22T02:00:00.000Z', '2026-09-20T01:00:00.000Z']],
    ['America/Asuncion', []],
  ])('%s changes its clocks between 2026 and the summer of 2028 at %j', (zone, expected) => {
    const found = clockChanges(zone, Date.UTC(2026, 0, 1), Date.UTC(2028, 6, 1)).map(({ at }) => new Date(at));
    expect(found.map((at) => at.toISOString())).toEqual(expected);
  });

  it.each([
    ['America/Winnipeg', -5, -5],
    ['America/Inuvik', -6, -6],
    ['America/Vancouver', -7, -7],
    ['America/Havana', -5, -4],
    ['America/New_York', -5, -4],
    ['Europe/Paris', 1, 2],
  ])('holds far beyond any list of years: %s in 2040, 2075 and 2101', (zone, january, july) => {
    for (const year of [2040, 2075, 2101]) {
      expect(offsetAt(zone, Date.UTC(year, 0, 15))).toBe(january * 60);
      expect(offsetAt(zone, Date.UTC(year, 6, 15))).toBe(july * 60);
    }
  });
});

describe('of the table and the runtime the newer rules hold', () => {
  const winnipeg = () => offsetAt('America/Winnipeg', Date.UTC(2027, 0, 15)) / 60;
  const inIntl = (zone: string, at: number): number => {
    const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    const [day = '', clock = ''] = local.format(at).split(', ');
    return (Date.parse(`${day.split('/').reverse().join('-')}T${clock}Z`) - at) / hour;
  };

  it.each(['2025c', '2026c', table.version, undefined])('the table on a runtime with %s', (runtimeVersion) => {
    setRuntimeZoneVersion(runtimeVersion);
    expect(winnipeg()).toBe(-5);
  });

  it("the runtime's, where they are newer", () => {
    setRuntimeZoneVersion('2099a');
    expect(winnipeg()).toBe(inIntl('America/Winnipeg', Date.UTC(2027, 0, 15)));
  });

  it('at once, whatever was looked up before', () => {
    expect(winnipeg()).toBe(-5);
    const other = table.groups.map((group) =>
      group.zones['America']?.split(' ').includes('Winnipeg')
        ? { ...group, changes: [[29_549_280, -240]] as const }
        : group,
    );
    setZoneTable({ ...table, groups: other });
    expect(winnipeg()).toBe(-4);
  });
});

describe('the names of zones', () => {
  it.each([
    ['America/Rainy_River', 'America/Winnipeg'],
    ['Canada/Central', 'America/Winnipeg'],
    ['canada/central', 'America/Winnipeg'],
    ['AMERICA/WINNIPEG', 'America/Winnipeg'],
    ['America/Yellowknife', 'America/Edmonton'],
    ['Cuba', 'America/Havana'],
  ])('%s is %s, and keeps its time', (name, canonical) => {
    expect(canonicalZone(name)).toBe(canonical);
    for (const at of [Date.UTC(2026, 11, 1), Date.UTC(2027, 6, 1), Date.UTC(2040, 0, 1)])
      expect(offsetAt(name, at)).toBe(offsetAt(canonical, at));
  });

  it('every name there is stands for the clock of its canonical one', () => {
    const names = table.groups.flatMap(({ zones, links = {} }) =>
      [zones, links].flatMap((list) =>
        Object.entries(list).flatMap(([region, all]) =>
          all.split(' ').map((name) => [region, name].filter(Boolean).join('/')),
        ),
      ),
    );
    expect(names.length).toBeGreaterThan(590);
    for (const name of names) {
      const canonical = canonicalZone(name) ?? '';
      for (const at of [Date.UTC(2025, 0, 15), Date.UTC(2026, 11, 1), Date.UTC(2027, 6, 1)])
        expect(offsetAt(canonical, at), name).toBe(offsetAt(name, at));
    }
  });

  it('a zone that is newer than the runtime is known from the table, and one that left another stays itself', () => {
    const apart = { ...table, groups: [...table.groups, { zones: { America: 'Brandon' }, offset: -240, changes: [] }] };
    setZoneTable(apart);
    expect(canonicalZone('america/brandon')).toBe('America/Brandon');
    expect(offsetAt('America/Brandon', Date.UTC(2027, 0, 1))).toBe(-240);
    expect(allZones()).toContain('America/Brandon');
    // North-western Ontario, which Intl has down as Winnipeg, goes its own way.
    const groups = table.groups.map(({ links, ...group }) =>
      links?.['America'] === 'Rainy_River'
        ? { ...group, links: { Canada: 'Central' } }
        : { ...group, ...(links ? { links } : {}) },
    );
    const left = { ...table, groups: [...groups, { zones: { America: 'Rainy_River' }, offset: -360, changes: [] }] };
    setZoneTable(left);
    expect(canonicalZone('America/Rainy_River')).toBe('America/Rainy_River');
    expect(offsetAt('America/Rainy_River', Date.UTC(2027, 0, 1))).toBe(-360);
    expect(canonicalZone('Canada/Central')).toBe('America/Winnipeg');
  });

  it('those of the table are found whatever their case, and the zones on offer are those of Intl', () => {
    expect(nameInTable('canada/CENTRAL')).toBe('Canada/Central');
    expect(nameInTable('Canada/Middle')).toBeUndefined();
    expect(allZones()).toEqual(Intl.supportedValuesOf('timeZone'));
  });
});
