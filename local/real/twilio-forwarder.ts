import { Hono } from 'hono';
import { hangUp, type NodeEnvironment } from '../hang-up.ts';
import { kindOf, type Outbox } from '../outbox.ts';
import type { GuestList } from './guest-list.ts';
import type { RealTwilio } from './real-mode.ts';

/**
 * How long Twilio may take, in ms: longer than the functions wait (functions/send-tips/deps.ts), because they decide
 * what silence means.
 */
const answersWithinMs = 30_000;
/**
 * Refuses a message to one person too many, as "Country not enabled": it neither ends a subscription nor stops the
 * channel.
 */
const notAGuest = { code: 21408, message: 'More people than --people allows', status: 400 };

interface Parts {
  readonly twilio: RealTwilio;
  readonly guests: GuestList;
  readonly outbox: Outbox;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Takes the place of the stand-in for Twilio, and passes every request on to Twilio itself, unchanged, for a limited
 * number of people. What Twilio took is shown in the simulator.
 */
export const createTwilioForwarder = ({ twilio, guests, outbox, report }: Parts) => {
  const path = `/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`;
  const app = new Hono<NodeEnvironment>();

  const pass = (request: Request, body: string | undefined): Promise<Response> => {
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'accept']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return fetch(`${twilio.apiUrl}${path}${new URL(request.url).search}`, {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(answersWithinMs),
    });
  };

  app.on(['GET', 'POST'], path, async (context) => {
    const request = context.req.raw;
    const body = request.method === 'POST' ? await request.text() : undefined;
    const form = new URLSearchParams(body);
    const to = form.get('To') ?? '';
    if (body !== undefined && !guests.admits(to)) return Response.json(notAGuest, { status: notAGuest.status });
    try {
      const answer = await pass(request, body);
      const text = await answer.text();
      if (body !== undefined && answer.ok) {
        const callback = form.get('StatusCallback');
        const kind = kindOf(callback && new URL(callback).searchParams.get('kind'));
        const from = form.get('From') || twilio.smsNumber;
        outbox.add({ kind, channel: 'sms', to, from, body: form.get('Body') ?? '' });
      }
      const type = answer.headers.get('content-type') ?? 'application/json';
      return new Response(text, { status: answer.status, headers: { 'content-type': type } });
    } catch (error) {
      // Twilio may have taken the message: the function must see what it would have seen without us.
      report('Twilio did not answer', error);
      return hangUp(context);
    }
  });
  app.all('*', () => Response.json({ code: 20404, message: 'not passed on', status: 404 }, { status: 404 }));
  return app;
};
