import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { researchFiles } from '../../../shared/exports/research-files.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { CannotError, NotAllowedError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { deskOver, drLee, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { createService } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

const numberOf = (person: number): string => `+121255502${String(person).padStart(2, '0')}`;
const progress = (): void => {};

/** Ten people of whom eight said RESEARCH YES; one took it back, one left. Six got a tip. All wrote a score and a note. */
const study = async (table: Table) => {
  const service = createService(table, { start: '2030-01-02T15:00:00Z' });
  const people = Array.from({ length: 10 }, (_, person) => numberOf(person));
  const all = async (who: readonly string[], words: string): Promise<void> => {
    service.after(5);
    for (const from of who) await service.text(words, { from });
  };
  await all(people, 'JOIN');
  await all(people.slice(0, 8), 'RESEARCH YES');
  service.clock.set('2030-01-04T15:00:00Z');
  await all(people, 'PAIN 7 the cellar stairs again');
  for (const number of people.slice(0, 6))
    await service.stores.tips.record([
      {
        ...{ id: pseudonymOf(pepper, 'sms', number), date: '2030-01-04', at: service.clock.now(), channel: 'sms' },
        ...{ state: 'delivered', tip: '03-pacing' },
      },
    ]);
  await all([numberOf(6)], 'RESEARCH NO');
  await all([numberOf(7)], 'STOP');
  return { service, desk: deskOver(table, service) };
};

describe('the export for research', () => {
  it('has those who agreed and are with us, by day since they joined', async ({ table }) => {
    const { desk } = await study(table);
    const { people, scores, tips } = await desk.researchExport(drLee, progress);
    expect(people).toHaveLength(6);
    expect(new Set(people.map(({ arm, dose, weeks }) => [arm, dose, weeks].join()))).toEqual(
      new Set(['none,daily,0 to 3']),
    );
    expect(scores.map(({ day, from, to }) => [day, from, to])).toEqual(Array.from({ length: 6 }, () => [2, 7, 7]));
    expect(tips.map(({ day, tip }) => [day, tip])).toEqual(Array.from({ length: 6 }, () => [2, '03-pacing']));
    expect(scores.map(({ code }) => code)).toEqual(people.map(({ code }) => code));
    expect((await desk.find(sam, numberOf(0))).letsResearch).toBe(true);
    expect((await desk.find(sam, numberOf(6))).letsResearch).toBe(false);
  });

  it('holds no number, pseudonym, note or true date', async ({ table }) => {
    const { desk } = await study(table);
    const text = researchFiles(await desk.researchExport(drLee, progress))
      .map((file) => file.text)
      .join();
    expect(text).not.toMatch(/2030-|cellar|\+?1212555/);
    for (let person = 0; person < 10; person += 1)
      expect(text).not.toContain(pseudonymOf(pepper, 'sms', numberOf(person)));
  });

  it('is for clinicians, of five people at least, and stands in the audit trail', async ({ table }) => {
    const { desk, service } = await study(table);
    await expect(desk.researchExport(sam, progress)).rejects.toThrow(NotAllowedError);
    await service.text('RESEARCH NO', { from: numberOf(0) });
    await service.text('ERASE', { from: numberOf(1) });
    expect((await desk.researchExport(drLee, progress)).people).toHaveLength(5);
    await service.text('RESEARCH NO', { from: numberOf(2) });
    await expect(desk.researchExport(drLee, progress)).rejects.toThrow(CannotError);
    const lines = await desk.readAudit(drLee, '2030-01-04');
    expect(lines.filter(({ operation }) => operation === 'research-export').map(({ refused }) => refused)).toEqual([
      ...['role', undefined, undefined],
    ]);
  });
});
