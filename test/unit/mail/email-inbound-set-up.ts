import { createEmailInbound } from '../../../functions/email-inbound/email-inbound.ts';
import { receivedMailEvent } from '../../../local/received-mail-event.ts';
import { loadPrintedText } from '../../../shared/content/load-printed-text.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { createLinks } from '../../../shared/domain/people/links.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Language, Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import type { OutgoingMail } from '../../../shared/providers/ses/send-mail.ts';
import type { InboundReply } from '../../../shared/use-cases/handle-reply.ts';

const lexicon = loadLexicon();
export const pepper = 'a pepper of the tests';
export const tokenKeys = ['a key of the tests, long enough'] as const;
/** The 22nd in UTC; in Auckland it is the 23rd. */
export const now = Date.parse('2026-11-22T12:00:00Z');
export const settings = {
  publicBaseUrl: 'https://backbeat.example',
  replyAddress: 'reply@backbeat.example',
  tokenKeys,
};
export const links = createLinks(settings);

export const ana: Subscriber = {
  id: pseudonymOf(pepper, 'sms', '+15551230001'),
  epoch: 'abcdefgh',
  rev: 3,
  status: 'active',
  phone: { number: '+15551230001' },
  mailbox: { address: 'ana@example.org' },
  tipsBy: 'email',
  language: 'fr',
  country: 'US',
  zone: 'Pacific/Auckland',
  zoneSource: 'said',
  zoneCandidates: ['Pacific/Auckland'],
  time: '09:00',
  joinedAt: 0,
  position: 1,
  commands: [],
};
export const hers = links.replyTo(ana.id, ana.epoch);

export interface Received {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
  /** As `X-Local-Verdicts` has them; what is not named passes. */
  readonly verdicts?: string;
  readonly messageId?: string | undefined;
  readonly answers?: readonly string[];
  /** What it is answered in; the writer's own unless said otherwise. */
  readonly language?: Language;
  readonly outcome?: SendOutcome;
  readonly stored?: boolean;
  readonly receivedAt?: number;
  /** The bucket will not delete. */
  readonly undeletable?: boolean;
  /** Who has the token. */
  readonly owner?: Subscriber;
}

const rawOf = (received: Received): string => {
  const { from = 'Ana <ana@example.org>', to = 'reply@backbeat.example' } = received;
  const messageId = 'messageId' in received ? received.messageId : '<1@test.example>';
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${received.subject ?? 'Re: Un conseil'}`,
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    ...(received.headers ?? []),
    '',
    received.body ?? 'PAIN 3',
  ].join('\r\n');
};

/** Hands a mail to email-inbound over stand-ins, and says what came of it. */
export const receive = async (received: Received) => receiveRaw(rawOf(received), received);

/** The same with a mail that is written out. */
export const receiveRaw = async (raw: string, received: Received = {}) => {
  const { verdicts = '', outcome } = received;
  const handled: InboundReply[] = [];
  const sent: OutgoingMail[] = [];
  const reads: string[] = [];
  const deleted: string[] = [];
  const log: string[] = [];
  const template = { html: '{{{answer}}}', placeholders: [] };
  const handle = createEmailInbound({
    ...settings,
    log: (level, event, fields) => log.push(`${level} ${event} ${JSON.stringify(fields)}`),
    clock: { now: () => now, sleep: async () => undefined },
    pepper,
    fromAddress: 'tips@backbeat.example',
    links,
    readRawMail: async (messageId) => {
      reads.push(messageId);
      return received.stored === false ? undefined : Buffer.from(raw);
    },
    deleteRawMail: async (messageId) => {
      if (received.undeletable) throw new Error('SlowDown');
      deleted.push(messageId);
    },
    readAnyone: async (id) =>
      id === ana.id ? { id, subscriber: received.owner ?? ana, events: [] } : { id, events: [] },
    parse: (text) => parseReply(text, lexicon),
    loadPrinted: loadPrintedText,
    handleReply: async (message) => {
      handled.push(message);
      const known = message.id === ana.id || message.address === 'ana@example.org';
      const language = received.language ?? (known ? ana.language : 'en');
      return {
        answers: received.answers ?? ['Noté : 3.'],
        language,
        ...(known ? { subscriber: ana } : {}),
        isNew: true,
      };
    },
    sendMail: async (mail) => {
      sent.push(mail);
      return outcome ?? { kind: 'accepted', providerId: '0100-1' };
    },
    setting: async (language) => ({
      templates: { tip: template, answer: template, confirmation: template },
      language,
      contact: 'Clinic',
    }),
  });
  const event = receivedMailEvent('ses-1', Buffer.from(raw), verdicts, received.receivedAt ?? now);
  const failure = await handle(event).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { handled, sent, reads, deleted, log, failure };
};

export const anaByAddress = pseudonymOf(pepper, 'email', 'ana@example.org');
