import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod/mini';

/** What the secrets parameter holds. */
export const stubSecrets = {
  twilioAuthToken: 'a token for the bench only',
  pepper: 'a pepper for the bench only',
  tokenKey: 'a token key for the bench only',
} as const;

/** One message for a queue; a message that is hidden for a while has no body. */
const queued = z.object({ MessageBody: z._default(z.string(), '') });

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

const md5OfMessage = (body: string): string =>
  createHash('md5')
    .update(queued.parse(JSON.parse(body)).MessageBody)
    .digest('hex');

/** How the providers treat a message: hang up without an answer, or say nothing for a quarter of a minute and then hang up. */
type Treatment = 'accept' | 'hang-up' | 'silence';
const silenceMs = 15_000;

interface Behaviour {
  /** How long the providers take to accept a message. */
  readonly latencyMs: number;
  /** How the next message fares; accepted unless somebody says otherwise. */
  readonly treatment?: () => Treatment;
  /** What the bucket holds under every name. */
  readonly mail?: string;
}

/** Twilio, SES, SQS, S3 and the parameter extension as far as one event needs them: everything is accepted. */
export const startAcceptingProviders = async ({ latencyMs, treatment = () => 'accept', mail = '' }: Behaviour) => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const hangUp = (): void => {
      response.destroy();
    };
    const later = (status: number, value: unknown): void => {
      const how = treatment();
      if (how === 'hang-up') hangUp();
      else if (how === 'silence') setTimeout(hangUp, silenceMs);
      else if (latencyMs === 0) json(status, value);
      else setTimeout(() => json(status, value), latencyMs);
    };
    if (path.startsWith('/systemsmanager')) json(200, { Parameter: { Value: JSON.stringify(stubSecrets) } });
    else if (path.startsWith('/sqs')) json(200, { MessageId: 'queued', MD5OfMessageBody: md5OfMessage(body) });
    else if (path.startsWith('/s3')) response.writeHead(200).end(mail);
    else if (path.startsWith('/ses')) later(200, { MessageId: 'a'.repeat(60) });
    else if (request.method === 'POST') later(201, { sid: `SM${'0'.repeat(32)}` });
    else json(200, { messages: [], next_page_uri: null });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
