import { classifyTwilio } from '../../domain/tips/provider-errors.ts';
import type { HttpAnswer, HttpClient } from '../../platform/http-client.ts';
import {
  type ListedMessage,
  type MessagePage,
  readCreated,
  readMessagePage,
  readRefusal,
} from '../../schemas/twilio-answers.ts';
import { readConnectionError } from '../connection-error.ts';
import type { SendOutcome } from '../send-outcome.ts';

/** How Twilio is reached. */
export interface TwilioSettings {
  /** `https://api.twilio.com`, or the stand-in. */
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly http: HttpClient;
  /**
   * How long one request may take, its answer included, in ms: shorter than the function's timeout, so that an
   * unanswered send is recorded as in doubt.
   */
  readonly timeoutMs: number;
}

/** A text to send. */
export interface OutgoingText {
  readonly to: string;
  /** The sender: one of these two, or both to choose a number of the service's pool. */
  readonly from?: string;
  readonly messagingServiceSid?: string;
  readonly body: string;
  /** Where what becomes of it is told; left out, nobody asks. */
  readonly statusCallback?: string;
  /** 1–36,000: how long Twilio may keep it queued, so that a backlog never texts at night. */
  readonly validityPeriodSeconds: number;
}

interface ListedText {
  readonly sid: string;
  readonly status: string;
  /** Epoch ms, to the second. */
  readonly dateCreated: number;
  readonly from: string;
  readonly body: string;
}

/** Sends texts and reads Twilio's message list. */
export interface TwilioMessages {
  /**
   * Makes one attempt, and never throws. It is not retried here, because a retry after a lost answer is a second text
   * (docs/facts.md#a4).
   */
  send(text: OutgoingText): Promise<SendOutcome>;
  /**
   * Lists the texts that our sends made to a number since an instant, without answers given in TwiML.
   * @throws TwilioLookupFailed unless every page was answered
   */
  findSince(query: { readonly to: string; readonly since: number }): Promise<readonly ListedText[]>;
  /**
   * Lists the texts that people sent to our number since an instant.
   * @throws TwilioLookupFailed unless every page was answered
   */
  findReceived(query: { readonly to: string; readonly since: number }): Promise<readonly ListedText[]>;
}

/** Twilio's message list could not be read to its end, so nothing follows from it. */
export class TwilioLookupFailed extends Error {
  override readonly name = 'TwilioLookupFailed';
  /** The HTTP status, or the code of the connection's error. */
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`Twilio's message list was not answered: ${code}`, options);
    this.code = code;
  }
}

/** Twilio's largest page; a person's whole history is two texts a day for the 400 days that Twilio keeps (docs/facts.md#c4). */
const pageSize = 1000;
/** How far Twilio's dates may differ from ours, in ms: they are whole seconds of its own clock. */
const clockSkewMs = 5_000;

const readListed = ({ sid, status, date_created, from, body }: ListedMessage): ListedText => {
  const dateCreated = Date.parse(date_created);
  // An unreadable date fails the look-up: taken for any instant, it could make a text look older than it is.
  if (Number.isNaN(dateCreated)) throw new TwilioLookupFailed('unreadable-date');
  return { sid, status, dateCreated, from: from ?? '', body: body ?? '' };
};

const retryAfter = (headers: HttpAnswer['headers']): { retryAfterMs?: number } => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
};

/** An urlencoded form of the fields that are set, in ASCII whatever they say. */
const formOf = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value.toWellFormed())}` : []))
    .join('&');

const readJson = async (response: HttpAnswer): Promise<unknown> => {
  try {
    return JSON.parse(await response.text());
  } catch {
    // The body is not JSON, or was cut off; the schema that reads the answer refuses it.
    return undefined;
  }
};

/** Reaches Twilio's Messages API by HTTP: the SDK's message resource is a hundred times as large (docs/facts.md#a5). */
export const createTwilioMessages = (settings: TwilioSettings): TwilioMessages => {
  const request = settings.http;
  const origin = settings.apiUrl.replace(/\/+$/, '');
  const messages = `/2010-04-01/Accounts/${settings.accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`;

  const readPage = async (path: string): Promise<MessagePage> => {
    try {
      const response = await request(origin + path, {
        headers: { authorization },
        redirect: 'manual',
        timeoutMs: settings.timeoutMs,
      });
      const answer = readMessagePage(await readJson(response));
      if (!response.ok || !answer.success) throw new TwilioLookupFailed(`http-${response.status}`);
      return answer.data;
    } catch (cause) {
      throw cause instanceof TwilioLookupFailed
        ? cause
        : new TwilioLookupFailed(readConnectionError(cause).code, { cause });
    }
  };

  const list = async (
    query: Record<string, string>,
    since: number,
    direction: string,
  ): Promise<readonly ListedText[]> => {
    const found: ListedText[] = [];
    let next: string | undefined = `${messages}?${new URLSearchParams({ ...query, PageSize: String(pageSize) })}`;
    while (next !== undefined) {
      const { messages: listed, next_page_uri }: MessagePage = await readPage(next);
      found.push(...listed.filter((text) => text.direction === direction).map(readListed));
      next = next_page_uri ?? undefined;
      // Only a path of the same origin is followed, as Twilio documents it: our credentials go nowhere else.
      if (next !== undefined && !next.startsWith('/')) throw new TwilioLookupFailed('foreign-page');
    }
    return found.filter(({ dateCreated }) => dateCreated >= since - clockSkewMs);
  };

  return {
    async send({ to, from, messagingServiceSid, body, statusCallback, validityPeriodSeconds }) {
      const form = formOf({
        To: to,
        Body: body,
        StatusCallback: statusCallback,
        ValidityPeriod: String(validityPeriodSeconds),
        From: from,
        MessagingServiceSid: messagingServiceSid,
      });
      try {
        const response = await request(origin + messages, {
          method: 'POST',
          headers: { authorization },
          body: form,
          redirect: 'manual',
          timeoutMs: settings.timeoutMs,
        });
        const answer = await readJson(response);
        if (response.ok) {
          const accepted = readCreated(answer);
          return accepted.success
            ? { kind: 'accepted', providerId: accepted.data.sid }
            : { kind: 'in-doubt', code: 'unreadable-answer' };
        }
        const refused = readRefusal(answer);
        const failure = classifyTwilio((refused.success && refused.data.code) || undefined, response.status);
        return failure.kind === 'throttled' ? { ...failure, ...retryAfter(response.headers) } : failure;
      } catch (error) {
        const { code, mayHaveArrived } = readConnectionError(error);
        return { kind: mayHaveArrived ? 'in-doubt' : 'not-accepted', code };
      }
    },
    // No DateSent filter: a text that is still queued has no such date, and would be missed just when it matters.
    findSince: ({ to, since }) => list({ To: to }, since, 'outbound-api'),
    findReceived: ({ to, since }) =>
      list({ To: to, 'DateSent>': new Date(since - clockSkewMs).toISOString().slice(0, 10) }, since, 'inbound'),
  };
};
