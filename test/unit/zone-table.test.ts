import { describe, expect, it } from 'vitest';
import { read } from '../../content/compiled/zones.js';
import { askForBlock, offsetFormat } from '../../shared/domain/zone-changes.ts';
import { blockIn, isUpToDate } from '../../shared/domain/zone-table.ts';

const table = read();

describe('the compiled table of time zones', () => {
  it('tells what Intl tells of every zone, block by block', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const format = offsetFormat(zone);
      for (let index = table.firstBlock; index <= table.lastBlock; index += 1)
        expect(blockIn(table, zone, index), `${zone} ${index}`).toEqual(askForBlock(format, index));
    }
  });

  it('leaves to Intl what it does not hold', () => {
    expect(blockIn(table, 'Europe/Paris', table.firstBlock - 1)).toBeUndefined();
    expect(blockIn(table, 'Europe/Paris', table.lastBlock + 1)).toBeUndefined();
    expect(blockIn(table, 'Mars/Olympus', table.firstBlock)).toBeUndefined();
    expect(blockIn(table, 'Paris', table.firstBlock)).toBeUndefined();
  });

  it('gives way to a runtime with newer rules', () => {
    const old = { ...table, version: '2026b' };
    expect(isUpToDate(old, '2025c')).toBe(true);
    expect(isUpToDate(old, '2026b')).toBe(true);
    expect(isUpToDate(old, '2026c')).toBe(false);
    expect(isUpToDate(old, undefined)).toBe(false);
  });
});
