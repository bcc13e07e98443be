import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import {
  type ChannelSettings,
  type Environment,
  readChannelSettings,
  readSettings,
  type Settings,
} from '../../shared/platform/settings.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { WebDeps } from './web-deps.ts';

const webSettings = [
  'erasureQueue',
  'contact',
  'publicBaseUrl',
  'behindCloudFront',
  'redFlagReaders',
  'metricsNamespace',
] as const;
const mailSettings = ['emailQueue', 'replyAddress', 'mailFrom', 'configurationSet'] as const;
/** What the deployment tells the pages. */
export type WebSettings = Pick<Settings, (typeof webSettings)[number]> &
  ChannelSettings<'smsNumber', (typeof mailSettings)[number]>;

/** @throws ConfigurationError */
export const readWebSettings = (environment: Environment): WebSettings => ({
  ...readSettings(environment, webSettings),
  ...readChannelSettings(environment, { sms: ['smsNumber'], email: mailSettings }),
});

/** What the pages reach of AWS. */
export type WebBackend = Pick<
  WebDeps,
  'diary' | 'held' | 'enrolment' | 'visits' | 'limits' | 'actOnPage' | 'changeSettings' | 'erase'
>;

/** Composes what the pages need before they reach AWS: none of its clients is loaded. */
export const plainDeps = (
  secrets: Pick<Secrets, 'tokenKey' | 'formerTokenKeys'>,
  settings: WebSettings,
  runtime: Runtime,
  log: Log,
): Omit<WebDeps, keyof WebBackend> => ({
  clock: runtime.clock,
  log,
  smsNumber: settings.smsNumber,
  onlyChannel: settings.onlyChannel,
  behindCloudFront: settings.behindCloudFront === 'true',
  contact: settings.contact,
  redFlagReaders: settings.redFlagReaders,
  tokenKeys: tokenKeysIn(secrets),
  replyAddress: settings.replyAddress,
  publicBaseUrl: settings.publicBaseUrl,
  reading: async () => (await import('../../shared/content/reply-reading.ts')).loadReplyReading(),
  tipTeller: async () => (await import('../../shared/use-cases/tell-tips.ts')).tipTeller,
  randomBytes: (length) => runtime.randomBytes(length),
});
