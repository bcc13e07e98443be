import type { Clock } from '../shared/platform/clock.ts';
import type { Outbox } from './outbox.ts';
import { messagesOf } from './read-twiml.ts';
import { newSid, type TwilioMessage, type TwilioMessageLog } from './twilio-messages.ts';
import type { OptOuts } from './twilio-opt-outs.ts';

interface Parts {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly messages: TwilioMessageLog;
  readonly optOuts: OptOuts;
}

/** A text that a phone sent. */
interface HeardText {
  readonly from: string;
  readonly body: string;
  /** The service's clock, ISO in UTC. */
  readonly at: string;
  /** How many messages had gone out before it. */
  readonly after: number;
}

/**
 * Plays Twilio's side of the inbound webhook: notes the text in the message log, handles STOP and START, and sends what
 * the TwiML asks for.
 */
export const createInboundTexts = ({ clock, outbox, messages, optOuts }: Parts) => {
  const answered = new Set<string>();
  let heard: readonly HeardText[] = [];

  /** Notes a text as Twilio takes it in, before anybody answers it; once, however often it is delivered. */
  const note = ({ sid, from, to, body }: Pick<TwilioMessage, 'sid' | 'from' | 'to' | 'body'>): void => {
    if (messages.has(sid)) return;
    const now = clock.now();
    messages.put({ sid, from, to, body, direction: 'inbound', status: 'received', createdAt: now, sentAt: now });
    optOuts.hear(from, body);
    heard = [...heard, { from, body, at: new Date(now).toISOString(), after: outbox.count() }];
  };

  return {
    /** Tells that the webhook was called with this form and answered with this status and document. */
    observe: (form: URLSearchParams, status: number, answer: string): void => {
      const [sid, from, to, body] = ['MessageSid', 'From', 'To', 'Body'].map((name) => form.get(name) ?? '');
      // A refused signature means that the caller was not Twilio.
      if (status === 403 || !sid || !from || !to || body === undefined) return;
      note({ sid, from, to, body });
      if (status < 200 || status > 299) return;
      const words = messagesOf(answer);
      // Twilio acts on one answer per message; after a retry only the last was received.
      if (optOuts.has(from) || words.length === 0 || answered.has(sid)) return;
      answered.add(sid);
      for (const text of words) {
        outbox.add({ kind: 'answer', channel: 'sms', to: from, from: to, body: text });
        messages.put({
          sid: newSid(),
          from: to,
          to: from,
          body: text,
          direction: 'outbound-reply',
          status: 'delivered',
          createdAt: clock.now(),
          sentAt: clock.now(),
        });
      }
    },
    /** Notes a text that Twilio has and that never reached the webhook. */
    lose: note,
    /** What phones have sent since the service began, oldest first. */
    list: (): readonly HeardText[] => heard,
    clear: (): void => {
      answered.clear();
      heard = [];
    },
  };
};

/** Twilio's side of a received text: the log, STOP and START, and the messages that the TwiML asks for. */
export type InboundTexts = ReturnType<typeof createInboundTexts>;
