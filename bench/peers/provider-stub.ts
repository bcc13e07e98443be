import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { smsNumber } from './people.ts';

// Twilio's Messages API as far as a sender needs it, in a process of its own. It takes a message when the request has
// been read, whether or not the sender lives to see the answer, and answers after a delay: as the real one does.

/** Longer than any pause of a run: a connection that closed between two sends would put a send in doubt. */
const keepAliveMs = 600_000;

interface Taken {
  readonly sid: string;
  readonly body: string;
  readonly at: number;
}

let delayMs = 0;
let clockOffsetMs = 0;
let inFlight = 0;
let peak = 0;
let accepted = 0;
let taken = new Map<string, Taken[]>();

const answer = (response: ServerResponse, status: number, value: unknown): void => {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const take = (fields: URLSearchParams, response: ServerResponse): void => {
  const to = fields.get('To') ?? '';
  const message = { sid: `SM${randomBytes(16).toString('hex')}`, body: fields.get('Body') ?? '', at: Date.now() };
  const before = taken.get(to);
  if (before) before.push(message);
  else taken.set(to, [message]);
  accepted += 1;
  inFlight += 1;
  peak = Math.max(peak, inFlight);
  const reply = (): void => {
    inFlight -= 1;
    answer(response, 201, { sid: message.sid, status: 'queued', to, error_code: null });
  };
  if (delayMs === 0) reply();
  else setTimeout(reply, delayMs);
};

const list = (to: string, response: ServerResponse): void =>
  answer(response, 200, {
    messages: (taken.get(to) ?? []).map(({ sid, body, at }) => ({
      sid,
      status: 'sent',
      date_created: new Date(at + clockOffsetMs).toUTCString(),
      direction: 'outbound-api',
      from: smsNumber,
      body,
    })),
    next_page_uri: null,
  });

const reset = (fields: URLSearchParams, response: ServerResponse): void => {
  delayMs = Number(fields.get('delayMs'));
  clockOffsetMs = Number(fields.get('clockOffsetMs'));
  [inFlight, peak, accepted, taken] = [0, 0, 0, new Map()];
  answer(response, 200, {});
};

const route = (request: IncomingMessage, body: string, response: ServerResponse): void => {
  const url = new URL(request.url ?? '/', 'http://stub');
  if (url.pathname === '/reset') reset(new URLSearchParams(body), response);
  else if (url.pathname === '/counts') answer(response, 200, { accepted, distinct: taken.size, peak });
  else if (!url.pathname.endsWith('/Messages.json')) answer(response, 404, { code: 20404 });
  else if (request.method === 'POST') take(new URLSearchParams(body), response);
  else list(url.searchParams.get('To') ?? '', response);
};

const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => route(request, body, response));
});

process.once('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
