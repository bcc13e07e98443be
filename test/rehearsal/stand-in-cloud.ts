import { createHash } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { callsOf, type WireRequest } from './aws-calls.ts';
import { type AwsCall, isAllowed, type Statement } from './policy-evaluator.ts';

/** A request, and whether the role allows it. */
export interface JudgedCall extends AwsCall {
  readonly allowed: boolean;
}

/** How a service refuses: the name of the exception, the HTTP status. */
interface Fault {
  readonly name: string;
  readonly status: number;
}

interface CloudOptions {
  /** The role of the function that is running. */
  readonly statements: readonly Statement[];
  readonly dynamoDbEndpoint: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** The mail of that key; undefined if the bucket has none. */
  readonly mail: (key: string) => string | undefined;
  /** The name of each queue, and that of the queue with its dead letters. */
  readonly deadLetters: ReadonlyMap<string, string>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const published = `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>told</MessageId></PublishResult>
<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishResponse>`;

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const messageSchema = z.object({ Id: z.string().optional(), MessageBody: z.string() });

/** What SQS says to a message, to some, or to one that is to come back later. */
/** An empty queue, and which queue has its dead letters. */
const attributesOf = (body: string, deadLetters: ReadonlyMap<string, string>): unknown => {
  const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(JSON.parse(body));
  const name = QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1);
  const dead = deadLetters.get(name);
  const deadLetterTargetArn = `arn:aws:sqs:us-east-1:000000000000:${dead}`;
  const policy = dead === undefined ? {} : { RedrivePolicy: JSON.stringify({ deadLetterTargetArn }) };
  return { Attributes: { ApproximateNumberOfMessages: '0', ...policy } };
};

const queueAnswer = (operation: string, body: string, deadLetters: ReadonlyMap<string, string>): unknown => {
  if (operation === 'GetQueueAttributes') return attributesOf(body, deadLetters);
  if (operation === 'ChangeMessageVisibility') return {};
  if (operation === 'SendMessage') {
    const { MessageBody } = messageSchema.parse(JSON.parse(body));
    return { MessageId: 'queued', MD5OfMessageBody: md5(MessageBody) };
  }
  const { Entries } = z.object({ Entries: z.array(messageSchema) }).parse(JSON.parse(body));
  return {
    Successful: Entries.map(({ Id, MessageBody }) => ({ Id, MessageId: 'queued', MD5OfMessageBody: md5(MessageBody) })),
    Failed: [],
  };
};

/**
 * AWS and Twilio for one function: DynamoDB is the embedded engine, all else accepts what it is asked, and what the role
 * does not allow is refused as IAM refuses it. Faults hold while they are set.
 */
export const startStandInCloud = async ({ statements, dynamoDbEndpoint, secrets, mail, deadLetters }: CloudOptions) => {
  const calls: JudgedCall[] = [];
  const problems: string[] = [];
  const faults: { sends?: Fault; suppression?: Fault } = {};

  const json = (
    response: ServerResponse,
    status: number,
    value: unknown,
    headers: Record<string, string> = {},
  ): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
  const refuse = (response: ServerResponse, { name, status }: Fault): void =>
    json(response, status, { __type: name, message: 'refused' }, { 'x-amzn-errortype': name });

  const toEngine = (request: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const { host: _host, ...headers } = request.headers;
    const asked = forward(dynamoDbEndpoint, { method: 'POST', headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.once('error', () => response.destroy());
    asked.end(body);
  };

  const bucket = ({ method, path }: WireRequest, response: ServerResponse): void => {
    if (method === 'PUT') {
      response.writeHead(200, { etag: '"kept"' }).end();
      return;
    }
    const found = method === 'DELETE' ? '' : mail(decodeURIComponent(path.slice(1).split('?')[0] ?? ''));
    if (method === 'DELETE') response.writeHead(204).end();
    else if (found === undefined)
      response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>');
    else response.writeHead(200, { 'content-length': Buffer.byteLength(found) }).end(found);
  };

  const mailService = ({ method }: WireRequest, response: ServerResponse): void => {
    const fault = method === 'DELETE' ? faults.suppression : faults.sends;
    if (fault !== undefined) refuse(response, fault);
    else json(response, 200, method === 'DELETE' ? {} : { MessageId: 'a'.repeat(60) });
  };

  const twilio = ({ method }: WireRequest, response: ServerResponse): void => {
    if (method !== 'POST') json(response, 200, { messages: [], next_page_uri: null });
    else if (faults.sends !== undefined) refuse(response, faults.sends);
    else json(response, 201, { sid: `SM${'0'.repeat(32)}` });
  };

  const answerTo = (wire: WireRequest, response: ServerResponse): void => {
    if (wire.host.startsWith('sqs.'))
      json(response, 200, queueAnswer(wire.target.split('.').at(-1) ?? '', wire.body, deadLetters));
    else if (wire.host.startsWith('sns.')) response.writeHead(200, { 'content-type': 'text/xml' }).end(published);
    else if (wire.host.startsWith('extension:')) json(response, 200, { Parameter: { Value: JSON.stringify(secrets) } });
    else if (wire.host.includes('.s3.')) bucket(wire, response);
    else if (wire.host.startsWith('email.')) mailService(wire, response);
    else twilio(wire, response);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const wire: WireRequest = {
      host: String(request.headers['x-meant-for']),
      method: request.method ?? '',
      path: request.url ?? '',
      target: String(request.headers['x-amz-target'] ?? ''),
      body: body.toString(),
    };
    const judged = callsOf(wire).map((call) => ({ ...call, allowed: isAllowed(statements, call) }));
    calls.push(...judged);
    const isAws = wire.host.endsWith('.amazonaws.com');
    const isSigned = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/us-east-1\//.test(request.headers.authorization ?? '');
    if (isAws && !(isSigned && request.headers['x-amz-security-token'])) problems.push(`unsigned: ${wire.host}`);
    if (judged.some(({ allowed }) => !allowed)) {
      // S3 answers in XML, the others in JSON.
      if (wire.host.includes('.s3.'))
        response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error><Code>AccessDenied</Code></Error>');
      else refuse(response, { name: 'AccessDeniedException', status: 400 });
    } else if (wire.host.startsWith('dynamodb.')) toEngine(request, body, response);
    else answerTo(wire, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      problems.push(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    /** What the stand-ins could not make sense of, and requests to AWS without a signature. */
    problems,
    faults,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
