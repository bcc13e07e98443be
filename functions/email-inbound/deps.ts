import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { contentByMail } from '../../shared/content/content-by-mail.ts';
import { loadMailTemplates } from '../../shared/content/mail-templates.ts';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import { memoize } from '../../shared/domain/memoize.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { type Environment, readSettings, type Settings } from '../../shared/platform/settings.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import {
  createReplyHandler,
  type ReplyClients,
  type ReplySettings,
  readReplySettings,
} from '../../shared/use-cases/reply-handler.ts';
import type { EmailInboundDeps } from './email-inbound.ts';

/** How email-inbound reaches the world: what every reply needs, and the received mails. */
export interface EmailInboundClients extends ReplyClients {
  readonly ses: SESv2Client;
  /** Reads the beginning of the raw mail that SES stored under this id; undefined if it is not there any more. */
  readonly readRawMail: EmailInboundDeps['readRawMail'];
  readonly deleteRawMail: EmailInboundDeps['deleteRawMail'];
}

const mailSettings = ['replyAddress', 'mailFrom', 'configurationSet'] as const;
/** What the deployment tells email-inbound. */
export type EmailInboundSettings = ReplySettings & Pick<Settings, (typeof mailSettings)[number]>;

/** @throws ConfigurationError */
export const readEmailInboundSettings = (environment: Environment): EmailInboundSettings => ({
  ...readReplySettings(environment),
  ...readSettings(environment, mailSettings),
});

/** Loads all that we say, in both languages: few mails need it. */
export const loadPrinted = memoize(async () =>
  (await import('../../shared/content/load-printed-text.ts')).loadPrintedText(),
);

/** Composes the handling of received mail from its clients, for AWS, a laptop and tests alike. */
export const emailInboundDeps = (
  clients: EmailInboundClients,
  settings: EmailInboundSettings,
  runtime: Runtime,
): EmailInboundDeps => {
  const { table, secrets, log } = clients;
  const ses = createSesMail({
    client: clients.ses,
    from: settings.mailFrom,
    configurationSet: settings.configurationSet,
  });
  return {
    log,
    clock: runtime.clock,
    pepper: secrets.pepper,
    tokenKeys: tokenKeysIn(secrets),
    publicBaseUrl: settings.publicBaseUrl,
    replyAddress: settings.replyAddress,
    fromAddress: (/<([^<>]+)>\s*$/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom).trim().toLowerCase(),
    links: createLinks({ ...settings, tokenKeys: tokenKeysIn(secrets) }),
    readRawMail: clients.readRawMail,
    deleteRawMail: clients.deleteRawMail,
    readAnyone: createPersonStore(table).readAnyone,
    parse: loadReplyReading().parse,
    loadPrinted,
    handleReply: createReplyHandler(
      clients,
      settings,
      runtime,
      loadReplyReading(),
      contentByMail(settings.onlyChannel),
    ),
    sendMail: ses.send,
    setting: async (language) => ({ templates: await loadMailTemplates(), language, contact: settings.contact }),
  };
};
