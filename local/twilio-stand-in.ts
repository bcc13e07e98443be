import { setTimeout as delay } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import type { Clock } from '../shared/platform/clock.ts';
import type { Faults } from './faults.ts';
import { hangUp, type NodeEnvironment } from './hang-up.ts';
import { kindOf, type Outbox } from './outbox.ts';
import { smsNumber, twilioAccount } from './settings.ts';
import { apiError, isReceiptError, twilioRefusalOf } from './twilio-errors.ts';
import { messageDocument, newSid, type TwilioMessage, type TwilioMessageLog } from './twilio-messages.ts';
import type { OptOuts } from './twilio-opt-outs.ts';
import type { ReceiptPlanner } from './twilio-receipts.ts';

/** A caller that was hung up on has time to look for the text before its receipt tells of it. */
const hangUpReceiptMs = 60_000;
const defaultPageSize = 50;

interface Parts {
  readonly clock: Clock;
  readonly authToken: string;
  readonly faults: Faults;
  readonly outbox: Outbox;
  readonly messages: TwilioMessageLog;
  readonly optOuts: OptOuts;
  readonly planReceipts: ReceiptPlanner;
}

/** What becomes of an accepted text: the error that its receipt tells, if any; whether and how much later receipts come. */
interface Acceptance {
  readonly errorCode: string | undefined;
  readonly dropReceipt: boolean;
  readonly laterMs: number;
}

/** Twilio's Messages resource: create and list, with its errors, opt-outs and receipts (docs/facts.md#a5 to A8). */
export const createTwilioStandIn = ({ clock, authToken, faults, outbox, messages, optOuts, planReceipts }: Parts) => {
  const path = `/2010-04-01/Accounts/${twilioAccount}/Messages.json`;
  const credentials = `Basic ${Buffer.from(`${twilioAccount}:${authToken}`).toString('base64')}`;
  const app = new Hono<NodeEnvironment>();

  const refuse = (code: string): Response => {
    const { status, body } = apiError(code);
    return Response.json(body, { status });
  };

  const accept = (form: URLSearchParams, { errorCode, dropReceipt, laterMs }: Acceptance): TwilioMessage => {
    const service = form.get('MessagingServiceSid');
    const message: TwilioMessage = {
      sid: newSid(),
      to: form.get('To') ?? '',
      from: form.get('From') || smsNumber,
      body: form.get('Body') ?? '',
      direction: 'outbound-api',
      status: service === null ? 'queued' : 'accepted',
      createdAt: clock.now(),
      ...(service === null ? {} : { messagingServiceSid: service }),
    };
    messages.put(message);
    const callback = form.get('StatusCallback') ?? undefined;
    const kind = kindOf(callback && new URL(callback).searchParams.get('kind'));
    const n = outbox.add({ kind, channel: 'sms', to: message.to, from: message.from, body: message.body });
    if (!dropReceipt) planReceipts({ message, n, callback, errorCode, laterMs });
    return message;
  };

  const create = async (context: Context<NodeEnvironment>): Promise<Response> => {
    const form = new URLSearchParams(await context.req.text());
    const to = form.get('To') ?? '';
    const fault = faults.take('sms', to);
    if (fault?.delayMs !== undefined) await delay(fault.delayMs);
    if (fault?.http !== undefined) return new Response('', { status: fault.http });
    const error = fault?.error;
    const hangsUp = error === 'accept-then-hang-up';
    if (error !== undefined && !hangsUp && !isReceiptError(error)) return refuse(error);
    const refusal = twilioRefusalOf(form, [smsNumber]) ?? (optOuts.has(to) ? '21610' : undefined);
    if (refusal !== undefined) return refuse(refusal);
    const receiptError = hangsUp ? undefined : error;
    const message = accept(form, {
      errorCode: receiptError,
      dropReceipt: fault?.dropReceipt ?? false,
      laterMs: hangsUp ? hangUpReceiptMs : 0,
    });
    return hangsUp ? hangUp(context) : Response.json(messageDocument(twilioAccount, message), { status: 201 });
  };

  const list = (context: Context<NodeEnvironment>): Response => {
    const query = new URL(context.req.url).searchParams;
    const found = messages.find(query);
    const pageSize = Number(query.get('PageSize') ?? defaultPageSize);
    const page = Number(query.get('Page') ?? 0);
    const end = (page + 1) * pageSize;
    query.set('Page', String(page + 1));
    query.set('PageToken', `PA${found[end - 1]?.sid ?? ''}`);
    return context.json({
      messages: found.slice(page * pageSize, end).map((message) => messageDocument(twilioAccount, message)),
      page,
      page_size: pageSize,
      next_page_uri: end < found.length ? `${path}?${query}` : null,
      uri: path,
    });
  };

  app.use('*', async (context, next) =>
    context.req.header('authorization') === credentials ? next() : refuse('20003'),
  );
  app.post(path, create);
  app.get(path, list);
  app.all('*', () => refuse('20404'));
  return app;
};
