import { randomBytes } from 'node:crypto';
import * as z from 'zod';

const messageSchema = z.object({
  n: z.number(),
  at: z.iso.datetime(),
  kind: z.enum(['tip', 'answer', 'confirmation', 'weekly', 'nudge', 'summary', 'goodbye', 'invitation', 'alert']),
  channel: z.enum(['sms', 'email']),
  to: z.string(),
  from: z.string(),
  body: z.string().default(''),
  subject: z.string().default(''),
  text: z.string().default(''),
  html: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  status: z.string(),
});
export type SentMessage = z.infer<typeof messageSchema>;

const infoSchema = z.object({
  smsNumber: z.string(),
  replyAddress: z.string(),
  publicBaseUrl: z.string(),
  twilioAuthToken: z.string(),
  now: z.iso.datetime(),
});
const movedSchema = z.object({ now: z.iso.datetime(), sent: z.number(), target: z.optional(z.iso.datetime()) });
const repliedSchema = z.object({ status: z.number(), reply: z.string() });
const diarySchema = z.object({
  entries: z.array(
    z.object({
      date: z.string(),
      time: z.string().nullable(),
      score: z.number().nullable(),
      note: z.string().nullable(),
      channel: z.string(),
      status: z.string(),
    }),
  ),
});

type RequestBody = NonNullable<NonNullable<Parameters<typeof fetch>[1]>['body']>;

interface Fault {
  readonly channel: 'sms' | 'email';
  readonly to?: string;
  readonly times?: number;
  readonly error?: string | number;
  readonly http?: number;
  readonly delayMs?: number;
  readonly dropReceipt?: boolean;
}

interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly verdicts?: string;
}

/** A new Twilio message SID. */
export const newMessageSid = (): string => `SM${randomBytes(16).toString('hex')}`;

/** The path and query of the first link in `words` that goes to `page`, such as `diary`. Throws if there is none. */
export const pathOfLink = (words: string, page: string): string => {
  const link = words
    .match(/https?:\/\/[^\s<>"')]+/g)
    ?.find((candidate) => new URL(candidate).pathname.startsWith(`/${page}/`));
  if (link === undefined) throw new Error(`no link to /${page}/ in: ${words}`);
  return new URL(link.replace(/[.,;]$/, '')).pathname;
};

/** Talks to a running service over HTTP, as phones, mail programs, browsers and the simulator page do (docs/design.md#section-8). */
export const createServiceClient = (url: string) => {
  const get = (path: string): Promise<Response> => fetch(url + path, { redirect: 'manual' });
  const post = (path: string, body: RequestBody, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
  const local = async (path: string, body?: object): Promise<unknown> => {
    const response = await (body === undefined
      ? get(`/_local/${path}`)
      : post(`/_local/${path}`, JSON.stringify(body), { 'content-type': 'application/json' }));
    if (!response.ok) throw new Error(`/_local/${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };

  const clock = async (body: object) => {
    let { now, sent, target } = movedSchema.parse(await local('clock', body));
    // A move that took too long stopped on its way.
    while (target !== undefined) {
      const further = movedSchema.parse(await local('clock', { now: target }));
      [now, sent, target] = [further.now, sent + further.sent, further.target];
    }
    return { now, sent };
  };
  const text = async (from: string, body: string, more: { sid?: string; country?: string; lost?: boolean } = {}) =>
    repliedSchema.parse(await local('inbound-sms', { from, body, ...more }));
  /** What the service answers to a text. Throws unless it took the text. */
  const say = async (from: string, body: string, more: { sid?: string; country?: string } = {}): Promise<string> => {
    const { status, reply } = await text(from, body, more);
    if (status !== 200) throw new Error(`"${body}" was answered with ${status}`);
    return reply;
  };
  const outbox = async (to?: string): Promise<readonly SentMessage[]> => {
    const { messages } = z.object({ messages: z.array(messageSchema) }).parse(await local('outbox?since=0'));
    return messages.filter((message) => to === undefined || message.to === to);
  };
  const page = async (path: string) => {
    const response = await get(path);
    return { status: response.status, body: await response.text() };
  };

  return {
    get,
    post,
    page,
    text,
    say,
    outbox,
    info: async () => infoSchema.parse(await local('info')),
    /** Empties everything and sets the clock. */
    startAt: async (now: string): Promise<void> => {
      await local('reset', {});
      await clock({ now, jump: true });
    },
    /** Sets the clock as if all ticks before had been done. */
    jumpTo: (now: string) => clock({ now, jump: true }),
    /** Moves the clock through everything due on the way. */
    moveTo: (now: string) => clock({ now }),
    advance: (duration: string) => clock({ advance: duration }),
    fault: async (fault: Fault): Promise<void> => {
      await local('faults', fault);
    },
    tipsTo: async (to: string): Promise<readonly SentMessage[]> =>
      (await outbox(to)).filter(({ kind }) => kind === 'tip'),
    submit: (path: string, fields: Record<string, string>): Promise<Response> =>
      post(path, new URLSearchParams(fields)),
    /** Hands in a mail as SES would have received it. */
    receiveMail: async ({ from, to, words, subject = 'Re: your tip', headers = {}, verdicts }: ReceivedMail) => {
      const head = {
        From: from,
        To: to,
        Subject: subject,
        'Message-ID': `<${randomBytes(8).toString('hex')}@mail.example>`,
        Date: 'Mon, 07 Jan 2030 14:00:00 +0000',
        'MIME-Version': '1.0',
        'Content-Type': 'text/plain; charset=utf-8',
        ...headers,
      };
      const raw = [...Object.entries(head).map(([name, value]) => `${name}: ${value}`), '', words].join('\r\n');
      const response = await post('/_local/inbound-email', raw, {
        'content-type': 'message/rfc822',
        ...(verdicts === undefined ? {} : { 'x-local-verdicts': verdicts }),
      });
      if (!response.ok) throw new Error(`the mail was answered with ${response.status}: ${await response.text()}`);
    },
    /** The entries of a diary by its link's path, oldest first. */
    diary: async (path: string) => {
      const response = await get(`${path}/export.json`);
      if (!response.ok) throw new Error(`${path}/export.json answered ${response.status}`);
      return diarySchema.parse(await response.json()).entries;
    },
  };
};

export type ServiceClient = ReturnType<typeof createServiceClient>;
