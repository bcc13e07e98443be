import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { loadMailTemplates } from '../../shared/content/mail-templates.ts';
import { loadLexicon } from '../../shared/content/safety.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import { parseReply } from '../../shared/domain/reply/parse-reply.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createSesMail, sesClient } from '../../shared/providers/ses/send-mail.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { connectHandleReply, replySettings } from '../../shared/use-cases/connect-handle-reply.ts';
import type { EmailInboundDeps } from './email-inbound.ts';
import { readableBytes } from './mail-head.ts';

/** The bucket has the mail and sent nothing of it. */
class RawMailMissing extends Error {
  override readonly name = 'RawMailMissing';
}

/** Connects received mail to the bucket, the secrets, the table and SES. */
export const emailInboundDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<EmailInboundDeps> => {
  const settings = readSettings(environment, [
    ...replySettings,
    'secretsParameter',
    'inboundBucket',
    'mailFrom',
    'configurationSet',
  ]);
  // The client of the table is made while the secrets are on their way.
  const secretsToCome = fetchSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const secrets = await secretsToCome;
  const log = createLog('email-inbound');
  const s3 = new S3Client({});
  const lexicon = loadLexicon();
  const ses = createSesMail({
    client: sesClient(),
    from: settings.mailFrom,
    configurationSet: settings.configurationSet,
  });
  return {
    log,
    clock: runtime.clock,
    pepper: secrets.pepper,
    tokenKey: secrets.tokenKey,
    publicBaseUrl: settings.publicBaseUrl,
    replyAddress: settings.replyAddress,
    fromAddress: (/<([^<>]+)>\s*$/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom).trim().toLowerCase(),
    links: createLinks({ ...settings, tokenKey: secrets.tokenKey }),
    readRawMail: async (messageId) => {
      // A mail may have 40 MB (facts B2); what is read of it is at its beginning.
      const Range = `bytes=0-${readableBytes - 1}`;
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: settings.inboundBucket, Key: messageId, Range }));
        if (!Body) throw new RawMailMissing('the bucket answered without a mail');
        return await Body.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    deleteRawMail: async (messageId) => {
      await s3.send(new DeleteObjectCommand({ Bucket: settings.inboundBucket, Key: messageId }));
    },
    readCorrespondent: createPersonStore(table).readCorrespondent,
    parse: (text) => parseReply(text, lexicon),
    // All that we say, in two languages: few mails need it.
    loadPrinted: async () => (await import('../../shared/content/printed-text.ts')).loadPrintedText(),
    handleReply: connectHandleReply(settings, table, secrets, runtime, log),
    sendMail: ses.send,
    setting: async (language) => ({ templates: await loadMailTemplates(), language, contact: settings.contact }),
  };
};
