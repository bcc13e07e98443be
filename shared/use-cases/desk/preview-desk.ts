import { loadMailTemplates } from '../../content/mail-templates.ts';
import { mailsFor } from '../../content/mails.ts';
import { textsFor } from '../../content/texts.ts';
import { homeCountries } from '../../domain/people/home-countries.ts';
import { createLinks } from '../../domain/people/links.ts';
import type { TokenKeys } from '../../domain/people/token.ts';
import type { HttpClient } from '../../platform/http-client.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { ChannelSettings, Settings } from '../../platform/settings.ts';
import type { SesMail } from '../../providers/ses/send-mail.ts';
import { createTwilioMessages } from '../../providers/twilio/messages-api.ts';
import { createAuditStore } from '../../store/audit-store.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { createLimitStore } from '../../store/limit-store.ts';
import { createPersonStore } from '../../store/person-store.ts';
import { createSpendMeter, type SpendSettings } from '../spend-meter.ts';
import { createGuard } from './guard.ts';
import type { previewSettings } from './preview-settings.ts';
import { createPreviewTip, type PreviewTip } from './preview-tip.ts';

type PreviewSettings = Pick<Settings, 'publicBaseUrl' | 'contact'> &
  SpendSettings &
  ChannelSettings<(typeof previewSettings.sms)[number], (typeof previewSettings.email)[number]>;

/** What is needed to send a tip to whoever wants to see it. */
export interface PreviewDeskClients {
  readonly table: Table;
  readonly pepper: string;
  readonly tokenKeys: TokenKeys;
  /** Undefined where the deployment sends no texts. */
  readonly twilioAuthToken: string | undefined;
  /** The client that reaches Twilio. */
  readonly http: HttpClient;
  readonly sendMail: SesMail['send'];
  readonly runtime: Runtime;
  readonly settings: PreviewSettings;
}

/** As long as send-tips waits for Twilio. */
const twilioTimeoutMs = 10_000;

/** The preview of a tip. Settings of a channel that the deployment leaves out are absent, and nothing is sent by it. */
export const createPreviewDesk = (clients: PreviewDeskClients): PreviewTip => {
  const { table, pepper, tokenKeys, runtime, settings } = clients;
  const { clock } = runtime;
  const { messagingService, smsNumber = '', replyAddress = '', publicBaseUrl, contact, onlyChannel } = settings;
  const twilio = createTwilioMessages({
    apiUrl: settings.twilioUrl ?? '',
    accountSid: settings.twilioAccount ?? '',
    authToken: clients.twilioAuthToken ?? '',
    timeoutMs: twilioTimeoutMs,
    http: clients.http,
  });
  return createPreviewTip({
    clock,
    pepper,
    homes: homeCountries(settings),
    guard: createGuard({ audit: createAuditStore(table), runtime }),
    persons: createPersonStore(table),
    limits: createLimitStore(table),
    // The log stays silent: whoever sends a preview is told about the month's cap directly.
    spend: createSpendMeter({ table, clock, log: () => {}, settings }),
    textsFor: (language) => textsFor(language, onlyChannel),
    mailsFor,
    mailSetting: async (language) => ({ templates: await loadMailTemplates(), language, contact }),
    links: createLinks({ publicBaseUrl, replyAddress, tokenKeys }),
    textFrom: messagingService ? { messagingServiceSid: messagingService } : { from: smsNumber },
    sendText: twilio.send,
    sendMail: clients.sendMail,
    onlyChannel,
  });
};
