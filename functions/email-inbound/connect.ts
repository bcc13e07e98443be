import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { sesClient } from '../../shared/providers/ses/send-mail.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { type EmailInboundClients, emailInboundDeps, readEmailInboundSettings } from './deps.ts';
import { createEmailInbound } from './email-inbound.ts';
import { readableBytes } from './mail-head.ts';

/** The bucket has no such mail, although SES stores a mail before it calls us. */
class RawMailMissing extends Error {
  override readonly name = 'RawMailMissing';
}

const mailBucket = (bucket: string): Pick<EmailInboundClients, 'readRawMail' | 'deleteRawMail'> => {
  const s3 = new S3Client({});
  return {
    readRawMail: async (messageId) => {
      // A mail may have 40 MB (docs/facts.md#b2); only its beginning is read.
      const Range = `bytes=0-${readableBytes - 1}`;
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: messageId, Range }));
        if (!Body) throw new RawMailMissing('the bucket answered without a mail');
        return await Body.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    deleteRawMail: async (messageId) => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: messageId }));
    },
  };
};

/**
 * Connects received mail to the bucket, the secrets, the table, the queues and SES.
 * @throws ConfigurationError or SecretsError
 */
export const connectEmailInbound = async (environment: Environment, runtime: Runtime) => {
  const settings = {
    ...readSettings(environment, ['table', 'secretsParameter', 'inboundBucket']),
    ...readEmailInboundSettings(environment),
  };
  // The table's client is made while the secrets are being fetched.
  const secretsToCome = fetchMailSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const clients: EmailInboundClients = {
    table,
    secrets: await secretsToCome,
    queueJob: queueOnDemand,
    ses: sesClient(),
    ...mailBucket(settings.inboundBucket),
    log: createLog('email-inbound'),
  };
  return createEmailInbound(emailInboundDeps(clients, settings, runtime));
};
