import { describe, expect, it } from 'vitest';
import {
  compileZoneTable,
  describeZones,
  newerSource,
  zoneDifferences,
} from '../../content/build/compile-zone-table.ts';
import { packagedZones, runtimeZones, type ZoneSource } from '../../content/build/zone-sources.ts';
import { read } from '../../content/compiled/zones.js';
import { blockMs } from '../../shared/domain/time/zone-changes.ts';
import {
  blockIn,
  changesBetween,
  groupOf,
  isNewer,
  namesIn,
  type ZoneTable,
} from '../../shared/domain/time/zone-table.ts';

const table = read();
const runtime = runtimeZones(process.versions['tz'], packagedZones.names());

const compile = (source: ZoneSource): ZoneTable => compileZoneTable(source, Intl.supportedValuesOf('timeZone'));

describe('the compiled table of time zones', () => {
  it('is of tz 2026f or later, and has every name that the package or this Node.js has', () => {
    expect(table.version >= '2026f').toBe(true);
    const names = new Set(table.groups.flatMap(({ zones, links }) => [...namesIn(zones), ...namesIn(links)]));
    for (const name of [...packagedZones.names(), ...Intl.supportedValuesOf('timeZone')]) expect(names).toContain(name);
  });

  it('tells what the package tells of every name, change by change, up to where a rule ends or the year 2499', () => {
    // The table is made from 30 blocks. Here each rule has to foretell the other four centuries too.
    const farBlocks = Math.floor(Date.UTC(2499, 0, 1) / blockMs) - table.firstBlock;
    for (const zone of packagedZones.names()) {
      const group = groupOf(table, zone);
      const history = packagedZones.historyOf(zone, table.firstBlock, farBlocks);
      expect(group?.offset, zone).toBe(history?.offset);
      const end = Math.min(history?.until ?? 0, (group?.until ?? Number.POSITIVE_INFINITY) * 60_000);
      const told = group === undefined ? undefined : changesBetween(group, history?.from ?? 0, end);
      expect(told, zone).toEqual(history?.changes.filter(([at]) => at < end));
    }
  });

  it('has a rule for ever for every zone but those whose clocks follow the moon', () => {
    const ending = table.groups.filter(({ until }) => until !== undefined);
    expect(ending.flatMap(({ zones }) => namesIn(zones))).toEqual(['Asia/Gaza', 'Asia/Hebron']);
  });

  it('says nothing of what it does not hold', () => {
    expect(blockIn(table, 'Europe/Paris', table.firstBlock - 1)).toBeUndefined();
    expect(blockIn(table, 'Asia/Gaza', Math.floor(Date.UTC(2040, 0, 1) / blockMs))).toBeUndefined();
    expect(blockIn(table, 'Mars/Olympus', table.firstBlock)).toBeUndefined();
    expect(blockIn(table, 'Paris', table.firstBlock)).toBeUndefined();
  });
});

describe('which zone data hold', () => {
  it.each([
    ['2026f', '2026c', true],
    ['2026c', '2026f', false],
    ['2026f', '2026f', false],
    ['2027a', '2026f', true],
    // After z comes za.
    ['2026za', '2026z', true],
    [undefined, '2026f', false],
    ['', '2026f', false],
    ['unknown', '2026f', false],
  ])('%s is newer than %s: %s', (version, than, newer) => {
    expect(isNewer(version, than)).toBe(newer);
  });

  const source = (version: string | undefined, base: ZoneSource = packagedZones): ZoneSource => ({ ...base, version });

  it('the newer at the build, and our own if they are as old or nobody knows', () => {
    const own = source('2026f');
    for (const version of ['2026c', '2026f', undefined]) expect(newerSource(own, source(version))).toBe(own);
    const newer = source('2026g');
    expect(newerSource(own, newer)).toBe(newer);
  });

  it('can be compiled from the runtime as well: the same table, but for the zones that differ', () => {
    // One zone in forty: Intl takes its time.
    const some = packagedZones.names().filter((_, index) => index % 40 === 0);
    const fromIntl = compile({ ...runtime, names: () => some });
    const differing = new Set(zoneDifferences(packagedZones, runtime).map(({ zone }) => zone));
    for (const zone of some.filter((name) => !differing.has(name))) {
      const { zones: _, links: __, until: ___, ...clock } = groupOf(table, zone) ?? { zones: {}, offset: Number.NaN };
      expect(groupOf(fromIntl, zone), zone).toMatchObject(clock);
    }
  });

  it('the build says which zones differ from the runtime, and from when', () => {
    const asOf = (version: string, offset: number, changes: readonly [number, number][]): ZoneSource => ({
      version,
      title: version,
      names: () => ['America/Winnipeg', 'Canada/Central', 'Europe/Paris', 'Mars/Olympus'],
      historyOf: (zone) => {
        if (zone === 'Mars/Olympus') return version === '2026f' ? { from: 0, until: 9, offset: 0, changes } : undefined;
        return { from: 0, until: 9, offset, changes: zone === 'Europe/Paris' ? [] : changes };
      },
    });
    const own = asOf('2026f', -300, []);
    const old = asOf('2026c', -300, [[Date.UTC(2026, 10, 1, 7), -360]]);
    expect(describeZones(own, own, old).split('\n')).toEqual([
      'time zones: tz 2026f of 2026f; 2026c has 2026c, whose clocks differ:',
      '  from 2026-11-01: America/Winnipeg, Canada/Central',
      '  unknown there: Mars/Olympus',
    ]);
    expect(describeZones(own, own, own)).toBe('time zones: tz 2026f of 2026f');
  });

  it('of this very Node.js nothing but the known changes differs', () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      '2026c': ['America/Havana', 'America/Inuvik', 'America/Winnipeg'],
      '2026d': ['America/Havana', 'America/Winnipeg'],
      '2026e': ['America/Havana'],
      '2026f': [],
    };
    const expected = known[process.versions['tz'] ?? ''];
    // An older or newer Node.js is told of by `npm run content`.
    if (expected === undefined) return;
    const main = new Set(Intl.supportedValuesOf('timeZone'));
    const differences = zoneDifferences(packagedZones, runtime).filter(({ zone }) => main.has(zone));
    expect(differences.map(({ zone }) => zone)).toEqual(expected);
    for (const { from } of differences) expect(new Date(from ?? 0).toISOString().slice(0, 10)).toBe('2026-11-01');
  });
});
