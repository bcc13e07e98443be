import { describe, expect } from 'vitest';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, jo } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';
import { bounce, id, type Receiving, receiveReceipts } from './receive-receipts.ts';

let receiving: Receiving;
it.beforeEach(async ({ table }) => {
  receiving = await receiveReceipts(table);
});

describe('a receipt that says it cannot go on', () => {
  it.each([
    ['21610', 'carrier-opt-out'],
    ['30005', 'unreachable'],
    ['30006', 'unreachable'],
  ])('Twilio %s stops the subscription as %s', async (code, stopReason) => {
    await receiving.sendTip();
    await receiving.twilio('failed', code);
    expect(await receiving.service.profile()).toMatchObject({ status: 'stopped', stopReason });
    expect(await receiving.state()).toBe('failed');
    const consents = (await contentsOf(receiving.table)).filter(({ act }) => act === 'withdrawn');
    expect(consents.map(({ where }) => where)).toEqual(['provider']);
  });

  it.each(['30003', '30008', '0', '99999'])('Twilio %s does not', async (code) => {
    await receiving.sendTip();
    await receiving.twilio('undelivered', code);
    expect((await receiving.service.profile())?.status).toBe('active');
  });

  it.each([
    ['a hard bounce', bounce, 'bounce'],
    ['a complaint', { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } }, 'complaint'],
  ])('%s of a tip stops it', async (_what, detail, stopReason) => {
    await receiving.ses('tip', detail);
    expect(await receiving.service.profile()).toMatchObject({ status: 'stopped', stopReason });
  });

  it('a soft bounce does not', async () => {
    await receiving.ses('tip', { eventType: 'Bounce', bounce: { bounceType: 'Transient' } });
    expect((await receiving.service.profile())?.status).toBe('active');
  });

  it('of a confirmation to a mistyped address gives that mailbox up; the texts go on', async () => {
    await receiving.service.text('EMAIL jo@exampel.org');
    await receiving.ses('confirmation', bounce);
    const profile = await receiving.service.profile();
    expect(profile?.status).toBe('active');
    expect(profile?.pendingMailbox).toBeUndefined();
  });

  it('about a phone that has joined its mailbox since stops the subscription of both', async () => {
    const profile = await receiving.service.profile();
    const mailId = pseudonymOf(pepper, 'email', jo);
    if (!profile) throw new Error('Ana has joined');
    await receiving.service.stores.subscribers.save({ ...profile, id: mailId, mailbox: { address: jo } }, undefined);
    await receiving.service.stores.subscribers.replaceByAlias(profile, mailId);
    await receiving.twilio('failed', '21610');
    expect(await receiving.service.profile(jo)).toMatchObject({ status: 'stopped', stopReason: 'carrier-opt-out' });
  });

  it('names nobody in the log', async () => {
    await receiving.sendTip();
    await receiving.twilio('failed', '30005');
    expect(JSON.stringify(receiving.service.logged)).not.toMatch(/\+1|@|2125550101/);
    expect(receiving.service.logged).toContainEqual({
      event: 'delivery-failed',
      fields: { id, channel: 'sms', code: '30005' },
    });
  });
});
