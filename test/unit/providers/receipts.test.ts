import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../shared/domain/tips/delivery-status.ts';
import { readSesReceipt, readTwilioReceipt, statusCallbackUrl } from '../../../shared/providers/receipts.ts';

const message = { id: 'abcdefghijklmnopqrstuvwxyz', date: '2026-11-22', kind: 'tip' };

describe("Twilio's status callback", () => {
  it('comes back to the address that the text was sent with', () => {
    const url = new URL(statusCallbackUrl('https://backbeat.example', message));
    expect(url.pathname).toBe('/webhooks/twilio/status');
    expect(Object.fromEntries(url.searchParams)).toEqual(message);
  });

  it.each([
    ['accepted', 'accepted'],
    ['scheduled', 'accepted'],
    ['queued', 'accepted'],
    ['sending', 'accepted'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['undelivered', 'undelivered'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
  ])('%s is %s', (word, status) => {
    expect(readTwilioReceipt({ MessageSid: 'SM1', MessageStatus: word, NewField: 'x' }, message)).toEqual({
      channel: 'sms',
      providerId: 'SM1',
      ...message,
      status,
      effect: { effect: 'none' },
    });
  });

  it('of a number that is gone ends the subscription', () => {
    const receipt = readTwilioReceipt({ MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30005' }, message);
    expect(receipt).toMatchObject({ errorCode: '30005', effect: { effect: 'stop', reason: 'unreachable' } });
  });

  it.each(['', '0'])('with an error code of "%s" has no error', (ErrorCode) => {
    const receipt = readTwilioReceipt({ MessageSid: 'SM1', MessageStatus: 'delivered', ErrorCode }, message);
    expect(receipt).toMatchObject({ effect: { effect: 'none' } });
    expect(receipt).not.toHaveProperty('errorCode');
  });

  it.each([
    [{ MessageSid: 'SM1', MessageStatus: 'teleported' }, message],
    [{ MessageSid: 'SM1', MessageStatus: 'toString' }, message],
    [{ MessageStatus: 'sent' }, message],
    [{ MessageSid: 'SM1', MessageStatus: 'sent' }, {}],
    [
      { MessageSid: 'SM1', MessageStatus: 'sent' },
      { ...message, id: '+15551234567' },
    ],
    [
      { MessageSid: 'SM1', MessageStatus: 'sent' },
      { ...message, date: 'today' },
    ],
  ])('says nothing to us: %j %j', (fields, query) => {
    expect(readTwilioReceipt(fields, query)).toBeUndefined();
  });
});

describe('an SES event', () => {
  const event = (eventType: string, about: object = {}) => ({
    'detail-type': 'Email …',
    source: 'aws.ses',
    detail: {
      eventType,
      mail: {
        messageId: '0100-1',
        destination: ['jo@example.org'],
        tags: { 'ses:configuration-set': ['backbeat'], kind: ['tip'], id: [message.id], date: [message.date] },
      },
      ...about,
    },
  });
  const none = { effect: 'none' };

  it.each([
    ['Send', {}, { status: 'accepted', effect: none }],
    ['DeliveryDelay', {}, { status: 'accepted', effect: none }],
    ['Delivery', { delivery: {} }, { status: 'delivered', effect: none }],
    [
      'Reject',
      { reject: { reason: 'Bad content' } },
      { status: 'failed', errorCode: 'Reject', effect: { effect: 'none', alarm: true, fault: 'suspected' } },
    ],
    [
      'Rendering Failure',
      {},
      { status: 'failed', errorCode: 'Rendering Failure', effect: { effect: 'none', alarm: true, fault: 'suspected' } },
    ],
    [
      'Bounce',
      { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } },
      { status: 'undelivered', errorCode: 'Permanent/NoEmail', effect: { effect: 'stop', reason: 'bounce' } },
    ],
    [
      'Bounce',
      { bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' } },
      {
        status: 'undelivered',
        errorCode: 'Permanent/OnAccountSuppressionList',
        effect: { effect: 'stop', reason: 'bounce' },
      },
    ],
    [
      'Bounce',
      { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } },
      { status: 'undelivered', errorCode: 'Transient/MailboxFull', effect: { effect: 'none', transient: true } },
    ],
    [
      'Bounce',
      { bounce: { bounceType: 'Undetermined', bounceSubType: 'Undetermined' } },
      { status: 'undelivered', errorCode: 'Undetermined/Undetermined', effect: { effect: 'none', transient: true } },
    ],
    [
      'Complaint',
      { complaint: { complaintSubType: null, complaintFeedbackType: 'abuse' } },
      { status: 'delivered', errorCode: 'abuse', effect: { effect: 'stop', reason: 'complaint' } },
    ],
    [
      'Complaint',
      { complaint: { complaintSubType: 'OnAccountSuppressionList' } },
      { status: 'delivered', errorCode: 'complaint', effect: { effect: 'stop', reason: 'complaint' } },
    ],
    [
      'Complaint',
      { complaint: { complaintFeedbackType: 'not-spam' } },
      { status: 'delivered', errorCode: 'not-spam', effect: none },
    ],
  ])('%s %j', (eventType, about, receipt) => {
    expect(readSesReceipt(event(eventType, about))).toEqual({
      channel: 'email',
      providerId: '0100-1',
      ...message,
      ...receipt,
    });
  });

  it.each([
    [event('Open')],
    [event('Subscription')],
    [{ detail: { eventType: 'Send', mail: { messageId: '1', tags: { kind: ['tip'] } } } }],
    [{ detail: { eventType: 'Send', mail: { messageId: '1' } } }],
    [undefined],
  ])('says nothing to us: %j', (unknown) => {
    expect(readSesReceipt(unknown)).toBeUndefined();
  });
});

describe('what is known of a delivery', () => {
  it('only ever grows: the ends share the highest rank', () => {
    expect(rankOf('accepted')).toBeLessThan(rankOf('sent'));
    for (const end of ['delivered', 'undelivered', 'failed'] as const) {
      expect(rankOf(end)).toBeGreaterThan(rankOf('sent'));
      expect(rankOf(end)).toBe(rankOf('delivered'));
    }
  });
});
