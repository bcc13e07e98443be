import { describe, expect } from 'vitest';
import { AlertsFailedError, createAlertClinic } from '../../../functions/alert-clinic/alert-clinic.ts';
import { createUnansweredMetric } from '../../../shared/platform/metrics.ts';
import type { Alert } from '../../../shared/providers/sns/publish-alert.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { CannotError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { namespace, ringsOver } from '../../support/alarm-of.ts';
import { deskOver, drLee, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { ana, contentsOf, createService } from '../../support/replies.ts';

/** Monday, an hour before the clinic looks. */
const eight = '2030-01-07T13:00:00Z';

const clinicOver = async (table: Table) => {
  const service = createService(table, { start: eight, readers: readingClinic });
  await service.text('JOIN');
  const told: [contact: string, alert: Alert][] = [];
  const counted: number[] = [];
  const printed: string[] = [];
  const { clock } = service;
  const print = createUnansweredMetric({ namespace, clock, print: (line) => printed.push(line) });
  const faults: { publish?: Error } = {};
  const run = createAlertClinic({
    clock: service.clock,
    log: () => {},
    readers: readingClinic,
    worklist: createWorklistStore(table),
    persons: service.stores.persons,
    publish: async (contact, alert) => {
      if (faults.publish) throw faults.publish;
      told.push([contact, alert]);
    },
    countUnanswered: (count) => {
      counted.push(count);
      print(count);
    },
  });
  /** Ticks of five minutes; who was told meanwhile. */
  const pass = async (minutes: number): Promise<string[]> => {
    for (let passed = 0; passed < minutes; passed += 5) {
      service.after(5);
      await run();
    }
    return told.splice(0).map(([contact]) => contact);
  };
  return { service, desk: deskOver(table, service, readingClinic), told, counted, printed, faults, run, pass };
};

describe('the clinic', () => {
  it('is told in its hours, contact by contact, until somebody acknowledges', async ({ table }) => {
    const { service, desk, pass, counted } = await clinicOver(table);
    await service.text('I cannot pee');
    expect(await pass(55)).toEqual([]);
    expect(await pass(5)).toEqual(['front desk']);
    expect(await pass(10)).toEqual([]);
    expect(await pass(5)).toEqual(['duty physio']);
    expect(counted).toEqual([]);
    expect(await pass(15)).toEqual(['front desk']);
    expect(counted).toEqual([1]);
    expect(await desk.acknowledge(sam, ana)).toHaveLength(1);
    expect(await pass(120)).toEqual([]);
    expect(counted).toEqual([1]);
  });

  it('has an alarm that rings once everybody was told, and ends when somebody acknowledges', async ({ table }) => {
    const { service, desk, pass, printed } = await clinicOver(table);
    const start = Date.parse(eight);
    await service.text('I cannot pee');
    await pass(75);
    expect(ringsOver('red-flags-unanswered', printed, start)).toEqual([]);
    await pass(60);
    const [first = Number.NaN] = ringsOver('red-flags-unanswered', printed, start);
    // At nine the clinic begins to look; it has two contacts, a quarter of an hour each.
    expect(first).toBeGreaterThanOrEqual(60 + 30);
    expect(first).toBeLessThanOrEqual(60 + 30 + 5);
    await desk.acknowledge(sam, ana);
    await pass(240);
    expect(ringsOver('red-flags-unanswered', printed, start).at(-1)).toBeLessThanOrEqual(75 + 60 + 15);
  });

  it('gets one message for all that wait, with no word, number or address in it', async ({ table }) => {
    const { service, pass, told, run } = await clinicOver(table);
    await service.text('chest pain after the wheelbarrow');
    service.after(1);
    await service.text('I want to die');
    service.after(1);
    await service.text('CALL ME');
    await pass(55);
    service.after(5);
    await run();
    expect(told).toHaveLength(1);
    const [[contact, { subject, text }] = ['', { subject: '', text: '' }]] = told;
    expect([contact, subject]).toEqual(['front desk', 'Backbeat: 3 red flags wait']);
    expect(text).toMatch(/may need help now, since 2030-01-07 08:00[\s\S]*call, since[\s\S]*wants to be called/);
    expect(text).not.toMatch(/2125550101|wheelbarrow|die|crisis/);
  });

  it('is told again what could not be told, and the failure is one', async ({ table }) => {
    const { service, faults, pass, run } = await clinicOver(table);
    await service.text('chest pain');
    await pass(55);
    faults.publish = new Error('SNS is out');
    service.after(5);
    await expect(run()).rejects.toThrow(AlertsFailedError);
    delete faults.publish;
    expect(await pass(5)).toEqual(['front desk']);
  });
});

describe('three days 2 above the mean of the days before', () => {
  const dayMinutes = 24 * 60;
  /** A score a day, in the hours of the clinic. */
  const report = async ({ service }: Awaited<ReturnType<typeof clinicOver>>, scores: readonly number[]) => {
    for (const score of scores) {
      await service.text(`PAIN ${score}`);
      service.after(dayMinutes);
    }
  };
  const listed = async ({ desk }: Awaited<ReturnType<typeof clinicOver>>) =>
    (await desk.worklist(sam, { all: true })).map(({ kind }) => kind);

  it('reach the worklist once, of whoever said CLINIC YES, and the contacts by no score', async ({ table }) => {
    const clinic = await clinicOver(table);
    expect((await clinic.service.text('CLINIC YES')).join('\n')).toMatch(/may read[\s\S]*alert Elm Street Physio/);
    await report(clinic, [4, 3.5, 4, 4.5, 6, 6.5]);
    expect(await listed(clinic)).toEqual([]);
    await clinic.service.text('PAIN 7');
    // The third is a Sunday: on Monday they look.
    clinic.service.after(dayMinutes + 60);
    await clinic.run();
    const [[contact, alert] = []] = clinic.told;
    expect(contact).toBe('front desk');
    expect(alert?.subject).toBe('Backbeat: a pain that is worse waits');
    expect(alert?.text).not.toMatch(/\b7\b|6\.5|2125550101/);
    await report(clinic, [7, 7]);
    expect(await listed(clinic)).toEqual(['worse']);
  });

  it.for([
    ['who said nothing', []],
    ['who said CLINIC NO', ['CLINIC YES', 'CLINIC NO']],
  ] as const)('of %s reach nobody', async ([_who, said], { table }) => {
    const clinic = await clinicOver(table);
    for (const words of said) await clinic.service.text(words);
    await report(clinic, [4, 4, 4, 4, 7, 7, 7]);
    expect(await contentsOf(table)).not.toContainEqual(expect.objectContaining({ PK: 'WORKLIST' }));
  });

  it.for(['CLINIC NO', 'STOP'])('are taken back with %s, told already or not', async (words, { table }) => {
    const clinic = await clinicOver(table);
    await clinic.service.text('CLINIC YES');
    await report(clinic, [4, 4, 4, 4, 7, 7, 7]);
    expect(await listed(clinic)).toEqual(['worse']);
    await clinic.service.text(words);
    expect(await listed(clinic)).toEqual([]);
    expect(await clinic.pass(120)).toEqual([]);
  });

  it('with a red flag in the third are a red flag', async ({ table }) => {
    const clinic = await clinicOver(table);
    await clinic.service.text('CLINIC YES');
    await report(clinic, [4, 4, 4, 4, 7, 7]);
    await clinic.service.text('PAIN 8 and I cannot pee');
    expect(await listed(clinic)).toEqual(['now']);
  });
});

describe('the worklist', () => {
  it('shows what waits; the number only of who asked to be called', async ({ table }) => {
    const { service, desk } = await clinicOver(table);
    await service.text('chest pain');
    const [flag] = await desk.worklist(sam, { all: false });
    expect(flag).toMatchObject({ kind: 'now', alerts: 0 });
    expect(JSON.stringify(flag)).not.toContain('2125550101');
    service.after(1);
    await service.text('CALL ME');
    const called = await desk.worklist(sam, { all: false });
    expect(called.map(({ kind, phone }) => [kind, phone])).toEqual([
      ['now', ana],
      ['asked', ana],
    ]);
    service.after(7 * 24 * 60);
    expect((await desk.worklist(sam, { all: false })).map(({ phone }) => phone)).toEqual([undefined, undefined]);
  });

  it('lets one have an event: who asks again keeps it, another is told who has it', async ({ table }) => {
    const { service, desk } = await clinicOver(table);
    await service.text('chest pain');
    const [{ event = '' } = {}] = await desk.worklist(sam, { all: false });
    expect(await desk.acknowledge(sam, event)).toEqual([event]);
    expect(await desk.acknowledge(sam, event)).toEqual([]);
    await expect(desk.acknowledge(drLee, event)).rejects.toThrow('sam has it already');
    await expect(desk.acknowledge(sam, `${event}x`)).rejects.toThrow(CannotError);
    expect(await desk.worklist(sam, { all: false })).toEqual([]);
    expect(await desk.worklist(sam, { all: true })).toMatchObject([{ event, acknowledgedBy: 'sam' }]);
    const audit = await desk.readAudit(drLee, '2030-01-07');
    expect(audit.filter(({ operation }) => operation === 'acknowledge')).toMatchObject([
      { who: 'sam', whom: event.split('#')[0] },
      { who: 'sam' },
      { who: 'dr-lee' },
      { who: 'sam' },
    ]);
    expect(JSON.stringify(await contentsOf(table)).match(/"WORKLIST"/g)).toHaveLength(1);
  });

  it('is none where nobody looks', async ({ table }) => {
    const { service } = await clinicOver(table);
    const desk = deskOver(table, service, 'nobody');
    await expect(desk.worklist(sam, { all: false })).rejects.toThrow(/nobody looks/);
    await expect(desk.acknowledge(sam, ana)).rejects.toThrow(/nobody looks/);
  });
});
