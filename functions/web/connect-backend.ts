import { createLog } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { type WebClients, webDeps } from './deps.ts';
import type { WebBackend, webSettings } from './plain-deps.ts';

/** Connects the pages to the table, the queues and SES's suppression list. The last two are loaded by who needs them. */
export const connectBackend = (
  secrets: WebClients['secrets'],
  settings: Pick<Settings, 'table' | (typeof webSettings)[number]>,
  runtime: Runtime,
): WebBackend => {
  const ses = once(async () => {
    const { createSesMail, sesClient } = await import('../../shared/providers/ses/send-mail.ts');
    return createSesMail({
      client: sesClient(),
      from: settings.mailFrom,
      configurationSet: settings.configurationSet,
    });
  });
  const clients = {
    table: connectTable(settings.table),
    secrets,
    queueJob: queueOnDemand,
    allowAgain: async (address: string) => (await ses()).allowAgain(address),
    log: createLog('web'),
  };
  return webDeps(clients, settings, runtime);
};
