import { createHmac } from 'node:crypto';
import * as z from 'zod';

/** One row of the table. */
export interface Attack {
  readonly name: string;
  /** Counts the attempts, and how many were held off. */
  readonly run: (target: Target, tally: Tally) => Promise<void>;
}

export interface Tally {
  /** `held`: it did no harm. */
  tried(held: boolean): void;
}

const infoSchema = z.object({ smsNumber: z.string(), twilioAuthToken: z.string(), publicBaseUrl: z.string() });
const outboxSchema = z.object({ messages: z.array(z.object({ kind: z.string(), to: z.string() })) });

/** The target is not this machine. */
class NotLoopbackError extends Error {
  override readonly name = 'NotLoopbackError';
}

const patienceMs = 30_000;

/**
 * A service running on this machine, spoken to as strangers and as Twilio do.
 * @throws NotLoopbackError for any other address: this program floods
 */
export const aimAt = async (url: string) => {
  const { hostname, origin } = new URL(url);
  if (!/^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname))
    throw new NotLoopbackError(`${hostname} is not loopback`);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(origin + path, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...init });
  const local = async (path: string, body?: object): Promise<unknown> => {
    const response = await ask(
      `/_local/${path}`,
      body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    );
    if (!response.ok) throw new Error(`/_local/${path} answered ${response.status}`);
    return response.json();
  };
  const info = infoSchema.parse(await local('info'));
  const signatureOf = (address: string, fields: Readonly<Record<string, string>>): string =>
    createHmac('sha1', info.twilioAuthToken)
      .update(
        address +
          Object.entries(fields)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, value]) => name + value)
            .join(''),
      )
      .digest('base64');
  let texts = 0;
  /** A text as Twilio brings it; with a signature of the caller's own, if any. */
  const text = async (from: string, body: string, signature?: string) => {
    texts += 1;
    const fields = {
      MessageSid: `SM${String(texts).padStart(32, '0')}`,
      AccountSid: `AC${'0'.repeat(32)}`,
      From: from,
      To: info.smsNumber,
      Body: body,
    };
    const address = `${info.publicBaseUrl}/webhooks/twilio/inbound`;
    const response = await ask('/webhooks/twilio/inbound', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'x-twilio-signature': signature ?? signatureOf(address, fields) },
    });
    return { status: response.status, reply: await response.text() };
  };
  return {
    ask,
    text,
    submit: (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    reset: async (): Promise<void> => {
      await local('reset', {});
      await local('clock', { now: '2030-01-07T13:30:00Z', jump: true });
    },
    settle: (): Promise<unknown> => local('clock', { advance: 'PT0S' }),
    outbox: async () => outboxSchema.parse(await local('outbox?since=0')).messages,
  };
};

export type Target = Awaited<ReturnType<typeof aimAt>>;

/** Does `task` so many times, at most `lanes` at once. */
export const flood = async (times: number, lanes: number, task: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < times; n = next++) await task(n);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};
