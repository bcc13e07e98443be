import type { Clock } from '../shared/platform/clock.ts';
import type { Agenda } from './agenda.ts';
import type { Outbox, OutboxStatus } from './outbox.ts';
import { twilioAccount } from './settings.ts';
import { receiptStatusOf } from './twilio-errors.ts';
import type { TwilioMessage, TwilioMessageLog } from './twilio-messages.ts';
import type { WebhookCaller } from './twilio-webhook.ts';

/** The service time from acceptance to the carrier, and on to the handset, in ms. */
const sentAfterMs = 1_000;
const deliveredAfterMs = 3_000;
/** The tries of one callback: ours carry Twilio's `rc=2` (docs/design.md#section-4). */
const callbackTries = 3;

type ReceiptStatus = Extract<OutboxStatus, 'sent' | 'delivered' | 'undelivered' | 'failed'>;

/** A status callback was refused after all tries. */
class CallbackError extends Error {
  override readonly name = 'CallbackError';
}

interface Parts {
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly messages: TwilioMessageLog;
  readonly outbox: Outbox;
  readonly callWebhook: WebhookCaller;
}

/** What is to become of an accepted text. */
export interface ReceiptPlan {
  readonly message: TwilioMessage;
  /** The message's number in the outbox. */
  readonly n: number;
  readonly callback: string | undefined;
  readonly errorCode?: string | undefined;
  /** How much later than usual (ms of service time). */
  readonly laterMs?: number;
}

/** Plans what becomes of an accepted text: its status in the log and the outbox, and the signed callbacks. */
export const createReceiptPlanner = ({ clock, agenda, messages, outbox, callWebhook }: Parts) => {
  const call = async (url: string, form: Readonly<Record<string, string>>): Promise<void> => {
    for (let tried = 1; ; tried++) {
      const response = await callWebhook(url, form);
      await response.arrayBuffer();
      if (response.ok) return;
      if (response.status < 500 || tried === callbackTries) throw new CallbackError(`answered ${response.status}`);
    }
  };

  const settle = async (
    { message, n, callback }: ReceiptPlan,
    status: ReceiptStatus,
    errorCode?: string,
  ): Promise<void> => {
    messages.update(message.sid, {
      status,
      ...(status === 'sent' ? { sentAt: clock.now() } : {}),
      ...(errorCode === undefined ? {} : { errorCode }),
    });
    outbox.setStatus(n, status);
    if (callback === undefined) return;
    await call(callback, {
      AccountSid: twilioAccount,
      ApiVersion: '2010-04-01',
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      To: message.to,
      ...(errorCode === undefined ? {} : { ErrorCode: errorCode }),
    });
  };

  return (plan: ReceiptPlan): void => {
    const start = clock.now() + (plan.laterMs ?? 0);
    const last = plan.errorCode === undefined ? 'delivered' : receiptStatusOf(plan.errorCode);
    if (last !== 'failed') agenda.plan(start + sentAfterMs, () => settle(plan, 'sent'));
    agenda.plan(start + deliveredAfterMs, () => settle(plan, last, plan.errorCode));
  };
};

/** Decides which receipts Twilio sends for a text, and when. */
export type ReceiptPlanner = ReturnType<typeof createReceiptPlanner>;
