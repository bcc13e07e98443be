import type { SQSClient } from '@aws-sdk/client-sqs';
import { homeCountries } from '../../shared/domain/people/home-countries.ts';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import type { Log } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import {
  type ChannelSettings,
  type Environment,
  readChannelSettings,
  readSettings,
  type Settings,
} from '../../shared/platform/settings.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import type { SesMail } from '../../shared/providers/ses/send-mail.ts';
import { createCountQueues } from '../../shared/providers/sqs/count-queues.ts';
import { sendJob } from '../../shared/providers/sqs/send-job.ts';
import type { MailSecrets } from '../../shared/schemas/secrets.ts';
import { createAuditStore } from '../../shared/store/audit-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPeopleDesk } from '../../shared/use-cases/desk/desk.ts';
import { createGuard } from '../../shared/use-cases/desk/guard.ts';
import type { InviteDeskClients } from '../../shared/use-cases/desk/invite-desk.ts';
import { previewSettings } from '../../shared/use-cases/desk/preview-settings.ts';
import { spendSettings } from '../../shared/use-cases/spend-meter.ts';
import type { DeskDeps } from './desk-deps.ts';
import { deriveSealKeys } from './sealed-value.ts';

/** How the desk's page reaches the world. */
export interface DeskClients {
  readonly table: Table;
  /** With Twilio's token, where a tip may be looked at as a text. */
  readonly secrets: Pick<
    MailSecrets,
    'pepper' | 'tokenKey' | 'formerTokenKeys' | 'deskClientSecret' | 'twilioAuthToken'
  >;
  /** Queues erasures and mails, and lists what the queues gave up. */
  readonly sqs: SQSClient;
  /** The addresses that the provider of mail delivers nothing to. */
  readonly listSuppressed: InviteDeskClients['listSuppressed'];
  /** Reaches Twilio. */
  readonly http: HttpClient;
  /** Sends mail by a sender and a configuration set. */
  readonly openMail: (from: string, configurationSet: string) => Promise<Pick<SesMail, 'send'>>;
  readonly log: Log;
}

const deskSettings = [
  'erasureQueue',
  'publicBaseUrl',
  'contact',
  'redFlagReaders',
  'deskIssuer',
  'deskClientId',
  'deskScope',
  'deskGroupsClaim',
  'deskStaffGroup',
  'deskClinicianGroup',
  ...spendSettings,
] as const;
/** What the deployment tells the desk's page. */
export type DeskSettings = Pick<Settings, (typeof deskSettings)[number]> &
  ChannelSettings<
    'smsQueue' | (typeof previewSettings.sms)[number],
    'emailQueue' | (typeof previewSettings.email)[number]
  >;

/** @throws ConfigurationError */
export const readDeskSettings = (environment: Environment): DeskSettings => ({
  ...readSettings(environment, deskSettings),
  ...readChannelSettings(environment, {
    sms: ['smsQueue', ...previewSettings.sms],
    email: ['emailQueue', ...previewSettings.email],
  }),
});

/** Composes the staff page from its clients, for AWS, a laptop and tests alike. */
export const deskDeps = (
  { table, secrets, sqs, listSuppressed, http, openMail, log }: DeskClients,
  settings: DeskSettings,
  runtime: Runtime,
): DeskDeps => {
  const {
    publicBaseUrl,
    redFlagReaders,
    smsQueue,
    emailQueue,
    erasureQueue,
    deskIssuer: issuer,
    deskClientId: clientId,
    deskGroupsClaim,
  } = settings;
  const groups = { staff: settings.deskStaffGroup, clinician: settings.deskClinicianGroup };
  const queueUrls = { sms: smsQueue, email: emailQueue, erasure: erasureQueue };
  return {
    clock: runtime.clock,
    log,
    randomBytes: (length) => runtime.randomBytes(length),
    publicBaseUrl,
    smsNumber: settings.smsNumber,
    issuer,
    pepper: secrets.pepper,
    // Only the current key is used, so a rotation ends the sessions of that day.
    keys: deriveSealKeys(secrets.tokenKey, { publicBaseUrl, issuer, clientId, groupsClaim: deskGroupsClaim, groups }),
    groups,
    provider: once(async () => {
      const { createOpenIdProvider } = await import('./open-id-provider.ts');
      return createOpenIdProvider({
        issuer,
        clientId,
        clientSecret: secrets.deskClientSecret,
        scope: settings.deskScope,
        groupsClaim: deskGroupsClaim,
        redirectUri: `${publicBaseUrl}/desk/signed-in`,
        deskUrl: `${publicBaseUrl}/desk`,
        clock: runtime.clock,
      });
    }),
    desk: createPeopleDesk({
      table,
      pepper: secrets.pepper,
      runtime,
      readers: redFlagReaders,
      homes: homeCountries(settings),
      eraseLater: (job) => sendJob(sqs, erasureQueue, job),
      caps: settings,
      log,
      countQueues: createCountQueues(sqs, queueUrls),
    }),
    redFlagReaders,
    invite:
      emailQueue === undefined
        ? undefined
        : once(async () => {
            const { createInviteDesk } = await import('../../shared/use-cases/desk/invite-desk.ts');
            return createInviteDesk({
              table,
              pepper: secrets.pepper,
              runtime,
              log,
              caps: settings,
              mailLater: (job) => sendJob(sqs, emailQueue, job),
              listSuppressed,
            });
          }),
    results: once(async () => {
      const { createResultsDesk } = await import('../../shared/use-cases/desk/results-desk.ts');
      return createResultsDesk({ table, runtime, readers: redFlagReaders });
    }),
    preview: once(async () => {
      const { createPreviewDesk } = await import('../../shared/use-cases/desk/preview-desk.ts');
      const { mailFrom = '', configurationSet = '' } = settings;
      return createPreviewDesk({
        table,
        pepper: secrets.pepper,
        tokenKeys: tokenKeysIn(secrets),
        twilioAuthToken: secrets.twilioAuthToken,
        http,
        sendMail: async (mail) => (await openMail(mailFrom, configurationSet)).send(mail),
        runtime,
        settings,
      });
    }),
    repairs: once(async () => {
      const { createFailedQueues } = await import('./failed-queues.ts');
      return createFailedQueues({ guard: createGuard({ audit: createAuditStore(table), runtime }), queueUrls, sqs });
    }),
  };
};
