import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { Attempt, Observer } from './observer.ts';
import { brokenConnection, type Fate, type Process } from './process.ts';
import { day, hour, second, type World } from './world.ts';

export interface ReceivedMail {
  readonly to: string;
  readonly text: string;
  readonly subject: string;
  readonly replyTo: string;
  readonly unsubscribe: string;
  readonly kind: string;
}

export interface SesOptions {
  readonly world: World;
  readonly observer: Observer;
  /** Hands an event to whoever EventBridge calls. */
  readonly event: (event: unknown) => void;
  /** A mailbox has a mail. */
  readonly arrived: (mail: ReceivedMail) => void;
  readonly quotaExhausted: (at: number) => boolean;
}

/** Every class of docs/facts.md#b1, by weight, when the provider errs. */
const troubles = {
  'taken, connection broken': 6,
  'taken, no answer': 4,
  'taken, answer without id': 1,
  'not taken, connection broken': 6,
  'never left': 4,
  TooManyRequestsException: 6,
  ThrottlingException: 6,
  InternalServiceErrorException: 6,
  AccountSuspendedException: 1,
  SendingPausedException: 1,
  LimitExceededException: 1,
  MailFromDomainNotVerifiedException: 1,
  NotFoundException: 1,
  MessageRejected: 0.5,
  BadRequestException: 0.5,
} as const;

const statusOf: Readonly<Record<string, number>> = {
  TooManyRequestsException: 429,
  InternalServiceErrorException: 500,
  NotFoundException: 404,
};

const errorOf = (name: string, message: string, httpStatusCode: number): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

/** How a mail that was accepted may fail, with a weight each. */
const endings = [
  { oneIn: 30, eventType: 'Bounce', more: { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } } },
  { oneIn: 10, eventType: 'Bounce', more: { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } } },
  { oneIn: 30, eventType: 'Reject', more: { reject: { reason: 'Bad content' } } },
];

/** SES: it may refuse a mail, may leave out a report, and cannot be asked about a mail afterwards. */
export const createSes = ({ world, observer, event, arrived, quotaExhausted }: SesOptions) => {
  const { timeline, random } = world;

  const report = (command: SendEmailCommand, messageId: string, eventType: string, more: object = {}): void => {
    const tags = Object.fromEntries(
      (command.input.EmailTags ?? []).map(({ Name = '', Value = '' }) => [Name, [Value]]),
    );
    const happens = (): void =>
      event({ 'detail-type': eventType, source: 'aws.ses', detail: { eventType, mail: { messageId, tags }, ...more } });
    const { delivery } = world.faultRates();
    if (random.chance(delivery)) return;
    if (random.chance(delivery)) timeline.after(random.whole(1, 2 * day), happens);
    timeline.after(random.chance(delivery) ? random.whole(1, 6 * hour) : random.whole(100, 3000), happens);
  };

  const take = (command: SendEmailCommand, attempt: Attempt): string => {
    const messageId = `0100${random.hex(20)}`;
    world.tell('SES', () => `accepts a ${attempt.kind} of ${attempt.date} for ${attempt.id}`);
    observer.accepted(attempt);
    report(command, messageId, 'Send');
    timeline.after(random.whole(1000, 20_000), () => {
      const { delivery } = world.faultRates();
      const ending = endings.find(({ oneIn }) => random.chance(delivery / oneIn));
      if (ending) return report(command, messageId, ending.eventType, ending.more);
      if (random.chance(delivery / 5)) {
        report(command, messageId, 'DeliveryDelay', { deliveryDelay: { delayType: 'MailboxFull' } });
      }
      if (random.chance(delivery / 30)) report(command, messageId, 'Complaint', { complaint: {} });
      report(command, messageId, 'Delivery');
      const { Simple } = command.input.Content ?? {};
      arrived({
        to: command.input.Destination?.ToAddresses?.[0] ?? '',
        text: Simple?.Body?.Text?.Data ?? '',
        subject: Simple?.Subject?.Data ?? '',
        replyTo: command.input.ReplyToAddresses?.[0] ?? '',
        unsubscribe: Simple?.Headers?.find(({ Name }) => Name === 'List-Unsubscribe')?.Value ?? '',
        kind: attempt.kind,
      });
    });
    return messageId;
  };

  const plan = (
    command: SendEmailCommand,
    attempt: Attempt,
    process: Process,
  ): { fate: Fate; effect: () => unknown } => {
    const answered = (effect: () => unknown) => ({ fate: { kind: 'answered' } as const, effect });
    const refuse = (name: string, message: string, status: number) =>
      answered(() => {
        observer.refused(attempt);
        throw errorOf(name, message, status);
      });
    const broken = (code: string) => ({ error: brokenConnection(code), afterMs: random.whole(50, 3000) });
    const accept = () => ({ MessageId: take(command, attempt) });
    if (quotaExhausted(timeline.now())) return refuse('TooManyRequestsException', 'Daily message quota exceeded.', 429);
    const trouble = random.chance(process.faultRates().provider) ? random.weighted(troubles) : undefined;
    switch (trouble) {
      case undefined:
        return answered(accept);
      case 'taken, connection broken':
        return { fate: { kind: 'lost-answer', ...broken('ECONNRESET') }, effect: accept };
      case 'taken, no answer':
        return {
          fate: { kind: 'lost-answer', error: brokenConnection('ETIMEDOUT'), afterMs: 20 * second },
          effect: accept,
        };
      case 'taken, answer without id':
        return answered(() => {
          take(command, attempt);
          return {};
        });
      case 'not taken, connection broken':
        return { fate: { kind: 'lost-request', ...broken('ECONNRESET') }, effect: accept };
      case 'never left':
        observer.refused(attempt);
        return { fate: { kind: 'refused', ...broken('ENOTFOUND') }, effect: accept };
      default:
        return refuse(
          trouble,
          trouble === 'ThrottlingException' ? 'Maximum sending rate exceeded.' : trouble,
          statusOf[trouble] ?? 400,
        );
    }
  };

  return {
    clientOf: (process: Process): SESv2Client =>
      z.custom<SESv2Client>().parse({
        send: (command: unknown) => {
          if (!(command instanceof SendEmailCommand)) {
            return process.call({
              what: () => 'asks SES',
              latencyMs: [20, 80],
              fate: { kind: 'answered' },
              effect: () => ({}),
            });
          }
          const tags = new Map((command.input.EmailTags ?? []).map(({ Name, Value }) => [Name, Value ?? '']));
          const attempt: Attempt = {
            channel: 'email',
            id: tags.get('id') ?? '',
            date: tags.get('date') ?? '',
            kind: tags.get('kind') ?? '',
            body: command.input.Content?.Simple?.Body?.Text?.Data ?? '',
            by: process.name,
          };
          observer.sending(attempt);
          const { fate, effect } = plan(command, attempt, process);
          return process.call({
            what: () => `sends a ${attempt.kind} of ${attempt.date} to ${attempt.id} by SES`,
            latencyMs: [20, 200],
            fate,
            effect,
          });
        },
      }),
  };
};
