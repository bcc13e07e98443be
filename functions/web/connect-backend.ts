import { createLog } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { NoMailHereError } from '../../shared/use-cases/no-mail-here.ts';
import { type WebClients, webDeps } from './deps.ts';
import type { WebBackend, WebSettings } from './plain-deps.ts';

/**
 * Connects the pages to the table, the queues and SES's suppression list. The clients of the last two are loaded by the
 * requests that need them.
 */
export const connectBackend = (
  secrets: WebClients['secrets'],
  settings: WebSettings & Pick<Settings, 'table'>,
  runtime: Runtime,
): WebBackend => {
  const ses = once(async () => {
    const { mailFrom, configurationSet } = settings;
    if (mailFrom === undefined || configurationSet === undefined) throw new NoMailHereError();
    const { createSesMail, sesClient } = await import('../../shared/providers/ses/send-mail.ts');
    return createSesMail({ client: sesClient(), from: mailFrom, configurationSet });
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
