import { loadLexicon } from '../content/safety.ts';
import { textsFor } from '../content/texts.ts';
import { createLinks } from '../domain/people/links.ts';
import { parseReply } from '../domain/reply/parse-reply.ts';
import { safetyAnswer } from '../domain/reply/safety-answer.ts';
import type { Log } from '../platform/log.ts';
import type { Runtime } from '../platform/runtime.ts';
import type { Settings } from '../platform/settings.ts';
import { queueRarely } from '../providers/sqs/rare-jobs.ts';
import type { Secrets } from '../schemas/secrets.ts';
import type { Table } from '../store/dynamodb-table.ts';
import { createHandleReply, type HandleReply } from './handle-reply.ts';
import { createReplyStores } from './reply-stores.ts';

/** The settings that answering a reply needs, whatever channel it comes by. */
export const replySettings = [
  'table',
  'publicBaseUrl',
  'emailQueue',
  'erasureQueue',
  'contact',
  'smsNumber',
  'replyAddress',
  'twilioAnswersOptOut',
  'countries',
] as const;

/** Connects the handling of replies to the table, the queues and the content. */
export const connectHandleReply = (
  settings: Pick<Settings, Exclude<(typeof replySettings)[number], 'table'>>,
  table: Table,
  secrets: Secrets,
  runtime: Runtime,
  log: Log,
): HandleReply => {
  const links = createLinks({ ...settings, tokenKey: secrets.tokenKey });
  const lexicon = loadLexicon();
  return createHandleReply({
    stores: createReplyStores(table),
    runtime,
    log,
    programmeIn: async (language) => ({
      language,
      texts: await textsFor(language),
      contact: settings.contact,
      smsNumber: settings.smsNumber,
      publicBaseUrl: settings.publicBaseUrl,
      safetyAnswer: (flag, country) => safetyAnswer(flag, country, language, lexicon.safety),
      link: (_page, id, epoch, now) => links.diary(id, epoch, now),
    }),
    pepper: secrets.pepper,
    countries: settings.countries,
    carrierAnswersOptOut: settings.twilioAnswersOptOut === 'true',
    parse: (body) => parseReply(body, lexicon),
    sendLater: queueRarely(settings.emailQueue),
    eraseLater: queueRarely(settings.erasureQueue),
  });
};
