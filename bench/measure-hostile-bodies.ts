import { createWeb } from '../functions/web/web.ts';
import { readTwilioRequest } from '../shared/providers/twilio/webhook-request.ts';
import { hostileForms, hostileWebhooks, webhooksToHash } from '../test/support/hostile-bodies.ts';
import { fakeWorld } from '../test/unit/web-fakes.ts';
import { median } from './median.ts';

/** How a body compares with a small one at the same door: medians of processor time, taken in turn. */
export interface HostileCost {
  readonly name: string;
  readonly ms: number;
  readonly ratio: number;
  /** Whether the body must be no dearer than twice a small one. */
  readonly bounded: boolean;
}

const rounds = 201;

/** Measures small and large bodies in turn, so that other work on the machine slows both alike. */
const compare = async (small: () => Promise<void>, large: () => Promise<void>) => {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const [index, run] of [small, large].entries()) {
      const begun = performance.now();
      await run();
      times[index === 0 ? 0 : 1].push(performance.now() - begun);
    }
  const [smallMs, ms] = [median(times[0]), median(times[1])];
  return { ms, ratio: ms / smallMs };
};

const aForm = new URLSearchParams({
  address: 'nobody',
  language: 'en',
  zone: 'Europe/London',
  time: '09:00',
}).toString();

const postForm = async (body: string, type = 'application/x-www-form-urlencoded'): Promise<void> => {
  const headers = { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
  const answer = await createWeb(fakeWorld().deps).request('/signup', { method: 'POST', body, headers });
  await answer.text();
};

const aText = new URLSearchParams({
  From: '+12125550101',
  To: '+15550100100',
  Body: 'PAIN 6',
  MessageSid: 'SM1',
}).toString();

/** A text to the webhook, as API Gateway would hand it over. */
const textPost = (body: string): (() => Promise<void>) => {
  const event = {
    headers: { 'x-twilio-signature': `${'A'.repeat(27)}=` },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
  const url = 'https://backbeat.example/webhooks/twilio/sms';
  return async () => {
    if (readTwilioRequest({ event, url, authTokens: ['token'] }) !== 'forbidden')
      throw new Error('a forged text was taken for one of Twilio’s');
  };
};

/** What unsigned and hostile posts cost beside small ones, at the sign-up form and at Twilio's webhook. */
export const measureHostileBodies = async (): Promise<readonly HostileCost[]> => {
  const costs: HostileCost[] = [];
  for (const { name, body, type } of hostileForms)
    costs.push({
      name: `form: ${name}`,
      bounded: true,
      ...(await compare(
        () => postForm(aForm),
        () => postForm(body, type),
      )),
    });
  for (const [bounded, bodies] of [
    [true, hostileWebhooks],
    [false, webhooksToHash],
  ] as const)
    for (const { name, body } of bodies)
      costs.push({
        name: `text: ${name}`,
        bounded,
        ...(await compare(textPost(aText), textPost(body))),
      });
  return costs;
};
