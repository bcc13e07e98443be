import type { Channel, SubscriberId } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import { type DeliveryStatus, statusOfTwilio } from '../domain/tips/delivery-status.ts';
import { classifyReceipt, type ReceiptEffect } from '../domain/tips/provider-errors.ts';
import { readMessageOrigin, readSesEvent, readTwilioCallback, type SesEvent } from '../schemas/webhooks.ts';

/** A provider's report on a message of ours. */
export interface Receipt {
  readonly channel: Channel;
  readonly providerId: string;
  readonly id: SubscriberId;
  readonly date: LocalDate;
  /** The kind under which we sent it: `tip`, `answer` … */
  readonly kind: string;
  /** Set on a confirmation mail that the sign-up page asked for. */
  readonly by?: 'page' | undefined;
  readonly status: DeliveryStatus;
  readonly errorCode?: string;
  readonly effect: ReceiptEffect;
}

/**
 * The address at which Twilio reports on a text of ours: the pseudonym and the date come back in its query, which the
 * signature covers.
 */
export const statusCallbackUrl = (
  publicBaseUrl: string,
  message: { readonly id: SubscriberId; readonly date: LocalDate; readonly kind: string },
): string => {
  // None of the three has a character that a query would have to escape.
  const { id, date, kind } = message;
  return `${publicBaseUrl}/webhooks/twilio/status?id=${id}&date=${date}&kind=${kind}`;
};

/** Twilio's status callback (docs/facts.md#a6) as a receipt; undefined if it is not about a message of ours or says nothing we know. */
export const readTwilioReceipt = (
  fields: Readonly<Record<string, string | undefined>>,
  query: Readonly<Record<string, string | undefined>>,
): Receipt | undefined => {
  const callback = readTwilioCallback(fields);
  const message = readMessageOrigin(query);
  const status = callback.success ? statusOfTwilio(callback.data.MessageStatus) : undefined;
  if (!callback.success || !message.success || status === undefined) return undefined;
  const { MessageSid, ErrorCode } = callback.data;
  // Callbacks of success carry `ErrorCode=` or `ErrorCode=0` from some channels.
  const code = Number(ErrorCode || 0) || undefined;
  return {
    channel: 'sms',
    providerId: MessageSid,
    ...message.data,
    status,
    ...(code === undefined ? {} : { errorCode: String(code) }),
    effect: classifyReceipt(code),
  };
};

const none: ReceiptEffect = { effect: 'none' };
/**
 * The effect of a mail that SES rejects (only for a virus) or cannot render (only templates, which we do not use):
 * either is a defect of ours.
 */
const ours: ReceiptEffect = { effect: 'none', alarm: true, fault: 'suspected' };

const readSesDetail = (detail: SesEvent['detail']): Pick<Receipt, 'status' | 'effect' | 'errorCode'> | undefined => {
  switch (detail.eventType) {
    case 'Send':
    case 'DeliveryDelay':
      return { status: 'accepted', effect: none };
    case 'Delivery':
      return { status: 'delivered', effect: none };
    case 'Bounce': {
      const { bounceType = 'Undetermined', bounceSubType = 'Undetermined' } = detail.bounce ?? {};
      return {
        status: 'undelivered',
        errorCode: `${bounceType}/${bounceSubType}`,
        effect: bounceType === 'Permanent' ? { effect: 'stop', reason: 'bounce' } : { effect: 'none', transient: true },
      };
    }
    case 'Complaint': {
      const type = detail.complaint?.complaintFeedbackType ?? 'complaint';
      // A mail with a complaint has arrived. `not-spam` is the opposite of a complaint.
      const effect: ReceiptEffect = type === 'not-spam' ? none : { effect: 'stop', reason: 'complaint' };
      return { status: 'delivered', errorCode: type, effect };
    }
    case 'Reject':
    case 'Rendering Failure':
      return { status: 'failed', errorCode: detail.eventType, effect: ours };
    default:
      return undefined;
  }
};

/** An SES event from EventBridge (docs/facts.md#b4) as a receipt; undefined if it is not about a message of ours or says nothing we know. */
export const readSesReceipt = (event: unknown): Receipt | undefined => {
  const parsed = readSesEvent(event);
  const outcome = parsed.success ? readSesDetail(parsed.data.detail) : undefined;
  if (!parsed.success || !outcome) return undefined;
  const { messageId, tags } = parsed.data.detail.mail;
  const message = readMessageOrigin(Object.fromEntries(Object.entries(tags).map(([name, [value]]) => [name, value])));
  return message.success ? { channel: 'email', providerId: messageId, ...message.data, ...outcome } : undefined;
};
