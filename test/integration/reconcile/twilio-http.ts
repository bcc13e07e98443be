import type { HttpAnswer, HttpClient } from '../../../shared/platform/http-client.ts';
import { settings } from '../../support/deployment.ts';

/** A text that somebody sent, as Twilio keeps it. */
export interface ReceivedText {
  readonly sid: string;
  readonly from: string;
  readonly body: string;
  readonly dateCreated: number;
  readonly status: string;
}

/** An answer that Twilio was asked to send. */
export interface SentAnswer {
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly statusCallback: string;
}

/** How Twilio answers a send that it does not take; docs/facts.md#a7. Nothing is taken where nobody listens. */
const refusals = {
  throttled: [429, 20429],
  'not-accepted': undefined,
  'in-doubt': [500, 20500],
  refused: [400, 21610],
} as const;

export interface TwilioState {
  readonly texts: ReceivedText[];
  /** What the next sends come to; accepted when there is nothing left. */
  readonly answers: (keyof typeof refusals)[];
  isDown: boolean;
  /** Told of the next sends, which are never answered. */
  readonly silences: (() => void)[];
}

const json = (status: number, body: unknown): HttpAnswer => ({
  ok: status < 300,
  status,
  headers: { get: () => null },
  text: async () => JSON.stringify(body),
});

/** Twilio by HTTP: its list of what people texted, and its way to send. */
export const createTwilioHttp = (
  twilio: TwilioState,
  sent: SentAnswer[],
  newSid: (kind: 'SM') => string,
): HttpClient => {
  const list = (url: URL): HttpAnswer => {
    if (twilio.isDown) return json(503, {});
    const isRcs = url.searchParams.get('To') !== settings.smsNumber;
    const messages = twilio.texts
      .filter(({ from }) => from.startsWith('rcs:') === isRcs)
      .toReversed()
      .map(({ dateCreated, ...text }) => ({
        ...text,
        direction: 'inbound',
        date_created: new Date(dateCreated).toUTCString(),
      }));
    return json(200, { messages, next_page_uri: null });
  };
  const take = (form: URLSearchParams): HttpAnswer => {
    const field = (name: string): string => form.get(name) ?? '';
    const answer = twilio.answers.shift();
    sent.push({ to: field('To'), from: field('From'), body: field('Body'), statusCallback: field('StatusCallback') });
    if (answer === undefined) return json(201, { sid: newSid('SM') });
    const refusal = refusals[answer];
    if (!refusal) throw Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' });
    const [status, code] = refusal;
    return json(status, { code });
  };
  return async (address, { method, body }) => {
    if (method !== 'POST') return list(new URL(address));
    const silence = twilio.silences.shift();
    if (!silence) return take(new URLSearchParams(body));
    silence();
    return new Promise(() => {});
  };
};
