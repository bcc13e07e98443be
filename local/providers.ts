import { join } from 'node:path';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Clock } from '../shared/platform/clock.ts';
import type { Secrets } from '../shared/schemas/secrets.ts';
import { onlyWith } from './access.ts';
import { createAgenda } from './agenda.ts';
import type { ClosedEngine } from './closed-engine.ts';
import { createDynamoDbStandIn } from './dynamodb-stand-in.ts';
import { createFaults } from './faults.ts';
import type { NodeEnvironment } from './hang-up.ts';
import { listen } from './http-server.ts';
import { createInboundTexts } from './inbound-texts.ts';
import { forgetful, type Journal, openJournal } from './journal.ts';
import { createLambdaStandIn } from './lambda-stand-in.ts';
import { createOutbox } from './outbox.ts';
import { createParameterStandIn } from './parameter-stand-in.ts';
import { createQueue, type Queue, queueMessage } from './queue.ts';
import { createQueueStandIn } from './queue-stand-in.ts';
import { createGuestList } from './real/guest-list.ts';
import type { RealMode } from './real/real-mode.ts';
import { createSesForwarder } from './real/ses-forwarder.ts';
import { createTwilioForwarder } from './real/twilio-forwarder.ts';
import { createS3StandIn } from './s3-stand-in.ts';
import type { SesEvent } from './ses-events.ts';
import { createSesStandIn } from './ses-stand-in.ts';
import { deadLettersOf, mailFunction, type QueueName } from './settings.ts';
import { createSnsStandIn } from './sns-stand-in.ts';
import type { TipChanges } from './tip-changes.ts';
import { createTwilioMessageLog, twilioMessage } from './twilio-messages.ts';
import { createOptOuts } from './twilio-opt-outs.ts';
import { createReceiptPlanner } from './twilio-receipts.ts';
import { createTwilioStandIn } from './twilio-stand-in.ts';
import { createWebhookCaller } from './twilio-webhook.ts';

interface Parts {
  readonly clock: Clock;
  /** Where the data is kept; undefined for memory. */
  readonly folder?: string | undefined;
  readonly secrets: Secrets;
  /** The secret that every call to the AWS stand-ins must carry. */
  readonly startSecret: string;
  readonly engine: ClosedEngine;
  /** Is told of the tips that the functions change. */
  readonly tipChanges?: TipChanges;
  /** The providers that are real ones. */
  readonly real?: RealMode | undefined;
  readonly publicBaseUrl: string;
  readonly localBaseUrl: string;
  /** Delivers an event of SES to the function that listens for it. */
  readonly emit: (event: SesEvent) => Promise<void>;
  /** Invokes the function that reads mail, and waits for it. */
  readonly handInMail: (event: unknown) => Promise<unknown>;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Starts the stand-ins of all outside services on one port, which the functions reach through endpoint settings alone.
 */
export const createProviders = async (parts: Parts) => {
  const { clock, secrets, publicBaseUrl, localBaseUrl, emit, report } = parts;
  const authToken = secrets.twilioAuthToken;
  const [outbox, faults, agenda] = [createOutbox(clock), createFaults(), createAgenda(report)];
  const closeJournals: (() => void)[] = [];
  /**
   * Opens a stand-in's journal: what the real service would still know after we were killed. Without a folder it is in
   * memory.
   */
  const journal = <Item>(name: string, schema: z.ZodType<Item>): Journal<Item> => {
    if (parts.folder === undefined) return forgetful();
    const opened = openJournal(join(parts.folder, `${name}.journal`), schema);
    closeJournals.push(opened.close);
    return opened;
  };
  const texts = createTwilioMessageLog(journal('texts', twilioMessage));
  const [messages, optOuts, mails] = [texts, createOptOuts(), createS3StandIn()];
  const deadLetters = (name: QueueName): Queue =>
    createQueue(clock, {}, journal(`queue-${deadLettersOf(name)}`, queueMessage));
  const givenUp: Record<QueueName, Queue> = {
    sms: deadLetters('sms'),
    email: deadLetters('email'),
    erasure: deadLetters('erasure'),
  };
  const queue = (name: QueueName): Queue =>
    createQueue(clock, { deadLetters: givenUp[name] }, journal(`queue-${name}`, queueMessage));
  const queues: Record<QueueName, Queue> = { sms: queue('sms'), email: queue('email'), erasure: queue('erasure') };
  const callWebhook = createWebhookCaller({ authToken, publicBaseUrl, localBaseUrl });
  const inboundTexts = createInboundTexts({ clock, outbox, messages, optOuts });
  const planReceipts = createReceiptPlanner({ clock, agenda, messages, outbox, callWebhook });

  const app = new Hono<NodeEnvironment>();
  const guests = createGuestList(parts.real?.people ?? 0, journal('guests', z.literal(true)));
  const twilio = parts.real?.twilio;
  const ses = parts.real?.ses;
  app.route(
    '/twilio',
    twilio === undefined
      ? createTwilioStandIn({ clock, authToken, faults, outbox, messages, optOuts, planReceipts })
      : createTwilioForwarder({ twilio, guests, outbox, report }),
  );
  // Twilio's has a password of its own; all of AWS is behind the secret of this start.
  app.use('*', onlyWith(parts.startSecret));
  app.route('/dynamodb', createDynamoDbStandIn(parts.engine, parts.tipChanges));
  app.route(
    '/ses',
    ses === undefined
      ? createSesStandIn({ clock, agenda, faults, outbox, emit })
      : createSesForwarder({ ses, guests, outbox, report }),
  );
  app.route('/sqs', createQueueStandIn(queues, givenUp));
  app.route('/lambda', createLambdaStandIn({ [mailFunction]: parts.handInMail }));
  app.route('/sns', createSnsStandIn(outbox));
  app.route('/s3', mails.app);
  app.route('/', createParameterStandIn(secrets));
  app.onError((error) => {
    report('a stand-in failed', error);
    return new Response('', { status: 500 });
  });
  const server = await listen(app.fetch, 0);

  const url = `http://127.0.0.1:${server.port}`;

  return {
    url,
    dynamoDbUrl: `${url}/dynamodb`,
    outbox,
    faults,
    agenda,
    queues,
    mails,
    inboundTexts,
    callWebhook,
    messages,
    optOuts,
    /** Forgets everything that was sent, planned, queued, blocked or received. */
    clear: (): void => {
      for (const part of [
        outbox,
        faults,
        agenda,
        messages,
        optOuts,
        mails,
        inboundTexts,
        ...Object.values(queues),
        ...Object.values(givenUp),
      ])
        part.clear();
    },
    close: async (): Promise<void> => {
      await server.close();
      for (const closeJournal of closeJournals) closeJournal();
    },
  };
};
