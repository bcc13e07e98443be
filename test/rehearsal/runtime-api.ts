import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';

/** How an invocation ended: what the handler returned, or what Lambda counts as an error. */
export type Invocation =
  | { readonly kind: 'response'; readonly value: unknown }
  | { readonly kind: 'error'; readonly errorType: string; readonly message: string };

const errorSchema = z.object({ errorType: z.string().default(''), errorMessage: z.string().default('') });

interface Waiting {
  readonly id: string;
  readonly event: string;
  readonly settle: (invocation: Invocation) => void;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

const failure = (body: string): Invocation => {
  const { errorType, errorMessage } = errorSchema.parse(JSON.parse(body));
  return { kind: 'error', errorType, message: errorMessage };
};

/** The Lambda Runtime API for one execution environment (AWS's "Using the Lambda runtime API"): one event at a time. */
export const startRuntimeApi = async (functionArn: string, timeoutSeconds: number) => {
  const events: Waiting[] = [];
  let current: Waiting | undefined;
  let poll: ServerResponse | undefined;
  let broken: Invocation | undefined;

  const handOut = (): void => {
    if (poll === undefined || current !== undefined) return;
    current = events.shift();
    if (current === undefined) return;
    poll.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': current.id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutSeconds * 1000),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0',
    });
    poll.end(current.event);
    poll = undefined;
  };

  const settle = (invocation: Invocation): void => {
    current?.settle(invocation);
    current = undefined;
  };

  /** The process is gone, or never got so far: everything that waits has failed. */
  const breakDown = (invocation: Invocation): void => {
    broken = invocation;
    settle(invocation);
    for (const { settle: end } of events.splice(0)) end(invocation);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    if (path.endsWith('/invocation/next')) {
      poll = response;
      handOut();
      return;
    }
    const body = await bodyOf(request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (path.endsWith('/init/error')) breakDown(failure(body));
    else if (path.endsWith(`/${current?.id}/error`)) settle(failure(body));
    else if (path.endsWith(`/${current?.id}/response`))
      settle({ kind: 'response', value: body === '' ? undefined : JSON.parse(body) });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    address: `127.0.0.1:${port}`,
    breakDown,
    invoke: (event: unknown): Promise<Invocation> =>
      new Promise((resolve) => {
        if (broken !== undefined) {
          resolve(broken);
          return;
        }
        events.push({ id: randomUUID(), event: JSON.stringify(event), settle: resolve });
        handOut();
      }),
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
