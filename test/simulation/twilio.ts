import * as z from 'zod';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import type { Attempt, Observer } from './observer.ts';
import { brokenConnection, type Fate, type Process } from './process.ts';
import { day, hour, second, type World } from './world.ts';

/** A text that somebody sent to our number. */
export interface ReceivedText {
  readonly sid: string;
  readonly from: string;
  readonly body: string;
  readonly createdAt: number;
}

interface SentText {
  readonly sid: string;
  readonly to: string;
  readonly body: string;
  readonly createdAt: number;
  readonly callback: string;
  status: string;
}

/** An answer whose body is there at once: nothing in it waits for anything but the timeline. */
const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  Object.assign(new Response(null, { status, headers }), { text: () => Promise.resolve(text) });

const json = (status: number, body: unknown, headers?: Record<string, string>): Response =>
  plain(status, JSON.stringify(body), headers);

/** Every class of docs/facts.md#a7: what a send comes to, by weight, when the provider errs. */
const troubles = {
  'taken, connection broken': 6,
  'taken, no answer': 4,
  'taken late, no answer': 4,
  'taken, 500': 5,
  'taken, answer garbled': 2,
  'not taken, connection broken': 5,
  'not taken, no answer': 4,
  'not taken, 500': 4,
  'not taken, 503 without code': 3,
  'never left': 4,
  '429 20429': 8,
  '400 21611': 4,
  '401 20003': 1,
  '404 20404': 0.5,
  '400 21606': 0.5,
  '400 21703': 0.5,
  '400 21408': 1,
  '400 30610': 1,
  '400 99999': 1,
  '400 21211': 0.4,
  '400 21612': 0.4,
  '400 21614': 0.4,
} as const;

const receiptErrors = [
  30001, 30002, 30003, 30004, 30007, 30008, 30017, 30022, 30023, 30027, 30032, 30034, 30035, 30036, 30410, 30450, 30454,
  30610, 55555,
] as const;
const deadNumber = [30005, 30006, 21610] as const;

const ourNumber = '+15550001111';

/** How long the client waits: text-sender's own timeout. */
const clientTimeoutMs = 10 * second;

export interface TwilioOptions {
  readonly world: World;
  readonly observer: Observer;
  /** Calls a status callback's URL with these fields. */
  readonly callback: (url: string, fields: Readonly<Record<string, string>>) => void;
  /** Stretches of time in which messages wait at Twilio, hours in some. */
  readonly backlog: (at: number) => number;
}

const notTaken = (): never => {
  throw new TypeError('a request that never arrived has no effect');
};

const formOf = (body: unknown): URLSearchParams => new URLSearchParams(z.string().parse(body));

const attemptOf = (form: URLSearchParams, by: string): Attempt => {
  const query = new URL(form.get('StatusCallback') ?? '').searchParams;
  const field = (name: string): string => query.get(name) ?? '';
  return {
    channel: 'sms',
    id: field('id'),
    date: field('date'),
    kind: field('kind'),
    body: form.get('Body') ?? '',
    by,
  };
};

/** Twilio's Messages API, its block list, its receipts and its handsets. */
export const createTwilio = ({ world, observer, callback, backlog }: TwilioOptions) => {
  const { timeline, random } = world;
  const sent: SentText[] = [];
  const blocked = new Set<string>();
  const received: ReceivedText[] = [];

  const report = (text: SentText, status: string, code?: number): void => {
    text.status = status;
    const faultRates = world.faultRates();
    const call = (): void =>
      callback(text.callback, {
        MessageSid: text.sid,
        MessageStatus: status,
        To: text.to,
        ...(code ? { ErrorCode: String(code) } : {}),
      });
    if (random.chance(faultRates.delivery)) {
      world.tell('Twilio', () => `loses the receipt "${status}"`);
      return;
    }
    if (random.chance(faultRates.delivery)) timeline.after(random.whole(1, 2 * day), call);
    if (random.chance(faultRates.delivery)) timeline.after(random.whole(1, 6 * hour), call);
    else call();
  };

  const carry = (text: SentText, attempt: Attempt, validityMs: number): void => {
    const isStuck = random.chance(world.faultRates().delivery / 10);
    const waits = backlog(timeline.now()) + random.whole(500, isStuck ? 5 * hour : 4000);
    if (waits > validityMs) {
      timeline.after(validityMs, () => report(text, 'failed', 30036));
      return;
    }
    timeline.after(waits, () => report(text, 'sent'));
    timeline.after(waits + random.whole(200, 5000), () => {
      if (random.chance(world.faultRates().delivery / 20)) return report(text, 'undelivered', random.pick(deadNumber));
      if (random.chance(world.faultRates().delivery / 4))
        return report(text, 'undelivered', random.pick(receiptErrors));
      observer.delivered(attempt);
      if (random.chance(0.9)) report(text, 'delivered');
    });
  };

  const take = (form: URLSearchParams, attempt: Attempt): string => {
    const text: SentText = {
      sid: `SM${random.hex(32)}`,
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      createdAt: timeline.now(),
      callback: form.get('StatusCallback') ?? '',
      status: 'queued',
    };
    sent.push(text);
    world.tell('Twilio', () => `accepts a ${attempt.kind} of ${attempt.date} for ${attempt.id}`);
    observer.accepted(attempt);
    carry(text, attempt, Number(form.get('ValidityPeriod')) * second);
    return text.sid;
  };

  const created = (form: URLSearchParams, attempt: Attempt): Response =>
    json(201, { sid: take(form, attempt), status: 'queued' });
  const refusal = (attempt: Attempt, status: number, code: number): Response => {
    observer.refused(attempt);
    return json(status, { code, status }, status === 429 && random.chance(0.5) ? { 'retry-after': '2' } : {});
  };

  /** How a send goes, and what it does there. */
  const planSend = (
    form: URLSearchParams,
    attempt: Attempt,
    process: Process,
  ): { fate: Fate; effect: () => Response } => {
    const answered = (effect: () => Response) => ({ fate: { kind: 'answered' } as const, effect });
    const isBlocked = blocked.has(form.get('To') ?? '');
    const trouble = random.chance(process.faultRates().provider) ? random.weighted(troubles) : undefined;
    const broken = (code: string) => ({ error: brokenConnection(code), afterMs: random.whole(50, 3000) });
    const silent = () => ({ error: brokenConnection('UND_ERR_HEADERS_TIMEOUT'), afterMs: clientTimeoutMs });
    if (trouble === 'never left') {
      observer.refused(attempt);
      return { fate: { kind: 'refused', ...broken('ECONNREFUSED') }, effect: notTaken };
    }
    if (isBlocked) return answered(() => refusal(attempt, 400, 21610));
    switch (trouble) {
      case undefined:
        return answered(() => created(form, attempt));
      case 'taken, connection broken':
        return { fate: { kind: 'lost-answer', ...broken('ECONNRESET') }, effect: () => created(form, attempt) };
      case 'taken, no answer':
        return { fate: { kind: 'lost-answer', ...silent() }, effect: () => created(form, attempt) };
      case 'taken late, no answer':
        return {
          fate: { kind: 'late', ...silent(), effectMs: random.whole(2000, 25_000) },
          effect: () => created(form, attempt),
        };
      case 'taken, 500':
        return answered(() => {
          take(form, attempt);
          return json(500, { code: 20500 });
        });
      case 'taken, answer garbled':
        return answered(() => {
          take(form, attempt);
          return plain(201, '<html>');
        });
      case 'not taken, connection broken':
        return { fate: { kind: 'lost-request', ...broken('ECONNRESET') }, effect: notTaken };
      case 'not taken, no answer':
        return { fate: { kind: 'lost-request', ...silent() }, effect: notTaken };
      case 'not taken, 500':
        return answered(() => json(500, { code: 20500 }));
      case 'not taken, 503 without code':
        return answered(() => plain(503, 'upstream'));
      default: {
        const [status = 400, code = 0] = trouble.split(' ').map(Number);
        return answered(() => refusal(attempt, status, code));
      }
    }
  };

  const list = (url: URL): Response => {
    const to = url.searchParams.get('To');
    const since = Date.parse(url.searchParams.get('DateSent>') ?? '1970-01-01');
    const page = Number(url.searchParams.get('Page') ?? 0);
    const size = Math.min(5, Number(url.searchParams.get('PageSize')));
    const rows = [
      ...sent.filter((text) => text.to === to).map((text) => ({ ...text, from: ourNumber, direction: 'outbound-api' })),
      ...(to === ourNumber ? received : []).map((text) => ({ ...text, status: 'received', direction: 'inbound' })),
    ]
      .filter(({ createdAt }) => createdAt >= since)
      .reverse();
    const more = rows.length > (page + 1) * size;
    const next = new URLSearchParams({
      To: to ?? '',
      'DateSent>': new Date(since).toISOString().slice(0, 10),
      PageSize: String(size),
      Page: String(page + 1),
    });
    return json(200, {
      messages: rows.slice(page * size, (page + 1) * size).map((text) => ({
        sid: text.sid,
        status: text.status,
        date_created: new Date(text.createdAt).toUTCString(),
        direction: text.direction,
        from: text.from,
        body: text.body,
      })),
      next_page_uri: more ? `${url.pathname}?${next}` : null,
    });
  };

  const listFate = (process: Process): Fate => {
    if (!random.chance(process.faultRates().provider)) return { kind: 'answered' };
    return { kind: 'lost-request', error: brokenConnection('ECONNRESET'), afterMs: random.whole(50, 5000) };
  };

  return {
    blocked,
    received,
    /** HTTP as one process reaches Twilio by it. */
    httpOf:
      (process: Process): HttpClient =>
      (address, init) => {
        const url = new URL(address);
        if (init.method !== 'POST') {
          const fails = random.chance(process.faultRates().provider / 2);
          return process.call({
            what: () => "asks for Twilio's message list",
            latencyMs: [30, 300],
            fate: listFate(process),
            effect: () => (fails ? plain(503, '') : list(url)),
          });
        }
        const form = formOf(init.body);
        const attempt = attemptOf(form, process.name);
        observer.sending(attempt);
        const { fate, effect } = planSend(form, attempt, process);
        return process.call({
          what: () => `sends a ${attempt.kind} of ${attempt.date} to ${attempt.id} by Twilio`,
          latencyMs: [20, 400],
          fate,
          effect,
        });
      },
  };
};
