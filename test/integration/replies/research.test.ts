import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo } from '../../support/enrolment.ts';
import { ana, consentsOf, createService, jo, type Service } from '../../support/replies.ts';

let service: Service;
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
  service.after(1);
});

const consents = () => consentsOf(table);
const agreement = async () => (await service.profile())?.research;

describe('RESEARCH YES', () => {
  it('holds, with the wording that was agreed to, until RESEARCH NO', async () => {
    expect(await service.answerTo('RESEARCH YES')).toMatch(/may give your scores.*RESEARCH NO/);
    expect(await agreement()).toBe('yes');
    service.after(1);
    expect(await service.answerTo('RESEARCH NO')).toMatch(/nothing of yours/);
    expect(await agreement()).toBe('no');
    expect((await consents()).slice(1)).toEqual([
      ['research-given', 'research-2026-11-30', 'sms'],
      ['research-withdrawn', 'research-2026-11-30', 'sms'],
    ]);
  });

  it('is recorded in the language it was told in', async () => {
    await service.text('FRANCAIS');
    service.after(1);
    expect(await service.answerTo('RECHERCHE OUI')).toMatch(/chercheurs.*RECHERCHE NON/);
    expect((await consents()).at(-1)).toEqual(['research-given', 'research-2026-11-30-fr', 'sms']);
  });

  it('lets no clinic read, as CLINIC YES gives nothing out', async () => {
    await service.text('RESEARCH YES');
    expect((await service.profile())?.clinic).toBeUndefined();
    service.after(1);
    await service.text('RESEARCH NO');
    service.after(1);
    await service.text('CLINIC YES');
    expect(await agreement()).toBe('no');
  });

  it('said again is agreed to once; alone asks how it stands', async () => {
    expect(await service.answerTo('RESEARCH')).toMatch(/RESEARCH YES or RESEARCH NO/);
    expect(await agreement()).toBeUndefined();
    await service.text('RESEARCH YES');
    service.after(1);
    expect(await service.answerTo('RESEARCH YES')).toMatch(/may give/);
    expect(await service.answerTo('RESEARCH?')).toMatch(/may give/);
    expect(await consents()).toHaveLength(2);
  });

  it('delivered again after RESEARCH NO changes nothing', async () => {
    await service.text('RESEARCH YES', { id: 'yes' });
    service.after(1);
    await service.text('RESEARCH NO');
    service.after(1);
    expect(await service.answerTo('RESEARCH YES', { id: 'yes' })).toMatch(/nothing of yours/);
    expect(await agreement()).toBe('no');
  });

  it('cannot be given by somebody to whom a mail was forwarded', async () => {
    await service.text(`EMAIL ${jo}`);
    await service.enrolment.confirm(await mailedTokenTo(service, ana, 'reply'));
    service.after(1);
    await service.mail('RESEARCH YES', { proof: 'token' });
    expect(await agreement()).toBeUndefined();
    await service.mail('RESEARCH YES');
    expect(await agreement()).toBe('yes');
  });

  it('ends with STOP, and begins with no JOIN', async () => {
    await service.text('RESEARCH YES');
    for (const said of ['STOP', 'JOIN']) {
      service.after(1);
      await service.text(said);
      expect(await agreement()).toBeUndefined();
    }
  });
});
