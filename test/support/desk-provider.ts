import { Hono } from 'hono';
import { type ListeningServer, listen } from '../../local/http-server.ts';
import { createOpenIdStandIn, openIdPath } from '../../local/open-id-stand-in.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { deskSiteOver } from './desk-site.ts';
import { createService } from './replies.ts';

const servers: ListeningServer[] = [];
/** Closes what `withProvider` opened. */
export const closeProviders = async (): Promise<void> => {
  for (const server of servers.splice(0)) await server.close();
};

/** Changes what the provider answers to a request, or refuses it. */
export type Tamper = (path: string, answer: Response, request: Request) => Promise<Response> | Response;

/** The stand-in provider on a port of its own, and the desk that asks it. */
export const withProvider = async (
  table: Table,
  {
    tamper = (_path, answer) => answer,
    ...options
  }: { tamper?: Tamper; groupsClaim?: string; clientSecret?: string } = {},
) => {
  const service = createService(table);
  let provider: Hono | undefined;
  const asked: Request[] = [];
  const server = await listen(async (request) => {
    const copy = new Request(request);
    asked.push(copy.clone());
    const answer = (await provider?.fetch(copy)) ?? new Response('', { status: 503 });
    return tamper(new URL(request.url).pathname.replace(openIdPath, ''), answer, request);
  }, 0);
  servers.push(server);
  const url = `http://127.0.0.1:${server.port}`;
  provider = new Hono().route(openIdPath, createOpenIdStandIn({ serviceUrl: url, now: service.clock.now }));
  const desk = deskSiteOver(table, service, { publicBaseUrl: url, issuer: `${url}${openIdPath}`, ...options });
  /** The cookies of an answer, as a browser sends them back. */
  const cookiesOf = (response: Response): string =>
    response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .filter((pair) => !pair.endsWith('='))
      .join('; ');
  const locationOf = (response: Response): URL => new URL(response.headers.get('location') ?? '', url);
  /** Goes to the provider and lets somebody say who they are there; gives the way back. */
  const leave = async (as = 'sam') => {
    const left = await desk.site.request(`${url}/desk/sign-in`);
    const asking = locationOf(left);
    const choice = await (await fetch(asking)).text();
    asking.searchParams.set('as', as);
    const back = locationOf(await fetch(asking, { redirect: 'manual' }));
    return { left, asking, choice, back, cookie: cookiesOf(left) };
  };
  const comeBack = async (back: URL, cookie: string) => desk.site.request(back.href, { headers: { cookie } });
  return { service, desk, url, asked, leave, comeBack, cookiesOf, locationOf };
};
