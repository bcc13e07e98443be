import { describe, expect } from 'vitest';
import { ringsOver } from '../../support/alarm-of.ts';
import { it } from '../../support/engine.ts';
import { bounce, type Receiving, receiveReceipts } from './receive-receipts.ts';

let receiving: Receiving;
it.beforeEach(async ({ table }) => {
  receiving = await receiveReceipts(table);
});

describe('the alarm on mails that SES takes and then does not deliver', () => {
  it.for([
    ['Reject', { reject: { reason: 'Bad content' } }],
    ['Rendering Failure', { failure: { errorMessage: 'x', templateName: 'none' } }],
  ] as const)('rings for three within the hour: %s', async ([eventType, detail]) => {
    const start = receiving.service.clock.now();
    for (const reports of [1, 2]) {
      await receiving.ses('tip', { eventType, ...detail });
      expect(ringsOver('email-not-delivered', receiving.printed, start), String(reports)).toEqual([]);
    }
    await receiving.ses('tip', { eventType, ...detail });
    expect(ringsOver('email-not-delivered', receiving.printed, start)[0]).toBeLessThanOrEqual(1);
  });

  it('stays silent for mailboxes that bounce: those have SES’s own rate', async () => {
    for (let index = 0; index < 5; index += 1) await receiving.ses('tip', bounce);
    expect(ringsOver('email-not-delivered', receiving.printed, receiving.service.clock.now() - 60_000)).toEqual([]);
  });
});

describe('a receipt that blames our side', () => {
  it.each([
    ['30034', 'ReceiptsMisconfigured'],
    ['20003', 'ReceiptsMisconfigured'],
    ['30007', 'ReceiptsSuspect'],
    ['30023', 'ReceiptsSuspect'],
    ['99999', 'ReceiptsSuspect'],
  ])('%s is counted for the operator', async (code, metric) => {
    await receiving.sendTip();
    await receiving.twilio('failed', code);
    expect(receiving.counted).toEqual([['sms', 'MessagesUndelivered', metric]]);
  });

  it.each(['30003', '30005', '30036', '21610', '0', ''])('is none that says %s', async (code) => {
    await receiving.sendTip();
    await receiving.twilio('undelivered', code);
    expect(receiving.counted.at(-1)).toEqual(['sms', 'MessagesUndelivered']);
  });
});

describe('what is counted of receipts', () => {
  it('is how a message ended, and nothing of its way there', async () => {
    await receiving.sendTip();
    await receiving.twilio('queued');
    await receiving.twilio('sent');
    expect(receiving.counted).toEqual([]);
    await receiving.twilio('delivered');
    expect(receiving.counted).toEqual([['sms', 'MessagesDelivered']]);
  });

  it('is somebody who left, once, when their carrier says so; a number that is gone has not left', async () => {
    await receiving.sendTip();
    await receiving.twilio('failed', '30005');
    expect(receiving.counted).toEqual([['sms', 'MessagesUndelivered']]);
    await receiving.service.text('JOIN');
    await receiving.twilio('failed', '21610');
    await receiving.twilio('failed', '21610');
    const end = ['sms', 'MessagesUndelivered'];
    expect(receiving.counted.slice(1)).toEqual([['sms', 'OptOuts'], end, end]);
  });

  it('are bounces and complaints', async () => {
    await receiving.ses('tip', bounce);
    expect(receiving.counted).toEqual([
      ['email', 'Bounces'],
      ['email', 'MessagesUndelivered'],
    ]);
    await receiving.service.text('JOIN');
    await receiving.ses('tip', { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } });
    expect(receiving.counted.slice(2)).toEqual([
      ['email', 'Complaints', 'OptOuts'],
      ['email', 'MessagesDelivered'],
    ]);
    await receiving.ses('confirmation', bounce);
    expect(receiving.counted.slice(4)).toEqual([
      ['email', 'Bounces'],
      ['email', 'MessagesUndelivered'],
    ]);
  });
});
