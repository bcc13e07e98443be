import type { LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';
import { settings } from './functions.ts';
import type { Lambda, OnBehalf } from './lambda.ts';
import type { Press } from './mailbox-ledger.ts';
import type { Hand } from './stranger-ledger.ts';

/** What a browser is shown. */
export interface Page {
  readonly status: number;
  readonly body: string;
}

const answered = z.object({ statusCode: z.number(), body: z.string().default(''), isBase64Encoded: z.boolean() });

const { hostname } = new URL(settings.publicBaseUrl);

/** A request as API Gateway's HTTP API hands it to the pages: forms come in base64. */
const eventOf = (
  method: 'GET' | 'POST',
  address: string,
  form: Readonly<Record<string, string>> = {},
  sourceIp?: string,
): LambdaEvent => {
  const [path = '/', query = ''] = address.split('?');
  const body = Buffer.from(new URLSearchParams(form).toString());
  return z.custom<LambdaEvent>().parse({
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: hostname,
      ...(method === 'POST'
        ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
        : {}),
    },
    requestContext: { domainName: hostname, http: { method, path, ...(sourceIp ? { sourceIp } : {}) } },
    ...(method === 'POST' ? { body: body.toString('base64') } : {}),
    isBase64Encoded: method === 'POST',
  });
};

/** Browsers, mail programs and mail scanners at our pages. `shown` is given nothing when no answer came, or a server error. */
export const createVisitor = (lambda: () => Lambda) => {
  const ask = (event: LambdaEvent, shown: (page: Page | undefined) => void, onBehalf: OnBehalf = {}): void =>
    lambda()('web', (fn) => fn(event), {
      sheltered: false,
      onBehalf,
      ended: (ending) => {
        if (ending.kind !== 'returned') return shown(undefined);
        const { statusCode, body, isBase64Encoded } = answered.parse(ending.value);
        if (statusCode >= 500) return shown(undefined);
        shown({ status: statusCode, body: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body });
      },
    });
  return {
    get: (path: string, shown: (page: Page | undefined) => void): void => ask(eventOf('GET', path), shown),
    post: (
      path: string,
      form: Readonly<Record<string, string>>,
      shown: (page: Page | undefined) => void,
      press?: Press,
    ): void => ask(eventOf('POST', path, form), shown, { press }),
    /** What somebody does from a network of theirs who is nobody we know. */
    byStranger: {
      get: (path: string, hand: Hand): void => ask(eventOf('GET', path), () => {}, { hand }),
      post: (path: string, form: Readonly<Record<string, string>>, hand: Hand, sourceIp: string): void =>
        ask(eventOf('POST', path, form, sourceIp), () => {}, { hand }),
    },
  };
};

export type Visitor = ReturnType<typeof createVisitor>;
