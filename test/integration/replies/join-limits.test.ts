import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSpendStore } from '../../../shared/store/spend-store.ts';
import { it } from '../../support/engine.ts';
import { createService } from '../../support/replies.ts';

let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

const phone = (index: number): string => `+1212555${String(1000 + index)}`;

describe('strangers who join by text', () => {
  it('are as many a day as the settings say; the next are told to try again tomorrow, and can', async () => {
    const { answerTo: text, clock } = createService(table, { caps: { joinsADay: 3 } });
    for (let index = 0; index < 3; index += 1) expect(await text('JOIN', { from: phone(index) })).toContain('Backbeat');
    const full = await text('JOIN', { from: phone(3) });
    expect(full).toContain('JOIN again tomorrow');
    clock.set('2030-01-08T12:00:00Z');
    expect(await text('JOIN', { from: phone(3) })).not.toContain('tomorrow.');
  });

  it('get no answer beyond twice as many: that would be paid for as well', async () => {
    const { answerTo: text, profile } = createService(table, { caps: { joinsADay: 2 } });
    const answers = [];
    for (let index = 0; index < 6; index += 1) answers.push(await text('JOIN', { from: phone(index) }));
    expect(answers.map((answer) => answer !== '')).toEqual([true, true, true, true, false, false]);
    expect(await profile(phone(4))).toBeUndefined();
  });

  it('are as many in all as the settings say, whatever day it is', async () => {
    const { answerTo: text, clock } = createService(table, { caps: { joinsInTotal: 1 } });
    await text('JOIN', { from: phone(0) });
    for (const day of ['2030-01-08', '2031-01-08']) {
      clock.set(`${day}T12:00:00Z`);
      expect(await text('JOIN', { from: phone(1) })).toContain('no more people');
    }
    expect(await text('INSCRIPTION', { from: phone(2) })).toContain('plus de place');
  });

  it('take no room by saying it twice, and who is here already takes none', async () => {
    const { answerTo: text } = createService(table, { caps: { joinsADay: 2 } });
    for (let time = 0; time < 5; time += 1) await text('JOIN', { from: phone(0) });
    await text('STOP', { from: phone(0) });
    await text('START', { from: phone(0) });
    expect(await text('JOIN', { from: phone(1) })).not.toContain('tomorrow.');
  });

  it('are heard all the same where they ask for help or cry for it', async () => {
    const { answerTo: text } = createService(table, { caps: { joinsADay: 1 } });
    await text('JOIN', { from: phone(0) });
    expect(await text('HELP', { from: phone(1) })).toContain('help@');
    expect(await text('JOIN I want to die', { from: phone(1) })).not.toContain('no more people');
  });
});

describe('answers', () => {
  it('never pause for the cap, and are counted by a sample that comes to their sum', async () => {
    const service = createService(table, { caps: { smsSegmentsAMonth: 1 }, carrierAnswersOptOut: false });
    const { answerTo: text, clock, profile } = service;
    const spends = createSpendStore(table);
    await spends.add('sms', 'tips', 5, clock.now());
    let answers = 0;
    for (let index = 0; index < 150; index += 1) answers += Number((await text('HELP', { from: phone(index) })) !== '');
    expect(answers).toBe(150);
    const used = (await spends.read('sms', clock.now())) - 5;
    // About nine of the 150 stand for all: a third of them more or fewer is what chance does.
    expect(used).toBeGreaterThan(0);
    expect(used % 16).toBe(0);
    for (const words of ['JOIN', 'PAIN 6', 'I want to die', 'HELP', 'STOP'])
      expect(await text(words, { from: phone(200) }), words).not.toBe('');
    expect((await profile(phone(200)))?.status).toBe('stopped');
  });
});
