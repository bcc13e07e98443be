import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';
import { account } from './settings.ts';

/** The content types of bodies that API Gateway passes as text; it encodes all others in base64, forms included. */
const textual = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml)))/i;

const queryOf = (parameters: URLSearchParams): Record<string, string> | undefined => {
  const names = [...new Set(parameters.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, parameters.getAll(name).join(',')]));
};

/** The request as an HTTP API hands it to Lambda, payload format 2.0. `now` is epoch ms. */
export const eventOfRequest = async (request: Request, now: number): Promise<APIGatewayProxyEventV2> => {
  const url = new URL(request.url);
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== 'cookie'));
  const cookies = request.headers.get('cookie')?.split('; ');
  const body = Buffer.from(await request.arrayBuffer());
  const isBase64Encoded = body.length > 0 && !textual.test(headers['content-type'] ?? '');
  const query = queryOf(url.searchParams);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...headers, 'x-forwarded-proto': url.protocol.replace(':', ''), 'x-forwarded-port': url.port },
    ...(cookies === undefined ? {} : { cookies }),
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      domainName: url.hostname,
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(body.length === 0 ? {} : { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
};

const bodilessStatuses = [101, 204, 205, 304];

/** The response that API Gateway makes of a function's result; a result without a status is the body itself. */
export const responseOfResult = (result: APIGatewayProxyResultV2): Response => {
  if (typeof result === 'string' || result.statusCode === undefined) {
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  }
  const headers = new Headers(
    Object.entries(result.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  for (const cookie of result.cookies ?? []) headers.append('set-cookie', cookie);
  const body = result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? '');
  return new Response(bodilessStatuses.includes(result.statusCode) ? null : body, {
    status: result.statusCode,
    headers,
  });
};
