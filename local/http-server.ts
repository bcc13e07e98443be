import { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../shared/platform/clock.ts';
import { largestForm } from '../shared/providers/twilio/webhook-request.ts';
import { onlyThisMachine } from './access.ts';
import { eventOfRequest, responseOfResult } from './http-api-event.ts';
import type { InboundTexts } from './inbound-texts.ts';

/** The longest body of a local route: a raw mail, or a request of the simulator. */
const largestLocal = 1_048_576;

/** The server cannot listen: usually because the port is taken. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** A server that listens. */
export interface ListeningServer {
  readonly port: number;
  close(): Promise<void>;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/**
 * Serves a fetch handler on 127.0.0.1; port 0 picks a free one.
 * @throws ListenError
 */
export const listen = async (fetch: Fetch, port: number): Promise<ListeningServer> => {
  const server = createAdaptorServer({ fetch });
  // Without a `createServer` option it makes node:http's.
  if (!(server instanceof Server)) throw new TypeError('not a server of node:http');
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const isTaken = 'code' in cause && cause.code === 'EADDRINUSE';
      const wayOut = isTaken ? `. Something else listens there. On another port: PORT=${port + 1} npm start` : '';
      reject(new ListenError(`cannot listen on 127.0.0.1:${port}: ${cause.message}${wayOut}`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

type HttpFunction = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyResultV2>;

interface Parts {
  readonly clock: Clock;
  readonly smsInbound: HttpFunction;
  readonly statusCallback: HttpFunction;
  readonly web: HttpFunction;
  readonly inboundTexts: InboundTexts;
  /** Routes to which the tunnel does not lead. */
  readonly localApi?: Hono;
  /** The staff page, whose sign-in here asks for no password: no tunnel leads to it either. */
  readonly desk?: HttpFunction;
  /** Called after a function has answered, because it may have queued something. */
  readonly afterRequest: () => void;
  readonly report: (what: string, error: unknown) => void;
}

/** Plays API Gateway: the public routes, each to its function, and beside them the local ones. */
export const createHttpFront = (parts: Parts): Hono => {
  // Not strict, so that the simulator's `/_local/` reaches its router; the functions see paths as they came.
  const app = new Hono({ strict: false });

  const invoke = async (run: HttpFunction, request: Request): Promise<Response> => {
    try {
      return responseOfResult(await run(await eventOfRequest(request, parts.clock.now())));
    } catch (error) {
      parts.report(
        `${request.method} ${new URL(request.url).pathname.split('/')[1] ?? ''}: the function failed`,
        error,
      );
      return Response.json({ message: 'Internal Server Error' }, { status: 500 });
    } finally {
      parts.afterRequest();
    }
  };

  if (parts.localApi) {
    app.use('/_local/*', bodyLimit({ maxSize: largestLocal }));
    app.route('/_local', parts.localApi);
  }
  const { desk } = parts;
  // API Gateway would read up to 10 MB for each function's instance. Here one process reads for all of them, a STOP
  // among them, so a body that is too long for every function is refused by its Content-Length before it arrives.
  app.use('*', bodyLimit({ maxSize: largestForm }));
  if (desk) {
    app.use('/desk/*', onlyThisMachine);
    for (const path of ['/desk', '/desk/*']) app.all(path, (context) => invoke(desk, context.req.raw));
  }
  app.post('/webhooks/twilio/inbound', async (context) => {
    // Only posts that Twilio signed are read; the fields of any other post are ignored.
    const body = await context.req.raw.arrayBuffer();
    const response = await invoke(parts.smsInbound, new Request(context.req.raw, { body }));
    if (response.status === 403) return response;
    const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
    parts.inboundTexts.observe(form, response.status, await response.clone().text());
    return response;
  });
  app.post('/webhooks/twilio/status', (context) => invoke(parts.statusCallback, context.req.raw));
  app.all('*', (context) => invoke(parts.web, context.req.raw));
  return app;
};
