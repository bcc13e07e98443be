import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { dayMs } from '../shared/domain/time/durations.ts';
import { forgetful, type Journal } from './journal.ts';

/** The schema of a message in Twilio's log. */
export const twilioMessage = z.object({
  sid: z.string(),
  to: z.string(),
  from: z.string(),
  body: z.string(),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-reply']),
  status: z.string(),
  createdAt: z.number(),
  sentAt: z.number().optional(),
  errorCode: z.string().optional(),
  messagingServiceSid: z.string().optional(),
});
/** A message in the stand-in's list, as Twilio's API would show it. */
export type TwilioMessage = Readonly<z.infer<typeof twilioMessage>>;

/** A new message SID. */
export const newSid = (): string => `SM${randomBytes(16).toString('hex')}`;

/** RFC 2822, as Twilio writes dates. */
const dateText = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');

/** The message as Twilio's API shows it. */
export const messageDocument = (account: string, message: TwilioMessage) => ({
  account_sid: account,
  api_version: '2010-04-01',
  body: message.body,
  date_created: dateText(message.createdAt),
  date_sent: dateText(message.sentAt),
  date_updated: dateText(message.sentAt ?? message.createdAt),
  direction: message.direction,
  error_code: message.errorCode === undefined ? null : Number(message.errorCode),
  error_message: null,
  from: message.from,
  messaging_service_sid: message.messagingServiceSid ?? null,
  num_media: '0',
  num_segments: '1',
  price: null,
  price_unit: 'USD',
  sid: message.sid,
  status: message.status,
  subresource_uris: { media: `/2010-04-01/Accounts/${account}/Messages/${message.sid}/Media.json` },
  to: message.to,
  uri: `/2010-04-01/Accounts/${account}/Messages/${message.sid}.json`,
});

/** The DateSent filters: a bare date means the whole day, `>` and `<` include their bound. */
const sentWithin = (query: URLSearchParams): ((message: TwilioMessage) => boolean) => {
  const bound = (...names: readonly string[]): { from: number; to: number } | undefined => {
    const value = names.map((name) => query.get(name)).find((text) => text !== null);
    if (value === undefined || value === null) return undefined;
    const at = Date.parse(value);
    return { from: at, to: value.length > 10 ? at : at + dayMs - 1 };
  };
  const [exactly, after, before] = [
    bound('DateSent'),
    bound('DateSent>', 'DateSent>='),
    bound('DateSent<', 'DateSent<='),
  ];
  return ({ sentAt }) => {
    // A text that is still queued has no such date, so no filter finds it.
    if (sentAt === undefined) return [exactly, after, before].every((filter) => filter === undefined);
    // Twilio stamps whole seconds.
    const at = Math.floor(sentAt / 1000) * 1000;
    return (
      (exactly === undefined || (at >= exactly.from && at <= exactly.to)) &&
      (after === undefined || at >= Math.floor(after.from / 1000) * 1000) &&
      (before === undefined || at <= before.to)
    );
  };
};

/**
 * A message after a restart: a text that Twilio had accepted has been sent meanwhile, and its receipts have found
 * nobody.
 */
const gone = (message: TwilioMessage): TwilioMessage =>
  message.sentAt === undefined ? { ...message, status: 'sent', sentAt: message.createdAt } : message;

/** The account's message log, which the list call reads. It outlasts restarts, as Twilio's own does. */
export const createTwilioMessageLog = (journal: Journal<TwilioMessage> = forgetful()) => {
  const messages = new Map<string, TwilioMessage>([...journal.kept].map(([sid, message]) => [sid, gone(message)]));
  let lastReceivedAt: number | undefined;
  const notice = ({ direction, createdAt }: TwilioMessage): void => {
    if (direction === 'inbound') lastReceivedAt = Math.max(createdAt, lastReceivedAt ?? createdAt);
  };
  messages.forEach(notice);
  const put = (message: TwilioMessage): void => {
    notice(message);
    messages.set(message.sid, message);
    journal.put(message.sid, message);
  };
  return {
    put,
    has: (sid: string): boolean => messages.has(sid),
    update: (sid: string, change: Partial<TwilioMessage>): void => {
      const message = messages.get(sid);
      if (message !== undefined) put({ ...message, ...change });
    },
    /** What a list call with this query finds, newest first. */
    find: (query: URLSearchParams): readonly TwilioMessage[] => {
      const [to, from, isWithin] = [query.get('To'), query.get('From'), sentWithin(query)];
      return [...messages.values()]
        .filter(
          (message) =>
            (to === null || message.to === to) && (from === null || message.from === from) && isWithin(message),
        )
        .reverse();
    },
    /** What was sent from or to an address, newest first. */
    about: (address: string): readonly TwilioMessage[] =>
      [...messages.values()].filter(({ from, to }) => from === address || to === address).reverse(),
    /** When the youngest text to us came (epoch ms). */
    lastReceivedAt: (): number | undefined => lastReceivedAt,
    clear: (): void => {
      lastReceivedAt = undefined;
      messages.clear();
      journal.clear();
    },
  };
};

/** Twilio's record of messages in both directions. */
export type TwilioMessageLog = ReturnType<typeof createTwilioMessageLog>;
