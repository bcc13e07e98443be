import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { NotAllowedError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { deskOver, drLee } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo } from '../../support/enrolment.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';

let service: Service;
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
  service.after(1);
});

const consents = async () =>
  (await contentsOf(table))
    .filter(({ SK }) => String(SK).startsWith('CONSENT#'))
    .map(({ act, version, where }) => [act, version, where]);

const canRead = async (who = ana): Promise<boolean> =>
  deskOver(table, service)
    .readDiary(drLee, who)
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotAllowedError) return false;
        throw error;
      },
    );

describe('CLINIC YES', () => {
  it('opens the diary to clinicians, with the wording that was agreed to, until CLINIC NO', async () => {
    expect(await canRead()).toBe(false);
    expect(await service.answerTo('CLINIC YES')).toMatch(/may read your scores and notes.*CLINIC NO/);
    expect(await canRead()).toBe(true);
    service.after(1);
    expect(await service.answerTo('CLINIC NO')).toMatch(/may not read/);
    expect(await canRead()).toBe(false);
    expect((await consents()).slice(1)).toEqual([
      ['clinic-given', 'clinic-2026-11-30', 'sms'],
      ['clinic-withdrawn', 'clinic-2026-11-30', 'sms'],
    ]);
  });

  it('is recorded in the language it was told in', async () => {
    await service.text('FRANCAIS');
    service.after(1);
    expect(await service.answerTo('CLINIQUE OUI')).toMatch(/peuvent lire.*CLINIQUE NON/);
    expect((await consents()).at(-1)).toEqual(['clinic-given', 'clinic-2026-11-30-fr', 'sms']);
  });

  it('said again is agreed to once', async () => {
    await service.text('CLINIC YES');
    service.after(1);
    expect(await service.answerTo('CLINIC YES')).toMatch(/may read/);
    expect(await consents()).toHaveLength(2);
  });

  it('delivered again after CLINIC NO changes nothing', async () => {
    await service.text('CLINIC YES', { id: 'yes' });
    service.after(1);
    await service.text('CLINIC NO');
    service.after(1);
    expect(await service.answerTo('CLINIC YES', { id: 'yes' })).toMatch(/may not read/);
    expect(await canRead()).toBe(false);
  });

  it('alone asks how it stands, and changes nothing', async () => {
    expect(await service.answerTo('CLINIC')).toMatch(/CLINIC YES or CLINIC NO/);
    expect(await canRead()).toBe(false);
    await service.text('CLINIC YES');
    service.after(1);
    expect(await service.answerTo('CLINIC?')).toMatch(/may read/);
  });

  it('cannot be given by somebody to whom a mail was forwarded', async () => {
    await service.text(`EMAIL ${jo}`);
    await service.enrolment.confirm(await mailedTokenTo(service, ana, 'reply'));
    service.after(1);
    await service.mail('CLINIC YES', { proof: 'token' });
    expect(await canRead()).toBe(false);
    await service.mail('CLINIC YES');
    expect(await canRead()).toBe(true);
  });

  it('ends with STOP, which messages do too, and begins with no JOIN', async () => {
    await service.text('CLINIC YES');
    for (const said of ['STOP', 'JOIN']) {
      service.after(1);
      await service.text(said);
      expect(await canRead()).toBe(false);
    }
  });

  it('does not hold for the next owner of the number', async () => {
    await service.text('CLINIC YES');
    service.after(1);
    await service.text('wrong number');
    service.after(1);
    await service.text('JOIN');
    expect(await canRead()).toBe(false);
  });

  it('is nothing that somebody who has left, or never came, can agree to', async () => {
    await service.text('STOP');
    service.after(1);
    await service.text('CLINIC YES');
    expect((await service.profile())?.clinic).toBeUndefined();
    expect(await service.answerTo('CLINIC YES', { from: '+12125550199' })).toMatch(/JOIN/);
  });

  it('leaves no trace in the diary but that something was said', async () => {
    await service.text('CLINIC YES');
    expect((await service.diary()).entries).toEqual([]);
  });
});
