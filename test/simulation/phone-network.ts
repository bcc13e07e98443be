import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { secrets, settings } from './functions.ts';
import type { Lambda } from './lambda.ts';
import type { ReplyLedger, SentReply } from './reply-ledger.ts';
import type { ReceivedText } from './twilio.ts';
import { minute, second, type World } from './world.ts';

/** Twilio's read timeout and tries of one webhook, the fallback URL included (docs/facts.md#a4; docs/design.md#section-4). */
const readTimeoutMs = 4500;
const triesAWebhook = 4;
/** reconcile-inbound leaves texts of the last minute to the webhook, by a clock that is a minute slow or fast. */
const settledBeforeMs = 2 * minute + second;

/** A post at one of Twilio's webhooks, with whatever signature. */
export const eventWith = (
  query: string,
  fields: Readonly<Record<string, string>>,
  signature: string,
): APIGatewayProxyEventV2 =>
  z.custom<APIGatewayProxyEventV2>().parse({
    rawQueryString: query,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
    isBase64Encoded: false,
    requestContext: {},
  });

export const signedEvent = (
  path: string,
  query: string,
  fields: Readonly<Record<string, string>>,
): APIGatewayProxyEventV2 => {
  const url = `${settings.publicBaseUrl}${path}${query ? `?${query}` : ''}`;
  return eventWith(query, fields, twilioSignature(secrets.twilioAuthToken, url, fields));
};

const answer = z.object({ statusCode: z.number(), body: z.string().optional() });

export interface PhoneNetworkOptions {
  readonly world: World;
  readonly lambda: () => Lambda;
  readonly replies: ReplyLedger;
  readonly blocked: Set<string>;
  /** Twilio's own list of what it received. */
  readonly received: ReceivedText[];
  /** A person's phone shows these answers. */
  readonly answered: (text: SentReply, answers: readonly string[]) => void;
}

/** Texts on their way to us: webhooks that fail, come twice and out of order, and those that never arrived. */
export const createPhoneNetwork = ({ world, lambda, replies, blocked, received, answered }: PhoneNetworkOptions) => {
  const { timeline, random } = world;
  const lost = new Map<string, SentReply>();
  const shown = new Set<string>();
  /** Until then no connection to our webhook is made. */
  let deafUntil = 0;

  const listen = (text: SentReply, from: string, result: unknown): boolean => {
    const parsed = answer.safeParse(result);
    if (!parsed.success || parsed.data.statusCode !== 200) return false;
    replies.heard(text);
    const answers = [...(parsed.data.body ?? '').matchAll(/<Message>([^<]*)<\/Message>/g)].map(
      ([, words = '']) => words,
    );
    if (!shown.has(text.sid) && !blocked.has(from)) {
      shown.add(text.sid);
      answered(text, answers);
    }
    return true;
  };

  const post = (text: SentReply, from: string, sheltered: boolean, ended: (stored: boolean) => void): void => {
    const fields = { MessageSid: text.sid, From: from, To: settings.smsNumber, Body: text.body };
    const event = signedEvent('/webhooks/twilio/inbound', '', fields);
    let listening = true;
    timeline.after(readTimeoutMs, () => {
      if (!listening) return;
      listening = false;
      ended(false);
    });
    lambda()('sms-inbound', (fn) => fn(event), {
      sheltered,
      ended: (ending) => {
        if (!listening) return;
        listening = false;
        ended(ending.kind === 'returned' && listen(text, from, ending.value));
      },
    });
  };

  const deliver = (text: SentReply, from: string, tried: number): void => {
    const { delivery } = world.faultRates();
    const next = (): void => {
      if (tried < triesAWebhook) timeline.after(random.whole(50, 300), () => deliver(text, from, tried + 1));
      else lost.set(text.sid, text);
    };
    if (timeline.now() < deafUntil || random.chance(delivery)) {
      world.tell('Twilio', () => `cannot connect to deliver "${text.body}"`);
      next();
      return;
    }
    post(text, from, false, (stored) => {
      if (!stored) next();
    });
    if (random.chance(delivery)) {
      world.tell('Twilio', () => `delivers "${text.body}" twice`);
      timeline.after(random.whole(0, 12 * second), () => post(text, from, false, () => {}));
    }
  };

  return {
    deafen: (milliseconds: number): void => {
      deafUntil = Math.max(deafUntil, timeline.now() + milliseconds);
    },
    /** Somebody sends a text, whose webhook is called that much later. */
    send: (text: SentReply, from: string, carriedInMs: number): void => {
      received.push({ sid: text.sid, from, body: text.body, createdAt: timeline.now() });
      // Twilio handles its own opt-out words before it calls our webhook (docs/facts.md#a8).
      const word = text.body.trim().toUpperCase();
      if (/^(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT)$/.test(word)) blocked.add(from);
      if (/^(START|YES|UNSTOP)$/.test(word)) blocked.delete(from);
      timeline.after(carriedInMs, () => deliver(text, from, 1));
    },
    /** Whether some text waits for reconcile-inbound. */
    hasLost: (): boolean => lost.size > 0,
    overtaken: (id: string): void => {
      for (const text of lost.values()) if (text.id === id) text.overtaken = true;
    },
    /**
     * A run of reconcile-inbound that began at that instant has succeeded: every text that was lost before is handled.
     */
    reconciled: (beganAt: number): void => {
      for (const [sid, text] of lost) {
        if (text.sentAt + settledBeforeMs > beganAt) continue;
        lost.delete(sid);
        replies.heard(text);
      }
    },
  };
};

export type PhoneNetwork = ReturnType<typeof createPhoneNetwork>;
