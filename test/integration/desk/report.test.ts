import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { CannotError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { deskOver, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { createService } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

const numberOf = (person: number): string => `+121255502${String(person).padStart(2, '0')}`;
const progress = (): void => {};

/** Twelve people who join in January and report on its first and last days; seven let the clinic read, five leave. */
const january = async (table: Table) => {
  const service = createService(table, { start: '2030-01-02T15:00:00Z', readers: readingClinic });
  const everybody = Array.from({ length: 12 }, (_, person) => numberOf(person));
  const all = async (people: readonly string[], words: string): Promise<void> => {
    service.after(5);
    for (const from of people) await service.text(words, { from });
  };
  await all(everybody, 'JOIN');
  await all(everybody, 'PAIN 7');
  await all(everybody.slice(0, 7), 'CLINIC YES');
  for (const number of everybody)
    await service.stores.tips.record([
      {
        ...{ id: pseudonymOf(pepper, 'sms', number), date: '2030-01-03', at: service.clock.now(), channel: 'sms' },
        state: 'delivered',
      },
    ]);
  service.clock.set('2030-01-30T15:00:00Z');
  await all(everybody, 'PAIN 5');
  await all(everybody.slice(7), 'STOP');
  return { service, desk: deskOver(table, service, readingClinic) };
};

describe('the month’s report', () => {
  it('counts everybody by what the table holds', async ({ table }) => {
    const { desk, service } = await january(table);
    service.clock.set('2030-02-01T15:00:00Z');
    expect(await desk.report(sam, '2030-01', progress)).toEqual({
      month: { first: '2030-01-01', last: '2030-01-31' },
      withUs: 12,
      joined: 12,
      reported: 12,
      medianDays: 2,
      atEnd: { withUs: 7, themselves: 5, provider: 0 },
      tips: { all: 12, arrived: 12, onItsWay: 0, didNotArrive: 0, inDoubt: 0, notSent: 0 },
      redFlags: { all: 0, acknowledged: 0 },
      pain: { people: 7, mean: -2, from: -2, to: -2 },
    });
  });

  it('knows of a month what was then, whatever came after', async ({ table }) => {
    const { desk, service } = await january(table);
    service.clock.set('2030-02-10T15:00:00Z');
    for (let person = 7; person < 12; person += 1) await service.text('JOIN', { from: numberOf(person) });
    const report = await desk.report(sam, '2030-01', progress);
    expect(report.atEnd).toEqual({ withUs: 7, themselves: 5, provider: 0 });
    expect((await desk.report(sam, '2030-02', progress)).joined).toBe(5);
    await expect(desk.report(sam, '2029-12', progress)).rejects.toThrow(CannotError);
    await expect(desk.report(sam, '2030-04', progress)).rejects.toThrow('yet to come');
  });

  it('tells of red flags how many there were, and how long they waited', async ({ table }) => {
    const { desk, service } = await january(table);
    for (let person = 0; person < 6; person += 1) await service.text('chest pain', { from: numberOf(person) });
    service.after(25);
    for (let person = 0; person < 6; person += 1) await desk.acknowledge(sam, numberOf(person));
    const { redFlags } = await desk.report(sam, '2030-01', progress);
    expect(redFlags).toEqual({ all: 6, acknowledged: 6, wait: { median: 25 * 60_000, ninth: 25 * 60_000 } });
  });

  it('asks for a month as it is written', async ({ table }) => {
    const desk = deskOver(table, createService(table));
    await expect(desk.report(sam, '2030-13', progress)).rejects.toThrow('2026-11');
  });
});
