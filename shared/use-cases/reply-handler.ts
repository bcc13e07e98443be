import { type AnswerContent, answerContentIn } from '../content/answer-content.ts';
import { loadReplyReading, type ReplyReading } from '../content/reply-reading.ts';
import { readersInWords } from '../domain/desk/readers-in-words.ts';
import { createPageLinks } from '../domain/people/links.ts';
import type { Language } from '../domain/people/subscriber.ts';
import type { Intent } from '../domain/reading/intent.ts';
import type { Log } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import type { Runtime } from '../platform/runtime.ts';
import {
  type ChannelSettings,
  type Environment,
  readChannelSettings,
  readSettings,
  type Settings,
} from '../platform/settings.ts';
import { tokenKeysIn } from '../platform/token-keys.ts';
import type { QueueJob } from '../providers/sqs/queue-job.ts';
import type { Secrets } from '../schemas/secrets.ts';
import type { Table } from '../store/dynamodb-table.ts';
import { createWorklistStore } from '../store/worklist-store.ts';
import { createHandleReply, type HandleReply } from './handle-reply.ts';
import { NoMailHereError } from './no-mail-here.ts';
import { createReplyStores } from './reply-stores.ts';
import { createReportRedFlag } from './report-red-flag.ts';
import { createSpendMeter, spendSettings } from './spend-meter.ts';

/** The clients with which a reply is answered, whatever channel it comes by. */
export interface ReplyClients {
  readonly table: Table;
  readonly secrets: Pick<Secrets, 'pepper' | 'tokenKey' | 'formerTokenKeys'>;
  readonly queueJob: QueueJob;
  readonly log: Log;
}

/** The settings that answering a reply needs whatever channels there are. */
const replySettings = [
  'publicBaseUrl',
  'erasureQueue',
  'contact',
  'metricsNamespace',
  ...spendSettings,
  'redFlagReaders',
] as const;
/** Settings that exist only where there are texts. */
const textSettings = ['smsNumber', 'twilioAnswersOptOut', 'countries', 'joinsADay', 'joinsInTotal'] as const;
/** The settings that every function needs which handles replies. */
export type ReplySettings = Pick<Settings, (typeof replySettings)[number]> &
  ChannelSettings<(typeof textSettings)[number], 'emailQueue'>;

/**
 * The settings that answering a reply needs.
 * @throws ConfigurationError naming all that are missing or wrong
 */
export const readReplySettings = (environment: Environment): ReplySettings => ({
  ...readSettings(environment, replySettings),
  ...readChannelSettings(environment, { sms: textSettings, email: ['emailQueue'] }),
});

/** Loads what answers are made from; `asks` is what the reply asks for. */
type ContentIn = (language: Language, asks?: Intent['kind']) => Promise<AnswerContent>;

/**
 * Composes the handling of replies from a table, the queues and the content. They are read by the product's own
 * reading, and answered in the words of texts, unless others are given.
 */
export const createReplyHandler = (
  { table, secrets, queueJob, log }: ReplyClients,
  settings: ReplySettings,
  runtime: Runtime,
  { parse, safetyAnswer }: ReplyReading = loadReplyReading(),
  contentIn: ContentIn = (language) => answerContentIn(language, settings.onlyChannel),
): HandleReply => {
  const links = createPageLinks({ ...settings, tokenKeys: tokenKeysIn(secrets) });
  const { redFlagReaders } = settings;
  const readers = { en: readersInWords(redFlagReaders, 'en'), fr: readersInWords(redFlagReaders, 'fr') };
  return createHandleReply({
    stores: createReplyStores(table),
    runtime,
    log,
    count: createMetrics({ ...runtime, namespace: settings.metricsNamespace }),
    contextIn: async (language, asks) => ({
      language,
      ...(await contentIn(language, asks)),
      contact: settings.contact,
      smsNumber: settings.smsNumber,
      onlyChannel: settings.onlyChannel,
      publicBaseUrl: settings.publicBaseUrl,
      ...readers[language],
      safetyAnswer: (flag, country) => safetyAnswer(flag, country, language),
      link: (page, id, name, now) => links[page](id, name, now),
    }),
    pepper: secrets.pepper,
    // Where there are no texts nobody joins by one.
    countries: settings.countries ?? [],
    joins: { aDay: settings.joinsADay ?? 0, inTotal: settings.joinsInTotal ?? 0 },
    spend: createSpendMeter({ table, clock: runtime.clock, log, settings }),
    carrierAnswersOptOut: settings.twilioAnswersOptOut === 'true',
    parse,
    sendLater: async (job) => {
      if (settings.emailQueue === undefined) throw new NoMailHereError();
      await queueJob(settings.emailQueue, job);
    },
    eraseLater: (job) => queueJob(settings.erasureQueue, job),
    reportRedFlag: createReportRedFlag(createWorklistStore(table), settings.redFlagReaders),
  });
};
