import { SQSClient } from '@aws-sdk/client-sqs';
import { httpClient } from '../../shared/platform/http-client.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets, fetchSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readChannelSettings, readSettings } from '../../shared/platform/settings.ts';
import { sesClient } from '../../shared/providers/ses/send-mail.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import {
  mailSettings,
  type SendTipsClients,
  type SendTipsSettings,
  sendTipsDeps,
  textSettings,
  workerSettings,
} from './deps.ts';
import { createSendTips } from './send-tips.ts';

const readSendTipsSettings = (environment: Environment): SendTipsSettings => {
  const { channel, ...rest } = readSettings(environment, workerSettings);
  const both = { ...rest, ...readChannelSettings(environment, { sms: ['smsQueue'], email: ['emailQueue'] }) };
  return channel === 'sms'
    ? { ...both, ...readSettings(environment, textSettings), channel }
    : { ...both, ...readSettings(environment, mailSettings), channel };
};

/**
 * Connects a worker of one channel's queue to the secrets, the table, its provider and both queues.
 * @throws ConfigurationError or SecretsError
 */
export const connectSendTips = async (environment: Environment, runtime: Runtime) => {
  const { table, secretsParameter } = readSettings(environment, ['table', 'secretsParameter']);
  const settings = readSendTipsSettings(environment);
  const secrets = await (settings.channel === 'sms' ? fetchSecrets : fetchMailSecrets)(secretsParameter, environment);
  const clients: SendTipsClients = {
    table: connectTable(table),
    secrets,
    sqs: new SQSClient({}),
    http: httpClient.send,
    ses: () => sesClient(),
    log: createLog(`send-tips-${settings.channel}`),
  };
  return createSendTips(sendTipsDeps(clients, settings, runtime));
};
