import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import type { SesMail } from '../../shared/providers/ses/send-mail.ts';
import type { QueueJob } from '../../shared/providers/sqs/queue-job.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../shared/store/person-data-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import { createChangeSettings } from '../../shared/use-cases/change-settings.ts';
import { createEnrolment, type EnrolmentDeps } from '../../shared/use-cases/enrolment.ts';
import { createEraseOnPage } from '../../shared/use-cases/erase-on-page.ts';
import { NoMailHereError } from '../../shared/use-cases/no-mail-here.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { plainDeps, type WebSettings } from './plain-deps.ts';
import type { WebDeps } from './web-deps.ts';

/** How the pages reach the world. */
export interface WebClients {
  readonly table: Table;
  readonly secrets: Pick<Secrets, 'pepper' | 'tokenKey' | 'formerTokenKeys'>;
  /** Queues confirmation mails and erasures. */
  readonly queueJob: QueueJob;
  readonly allowAgain: SesMail['allowAgain'];
  readonly log: Log;
}

/**
 * Sends confirmation mails and clears addresses from SES's suppression list. A deployment that sends no mail has
 * neither.
 */
const mailing = (
  { queueJob, allowAgain, log }: WebClients,
  { emailQueue }: WebSettings,
): Pick<EnrolmentDeps, 'sendLater' | 'allowMail'> => {
  if (emailQueue === undefined) {
    const refuse = async (): Promise<never> => {
      throw new NoMailHereError();
    };
    return { sendLater: refuse, allowMail: refuse };
  }
  return {
    sendLater: (job) => queueJob(emailQueue, job),
    /*
     * In the sandbox SES refuses this to everybody (docs/facts.md#g), and elsewhere it may be asked once a second: whoever
     * pressed the button is confirmed all the same. Whose address stays on the list shows as a bounce of the next mail.
     */
    allowMail: (address) =>
      allowAgain(address).catch((error: unknown) => {
        log('warn', 'suppression-list-not-cleared', { error: nameOf(error) });
      }),
  };
};

/** Composes the pages from their clients, for AWS, a laptop and tests alike. */
export const webDeps = (clients: WebClients, settings: WebSettings, runtime: Runtime): WebDeps => {
  const { table, secrets, queueJob, log } = clients;
  const stores = createReplyStores(table);
  const count = createMetrics({ ...runtime, namespace: settings.metricsNamespace });
  const actOnPage = once(async () => {
    const { connectActOnPage } = await import('../../shared/use-cases/connect-act-on-page.ts');
    return connectActOnPage(
      { ...settings, tokenKeys: tokenKeysIn(secrets) },
      stores,
      createWorklistStore(table),
      runtime,
      { log, count },
    );
  });
  const changes = createProfileChanges(stores, runtime.clock);
  return {
    ...plainDeps(secrets, settings, runtime, log),
    diary: stores.persons,
    held: createPersonDataStore(table),
    visits: stores.visits,
    limits: stores.limits,
    actOnPage: async (request) => (await actOnPage())(request),
    changeSettings: createChangeSettings(changes, runtime.clock),
    erase: createEraseOnPage(changes, (job) => queueJob(settings.erasureQueue, job), runtime.clock),
    enrolment: createEnrolment({
      stores,
      changes,
      runtime,
      log,
      count,
      pepper: secrets.pepper,
      tokenKeys: tokenKeysIn(secrets),
      ...mailing(clients, settings),
    }),
  };
};
