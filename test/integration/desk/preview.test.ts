import { describe, expect } from 'vitest';
import { loadMailTemplates } from '../../../shared/content/mail-templates.ts';
import { mailsFor } from '../../../shared/content/mails.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { createLinks } from '../../../shared/domain/people/links.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import type { OutgoingMail } from '../../../shared/providers/ses/send-mail.ts';
import type { OutgoingText } from '../../../shared/providers/twilio/messages-api.ts';
import { createAuditStore } from '../../../shared/store/audit-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createLimitStore } from '../../../shared/store/limit-store.ts';
import { createGuard } from '../../../shared/use-cases/desk/guard.ts';
import { createPreviewTip } from '../../../shared/use-cases/desk/preview-tip.ts';
import { createSpendMeter } from '../../../shared/use-cases/spend-meter.ts';
import { sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { ana, createService } from '../../support/replies.ts';
import { pepper, tokenKeys } from '../../support/subscribers.ts';

const own = '+12125550177';
const accepted: SendOutcome = { kind: 'accepted', providerId: 'x' };

const setUp = async (table: Table, outcome: SendOutcome = accepted, cap = 100) => {
  const service = createService(table);
  await service.text('JOIN');
  const { clock, stores } = service;
  const [texts, mails]: [OutgoingText[], OutgoingMail[]] = [[], []];
  const spend = createSpendMeter({
    table,
    clock,
    log: () => {},
    settings: { smsSegmentsAMonth: cap, emailsAMonth: cap },
  });
  let drawn = 0;
  const { preview } = createPreviewTip({
    clock,
    pepper,
    homes: ['US'],
    guard: createGuard({
      audit: createAuditStore(table),
      runtime: { clock, randomBytes: (length) => new Uint8Array(length).fill(drawn++) },
    }),
    persons: stores.persons,
    limits: createLimitStore(table),
    spend,
    textsFor,
    mailsFor,
    mailSetting: async (language) => ({ templates: await loadMailTemplates(), language, contact: 'Elm Street' }),
    links: createLinks({ publicBaseUrl: 'https://coach.example', tokenKeys, replyAddress: 'reply@coach.example' }),
    textFrom: { from: '+15005550006' },
    sendText: async (text) => {
      texts.push(text);
      return outcome;
    },
    sendMail: async (mail) => {
      mails.push(mail);
      return outcome;
    },
  });
  const show = (to: string, tip = '8', isSure = true) => preview(sam, { tip, to, language: 'en' }, async () => isSure);
  return { service, show, texts, mails, spend };
};

describe('a preview', () => {
  it('is the text that people get, to the number that was given, and counts as one', async ({ table }) => {
    const { show, texts, spend } = await setUp(table);
    expect(await show('+1 (212) 555-0177', '08-cardio')).toMatchObject({ tip: '08-cardio', channel: 'sms' });
    const tip = (await textsFor('en')).tips.find(({ id }) => id === '08-cardio');
    expect(texts).toMatchObject([{ to: own, from: '+15005550006', body: expect.stringContaining(tip?.sms ?? '?') }]);
    expect((await spend.read('sms'))?.used).toBe(1);
  });

  it('is the mail that people get, with links that are nobody’s', async ({ table }) => {
    const { show, mails } = await setUp(table);
    await show('sam@clinic.example');
    expect(mails).toMatchObject([
      { to: 'sam@clinic.example', headers: { 'List-Unsubscribe': expect.any(String) }, tags: { kind: 'answer' } },
    ]);
    expect(mails[0]?.text).toMatch(/https:\/\/coach\.example\/diary\//);
  });

  it('goes to nobody who is or was with us, and stands in the audit trail all the same', async ({ table }) => {
    const { show, service, texts } = await setUp(table);
    await expect(show(ana)).rejects.toThrow('with us');
    await service.text('STOP');
    await expect(show(ana)).rejects.toThrow('with us');
    expect(texts).toEqual([]);
    const audit = await createAuditStore(table).readDay('2030-01-07');
    expect(audit.map(({ operation, whom }) => [operation, whom])).toEqual(
      Array.from({ length: 2 }, () => ['preview', pseudonymOf(pepper, 'sms', ana)]),
    );
  });

  it('is not sent unless whoever asked is sure, and knows its tips', async ({ table }) => {
    const { show, texts } = await setUp(table);
    expect(await show(own, '8', false)).toBeUndefined();
    await expect(show(own, '999')).rejects.toThrow('08-cardio');
    await expect(show('555 0177')).rejects.toThrow('country code');
    expect(texts).toEqual([]);
  });

  it('is refused to what no phone has, and to numbers at which a text costs more', async ({ table }) => {
    const { show, texts, mails } = await setUp(table);
    for (const to of ['+19005550123', '+18335550123', '+44 909 879 0123', '+15555550123'])
      await expect(show(to), to).rejects.toThrow('no text goes to that number');
    await expect(show('a@b')).rejects.toThrow('no mailbox');
    expect([texts, mails]).toEqual([[], []]);
  });

  it('is ten an hour, whoever asks', async ({ table }) => {
    const { show, texts, service } = await setUp(table);
    for (let sent = 0; sent < 10; sent += 1) await show(own);
    await expect(show(own)).rejects.toThrow('10');
    service.clock.set('2030-01-07T13:00:00Z');
    await show(own);
    expect(texts).toHaveLength(11);
  });

  it('is not sent when the month’s messages are used up', async ({ table }) => {
    const { show, texts } = await setUp(table, accepted, 1);
    await show(own);
    await expect(show(own)).rejects.toThrow('used up');
    expect(texts).toHaveLength(1);
  });

  it('says where the provider did not take it, or may have', async ({ table }) => {
    const refusing = await setUp(table, { kind: 'permanent', code: '21610', stop: undefined });
    await expect(refusing.show(own)).rejects.toThrow('21610');
    const silent = await setUp(table, { kind: 'in-doubt', code: 'ETIMEDOUT' });
    await expect(silent.show(own)).rejects.toThrow('may have been sent');
  });
});
