import { createDeliveryEvents } from '../../functions/delivery-events/delivery-events.ts';
import { createRecordReceipt } from '../../functions/delivery-events/record-receipt.ts';
import { createEraseSubscriber } from '../../functions/erase-subscriber/erase-subscriber.ts';
import { createReconcileInbound } from '../../functions/reconcile-inbound/reconcile-inbound.ts';
import { createReconcileSender } from '../../functions/reconcile-inbound/reconcile-sender.ts';
import { createRecoverText } from '../../functions/reconcile-inbound/recover-text.ts';
import { createSendAnswers } from '../../functions/reconcile-inbound/send-answers.ts';
import { createScheduleTips } from '../../functions/schedule-tips/schedule-tips.ts';
import { createMailSender } from '../../functions/send-tips/mail-sender.ts';
import { createOfferText } from '../../functions/send-tips/offer-text.ts';
import { createPacer } from '../../functions/send-tips/pacer.ts';
import { createSendGroup } from '../../functions/send-tips/send-group.ts';
import { createSendTips } from '../../functions/send-tips/send-tips.ts';
import { createTextSender } from '../../functions/send-tips/text-sender.ts';
import { createSmsInbound } from '../../functions/sms-inbound/sms-inbound.ts';
import type { MailTemplates } from '../../shared/content/mail-templates.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { loadLexicon } from '../../shared/content/safety.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../shared/domain/reply/parse-reply.ts';
import { safetyAnswer } from '../../shared/domain/reply/safety-answer.ts';
import type { ErasureJob, SendJob } from '../../shared/domain/tips/job.ts';
import type { Log } from '../../shared/platform/log.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createTwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import { createClaimStore } from '../../shared/store/claim-store.ts';
import { createDueStore } from '../../shared/store/due-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createRecoveredTextStore } from '../../shared/store/recovered-text-store.ts';
import { createSubscriberStore } from '../../shared/store/subscriber-store.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createWithdrawalStore } from '../../shared/store/withdrawal-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import { createEnrolment } from '../../shared/use-cases/enrolment.ts';
import { createHandleReply } from '../../shared/use-cases/handle-reply.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import type { Process } from './process.ts';
import type { Queue } from './queue.ts';
import type { Ses } from './ses.ts';
import type { Twilio } from './twilio.ts';

/** The deployment that is simulated. */
export const deployment = {
  publicBaseUrl: 'https://backbeat.example.org',
  smsNumber: '+15550001111',
  contact: 'help@backbeat.example.org',
  replyAddress: 'reply@backbeat.example.org',
  authToken: 'the auth token of the simulation',
  pepper: 'the pepper of the simulation',
  tokenKey: 'the token key of the simulation',
} as const;

/** What a process of a function is made of: the real parts of production, over simulated clients. */
export interface Parts {
  readonly process: Process;
  readonly table: Table;
  readonly queues: { readonly sms: Queue; readonly email: Queue; readonly erasure: Queue };
  readonly twilio: Twilio;
  readonly ses: Ses;
  readonly log: Log;
  /** Messages a second of one worker. */
  readonly perSecond: number;
  readonly templates: MailTemplates;
}

const links = createLinks(deployment);

const jobs = ({ process, queues }: Parts) => {
  const pause = process.sleep;
  return {
    sms: createJobQueue<SendJob>(queues.sms.clientOf(process), 'sms', pause),
    email: createJobQueue<SendJob>(queues.email.clientOf(process), 'email', pause),
    erasure: createJobQueue<ErasureJob>(queues.erasure.clientOf(process), 'erasure', pause),
  };
};

const sesMail = ({ process, ses }: Parts) =>
  createSesMail({
    client: ses.clientOf(process),
    from: 'Backbeat <tips@backbeat.example.org>',
    configurationSet: 'backbeat',
  });

const scheduleTips = (parts: Parts) =>
  createScheduleTips({
    clock: parts.process.runtime.clock,
    log: parts.log,
    zones: createZoneStore(parts.table),
    watermark: createWatermarkStore(parts.table),
    due: createDueStore(parts.table),
    queues: jobs(parts),
  });

const twilioOf = (parts: Parts, timeoutMs: number) =>
  createTwilioMessages({
    apiUrl: 'https://api.twilio.com',
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: deployment.authToken,
    timeoutMs,
    fetch: parts.twilio.fetchOf(parts.process),
  });

const textChannel = (parts: Parts) =>
  createTextSender({
    twilio: twilioOf(parts, 10_000),
    smsNumber: deployment.smsNumber,
    messagingServiceSid: undefined,
    publicBaseUrl: deployment.publicBaseUrl,
    textsFor,
  });

const mailChannel = (parts: Parts) =>
  createMailSender({
    clock: parts.process.runtime.clock,
    ses: sesMail(parts),
    links,
    tokenKey: deployment.tokenKey,
    replyAddress: deployment.replyAddress,
    setting: async (language) => ({ templates: parts.templates, language, contact: deployment.contact }),
    tipMail: async (language, tip) => (await mailsFor(language)).find(({ id }) => id === tip),
  });

// Read before anything happens: a file takes its own time, and the world's must be drawn from the seed alone.
await Promise.all(languages.flatMap((language) => [textsFor(language), mailsFor(language)]));
const programme = await textsFor('en');

const sendTips = (channel: 'sms' | 'email') => (parts: Parts) => {
  const { process, log, perSecond } = parts;
  const { clock } = process.runtime;
  const stores = createReplyStores(parts.table);
  const changes = createProfileChanges(stores, clock);
  const queues = jobs(parts);
  const text = channel === 'sms' ? textChannel(parts) : undefined;
  const mail = channel === 'email' ? mailChannel(parts) : undefined;
  const sender = text?.sender ?? mail?.sender;
  if (!sender) throw new TypeError('a worker sends texts or mails');
  return createSendTips({
    clock,
    log,
    count: () => {},
    sendGroup: createSendGroup({
      clock,
      log,
      count: () => {},
      claims: createClaimStore(parts.table),
      tips: stores.tips,
      sender,
      pacer: createPacer(clock, perSecond),
      perSecond,
      programme: programme.tips,
      stop: (id, reason) => changes.stop(id, reason, 'provider'),
      release: changes.release,
      pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
      requeue: (to, job) => queues[to].send(job),
      offer: createOfferText({ clock, log, changes, send: text?.offer }),
    }),
    readSubscriber: stores.persons.readSubscriber,
    confirm: async (subscriber, by) => mail?.confirm(subscriber, by),
    retryLater: queues[channel].retryLater,
  });
};

const replyHandler = (parts: Parts) => {
  const queues = jobs(parts);
  const lexicon = loadLexicon();
  return createHandleReply({
    pepper: deployment.pepper,
    stores: createReplyStores(parts.table),
    runtime: parts.process.runtime,
    log: parts.log,
    programmeIn: async (language) => ({
      ...deployment,
      language,
      texts: await textsFor(language),
      safetyAnswer: (flag, country) => safetyAnswer(flag, country, language, lexicon.safety),
      link: (_page, id, epoch, now) => links.diary(id, epoch, now),
    }),
    carrierAnswersOptOut: true,
    parse: (body) => parseReply(body, lexicon),
    sendLater: (job) => queues.email.send(job),
    eraseLater: (job) => queues.erasure.send(job),
  });
};

const smsInbound = (parts: Parts) =>
  createSmsInbound({
    log: parts.log,
    publicBaseUrl: deployment.publicBaseUrl,
    authTokens: [deployment.authToken],
    pepper: deployment.pepper,
    handleReply: replyHandler(parts),
  });

const deliveryEvents = (parts: Parts) => {
  const { clock } = parts.process.runtime;
  const stores = createReplyStores(parts.table);
  const changes = createProfileChanges(stores, clock);
  return createDeliveryEvents({
    log: parts.log,
    publicBaseUrl: deployment.publicBaseUrl,
    authTokens: [deployment.authToken],
    recordReceipt: createRecordReceipt({
      clock,
      log: parts.log,
      count: () => {},
      tips: stores.tips,
      persons: stores.persons,
      changes,
      pauseFailing: createPauseFailing({ log: parts.log, tips: stores.tips, changes }),
    }),
  });
};

const eraseSubscriber = (parts: Parts) => {
  const queue = jobs(parts).erasure;
  return createEraseSubscriber({
    clock: parts.process.runtime.clock,
    log: parts.log,
    pepper: deployment.pepper,
    persons: createPersonStore(parts.table),
    subscribers: createSubscriberStore(parts.table),
    erasures: createErasureStore(parts.table),
    sweepLater: (job, delaySeconds) => queue.send(job, { delaySeconds }),
  });
};

/** What the pages do for people: sign up, confirm, leave. */
const pages = (parts: Parts) => {
  const { runtime } = parts.process;
  const stores = createReplyStores(parts.table);
  const queues = jobs(parts);
  return createEnrolment({
    stores,
    changes: createProfileChanges(stores, runtime.clock),
    runtime,
    log: parts.log,
    pepper: deployment.pepper,
    tokenKey: deployment.tokenKey,
    sendLater: (job) => queues.email.send(job),
    allowMail: (address) => sesMail(parts).allowAgain(address),
  });
};

const reconcileInbound = (parts: Parts) => {
  const { log, table, process } = parts;
  const { clock } = process.runtime;
  const twilio = twilioOf(parts, 20_000);
  const lexicon = loadLexicon();
  const recoverText = createRecoverText({
    clock,
    log,
    withdrawals: createWithdrawalStore(table),
    recovered: createRecoveredTextStore(table),
    handleReply: replyHandler(parts),
    sendAnswers: createSendAnswers({ ...deployment, clock, log, twilio, messagingServiceSid: undefined }),
    safetyAnswer: (flag, country, language) => safetyAnswer(flag, country, language, lexicon.safety),
  });
  return createReconcileInbound({
    clock,
    log,
    watermark: createWatermarkStore(table, 'texts'),
    twilio,
    addresses: [deployment.smsNumber],
    reconcileSender: createReconcileSender({
      clock,
      log,
      pepper: deployment.pepper,
      persons: createPersonStore(table),
      parse: (body) => parseReply(body, lexicon),
      recoverText,
    }),
  });
};

/** Every deployed function, as its own deps.ts composes it, with its timeout in seconds (infra/constructs). */
export const functions = {
  'schedule-tips': { create: scheduleTips, timeoutSeconds: 240 },
  'send-tips-sms': { create: sendTips('sms'), timeoutSeconds: 60 },
  'send-tips-email': { create: sendTips('email'), timeoutSeconds: 60 },
  'sms-inbound': { create: smsInbound, timeoutSeconds: 10 },
  'delivery-events': { create: deliveryEvents, timeoutSeconds: 10 },
  'erase-subscriber': { create: eraseSubscriber, timeoutSeconds: 60 },
  'reconcile-inbound': { create: reconcileInbound, timeoutSeconds: 240 },
  web: { create: pages, timeoutSeconds: 15 },
} as const;

export type FunctionName = keyof typeof functions;
export type FunctionOf<Name extends FunctionName> = ReturnType<(typeof functions)[Name]['create']>;
