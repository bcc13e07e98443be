import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { NotAllowedError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { deskOver, drLee } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo } from '../../support/enrolment.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { ana, consentsOf, createService, jo, type Service } from '../../support/replies.ts';

const sid = '+12125550177';
let service: Service;
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
  service.after(1);
});

const consents = () => consentsOf(table);

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

describe('whether the clinic may read', () => {
  const question = /^Backbeat: may the clinic's clinicians read/;
  const day = 24 * 60;

  /** Somebody who joined a week ago, where the clinic has readers. */
  const settled = async (): Promise<Service> => {
    const read = createService(table, { readers: readingClinic });
    await read.text('JOIN', { from: sid });
    read.after(7 * day);
    return read;
  };
  const asked = async (read: Service, words: string, id?: string): Promise<boolean> => {
    const answers = await read.text(words, { from: sid, ...(id === undefined ? {} : { id }) });
    return answers.some((answer) => question.test(answer));
  };

  it('is asked once, with the answer to a score', async () => {
    const read = await settled();
    const answers = await read.text('PAIN 4', { from: sid });
    expect(answers).toEqual([expect.stringMatching(/4 is in your diary/), expect.stringMatching(question)]);
    read.after(day);
    expect(await asked(read, 'PAIN 5')).toBe(false);
    read.after(day);
    expect(await read.answerTo('CLINIC YES', { from: sid })).toMatch(/may read/);
    expect(await canRead(sid)).toBe(true);
  });

  it('is asked again with the answer that may have been lost, and with no other', async () => {
    const read = await settled();
    expect(await asked(read, 'PAIN 4', 'one')).toBe(true);
    expect(await asked(read, 'PAIN 4', 'one')).toBe(true);
    expect(await asked(read, 'PAIN 4', 'two')).toBe(false);
  });

  it.each(['yes', 'YES', 'no', 'nope'])('is not agreed to or refused by a bare "%s"', async (word) => {
    const read = await settled();
    await read.text('PAIN 4', { from: sid });
    read.after(1);
    expect(await read.answerTo(word, { from: sid })).toMatch(question);
    expect((await read.profile(sid))?.clinic).toBeUndefined();
  });

  it.each([
    ['HELP', 'a command'],
    ['my back hurts and I cannot feel my legs', 'a red flag'],
    ['it rained all day', 'a note'],
    ['STOP', 'leaving'],
  ])('is not asked with "%s": %s', async (words) => {
    expect(await asked(await settled(), words)).toBe(false);
  });

  it('is not asked in the first week, nor of whoever has answered by themselves', async () => {
    const read = createService(table, { readers: readingClinic });
    await read.text('JOIN', { from: sid });
    read.after(6 * day);
    expect(await asked(read, 'PAIN 4')).toBe(false);
    await read.text('CLINIC NO', { from: sid });
    read.after(2 * day);
    expect(await asked(read, 'PAIN 4')).toBe(false);
  });

  it('is asked of nobody where nobody reads', async () => {
    service.after(8 * day);
    const answers = await service.text('PAIN 4');
    expect(answers).toHaveLength(1);
  });

  it('is not asked beside a check of signs', async () => {
    const read = await settled();
    const answers = await read.text('PAIN 4', { from: sid, danger: { kind: 'suspected', of: 'signs' } });
    expect(answers.some((answer) => question.test(answer))).toBe(false);
  });
});
