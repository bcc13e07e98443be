import type { Agent as HttpAgent, request as httpRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { urlToHttpOptions } from 'node:url';

/** The part of `fetch`'s request that our two HTTP APIs need. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, encoded. */
  readonly body?: string;
  /** The time for the whole exchange, the answer included, in ms. */
  readonly timeoutMs?: number;
  /** A redirect is returned as an answer, never followed: our credentials go nowhere else. */
  readonly redirect?: 'manual';
}

/** The part of `fetch`'s answer that the client gives. */
export interface HttpAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/**
 * Resolves once the status is known; `text` waits for the rest. Rejects with the connection's error, or with a
 * TimeoutError.
 */
export type HttpClient = (url: string, request: HttpRequest) => Promise<HttpAnswer>;

/**
 * How long an unused connection is kept, in seconds. An older one may have been closed at the other end, especially
 * after Lambda froze us: a request on it would be lost, and a text that may have been sent would be in doubt.
 */
const idleSeconds = 4;

interface Pool {
  readonly agent: HttpAgent | HttpsAgent;
  readonly begin: (
    options: RequestOptions,
    answered: (answer: IncomingMessage) => void,
  ) => ReturnType<typeof httpRequest>;
  /**
   * The number of open requests, and when the last one ended (`process.uptime`, because `performance` is loaded when
   * first asked for).
   */
  open: number;
  usedAt: number;
}

// `process.getBuiltinModule`, not an import: an import reads every name that node:http has, and its WebSocket loads all
// of `fetch`.
const openPool = (scheme: 'http' | 'https'): Pool => {
  const { Agent, request } = process.getBuiltinModule(`node:${scheme}`);
  return { agent: new Agent({ keepAlive: true }), begin: request, open: 0, usedAt: 0 };
};

const pools: { http?: Pool; https?: Pool } = {};

const poolOf = (url: string): Pool => {
  const scheme = url.startsWith('https:') ? 'https' : 'http';
  pools[scheme] ??= openPool(scheme);
  return pools[scheme];
};

/** The whole of an answer. Most come in one part, which needs no decoder that remembers halves of letters. */
const textOf = (answer: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => {
      parts.push(part);
    });
    answer.on('end', () => resolve(Buffer.concat(parts).toString()));
    answer.on('error', reject);
  });

const formType = 'application/x-www-form-urlencoded;charset=UTF-8';

const origins = new Map<string, ReturnType<typeof urlToHttpOptions>>();

/** A URL as Node's client takes it. There are one or two origins, so each is parsed once, not for every text. */
const placeOf = (url: string): RequestOptions => {
  const pathAt = url.indexOf('/', 'https://'.length);
  const origin = url.slice(0, pathAt);
  const known = origins.get(origin) ?? urlToHttpOptions(new URL(origin));
  origins.set(origin, known);
  const { protocol, hostname, port } = known;
  return { protocol, hostname, port, path: url.slice(pathAt) };
};

const send: HttpClient = (url, { method = 'GET', headers = {}, body, timeoutMs }) =>
  new Promise((resolve, reject) => {
    const pool = poolOf(url);
    if (pool.open === 0 && process.uptime() - pool.usedAt > idleSeconds) pool.agent.destroy();
    pool.open += 1;
    let late: DOMException | undefined;
    const request = pool.begin(
      {
        ...placeOf(url),
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': formType, 'content-length': body.length },
        agent: pool.agent,
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        // The body is read even if nobody asks for it: an unread answer keeps its connection busy.
        const text = textOf(answer).catch((error: unknown) => Promise.reject(late ?? error));
        text.catch(() => {});
        resolve({
          ok: status >= 200 && status < 300,
          status,
          headers: { get: (name) => answer.headers[name]?.toString() ?? null },
          text: () => text,
        });
      },
    );
    const giveUp = (): void => {
      // The same error as `fetch` with AbortSignal.timeout gives.
      late = new DOMException('no answer in time', 'TimeoutError');
      request.destroy(late);
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
    request.once('close', () => {
      clearTimeout(timer);
      pool.open -= 1;
      pool.usedAt = process.uptime();
    });
    request.once('error', (error) => reject(late ?? error));
    request.end(body);
  });

/**
 * HTTP by Node's own client. `fetch` does the same for 30 ms more at a cold start, 20 MB more and a third more of a
 * tip's processor time: all of what it brings is loaded and compiled for two small requests (docs/performance.md).
 */
export const httpClient = { send };
