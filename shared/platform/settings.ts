import type { RedFlagReaders } from '../domain/desk/red-flag-readers.ts';
import type { Channel } from '../domain/people/subscriber.ts';
import type { Countries } from '../domain/people/textable-number.ts';
import type { SchemaReader } from '../schemas/schema-reader.ts';
import {
  readChannel,
  readCount,
  readCountries,
  readFlag,
  readIssuer,
  readMailbox,
  readMessagingService,
  readRate,
  readRcsSender,
  readRedFlagReaders,
  readSmsNumber,
  readText,
  readTwilioAccount,
  readUrl,
} from '../schemas/settings.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Names of the environment variables: infra and local set them, the functions read them. */
export const variables = {
  table: 'TABLE_NAME',
  publicBaseUrl: 'PUBLIC_BASE_URL',
  secretsParameter: 'SECRETS_PARAMETER',
  smsQueue: 'SMS_QUEUE_URL',
  emailQueue: 'EMAIL_QUEUE_URL',
  erasureQueue: 'ERASURE_QUEUE_URL',
  smsNumber: 'SMS_NUMBER',
  messagingService: 'MESSAGING_SERVICE_SID',
  rcsSender: 'RCS_SENDER',
  twilioAccount: 'TWILIO_ACCOUNT_SID',
  twilioUrl: 'TWILIO_API_URL',
  twilioAnswersOptOut: 'TWILIO_ANSWERS_OPT_OUT',
  behindCloudFront: 'BEHIND_CLOUDFRONT',
  countries: 'COUNTRIES',
  joinsADay: 'JOINS_A_DAY',
  joinsInTotal: 'JOINS_IN_TOTAL',
  smsSegmentsAMonth: 'SMS_SEGMENTS_A_MONTH',
  emailsAMonth: 'EMAILS_A_MONTH',
  mailFrom: 'MAIL_FROM',
  replyAddress: 'REPLY_ADDRESS',
  configurationSet: 'SES_CONFIGURATION_SET',
  inboundBucket: 'INBOUND_BUCKET',
  ledgerBucket: 'LEDGER_BUCKET',
  channel: 'CHANNEL',
  onlyChannel: 'ONLY_CHANNEL',
  ratePerSecond: 'RATE_PER_SECOND',
  workers: 'WORKERS',
  smsGroupSize: 'SMS_GROUP_SIZE',
  smsWorkers: 'SMS_WORKERS',
  emailGroupSize: 'EMAIL_GROUP_SIZE',
  emailWorkers: 'EMAIL_WORKERS',
  smsPerSecond: 'SMS_PER_SECOND',
  emailPerSecond: 'EMAIL_PER_SECOND',
  contact: 'PROGRAMME_CONTACT',
  redFlagReaders: 'RED_FLAG_READERS',
  alertTopic: 'ALERT_TOPIC_ARN',
  metricsNamespace: 'METRICS_NAMESPACE',
  deskIssuer: 'DESK_ISSUER',
  deskClientId: 'DESK_CLIENT_ID',
  deskScope: 'DESK_SCOPE',
  deskGroupsClaim: 'DESK_GROUPS_CLAIM',
  deskStaffGroup: 'DESK_STAFF_GROUP',
  deskClinicianGroup: 'DESK_CLINICIAN_GROUP',
} as const;

/** Settings are missing or wrong. The message names every variable at fault, never its value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly variableNames: readonly string[];
  constructor(variableNames: readonly string[]) {
    super(`environment variables missing or wrong: ${variableNames.join(', ')}`);
    this.variableNames = variableNames;
  }
}

const otherwise =
  <T>(read: SchemaReader<T>, value: T): SchemaReader<T> =>
  (input) =>
    input === undefined ? { success: true, data: value } : read(input);

const as =
  <From, To>(read: SchemaReader<From>, convert: (data: From) => To): SchemaReader<To> =>
  (input) => {
    const parsed = read(input);
    return parsed.success ? { success: true, data: convert(parsed.data) } : parsed;
  };

/** A cap that may be left out: `npm start` and tests have none; a deployment always has (infra/config.ts). */
const cap = otherwise(as(readCount, Number), Number.POSITIVE_INFINITY);

const readers = {
  table: readText,
  publicBaseUrl: as(readUrl, (url) => url.replace(/\/+$/, '')),
  secretsParameter: readText,
  smsQueue: readUrl,
  emailQueue: readUrl,
  erasureQueue: readUrl,
  smsNumber: readSmsNumber,
  messagingService: readMessagingService,
  rcsSender: readRcsSender,
  twilioAccount: readTwilioAccount,
  twilioUrl: otherwise(readUrl, 'https://api.twilio.com'),
  twilioAnswersOptOut: otherwise(readFlag, 'true'),
  countries: as(readCountries, (text): Countries => (text === 'all' ? 'all' : text.split(','))),
  behindCloudFront: otherwise(readFlag, 'false'),
  joinsADay: cap,
  joinsInTotal: cap,
  smsSegmentsAMonth: cap,
  emailsAMonth: cap,
  mailFrom: readText,
  replyAddress: readMailbox,
  configurationSet: readText,
  inboundBucket: readText,
  ledgerBucket: readText,
  channel: readChannel,
  onlyChannel: otherwise<Channel | undefined>(readChannel, undefined),
  ratePerSecond: as(readRate, Number),
  workers: as(readCount, Number),
  smsGroupSize: otherwise(as(readCount, Number), 25),
  smsWorkers: otherwise(as(readCount, Number), 2),
  emailGroupSize: otherwise(as(readCount, Number), 25),
  emailWorkers: otherwise(as(readCount, Number), 2),
  smsPerSecond: otherwise(as(readRate, Number), Number.POSITIVE_INFINITY),
  emailPerSecond: otherwise(as(readRate, Number), Number.POSITIVE_INFINITY),
  contact: readText,
  redFlagReaders: otherwise<RedFlagReaders>(readRedFlagReaders, 'nobody'),
  alertTopic: readText,
  metricsNamespace: readText,
  deskIssuer: readIssuer,
  deskClientId: readText,
  deskScope: otherwise(readText, 'openid'),
  deskGroupsClaim: otherwise(readText, 'groups'),
  deskStaffGroup: readText,
  deskClinicianGroup: readText,
};

/** The name of a setting in the code. */
export type SettingName = keyof typeof readers;
type Value<Of> = Of extends SchemaReader<infer T> ? T : never;

/** All settings, as they are read. */
export type Settings = { readonly [Name in SettingName]: Value<(typeof readers)[Name]> };

/**
 * The settings a function needs, parsed from the environment.
 * @throws ConfigurationError naming all that are missing or wrong
 */
export const readSettings = <Name extends SettingName>(
  environment: Environment,
  names: readonly Name[],
): Pick<Settings, Name> => {
  const read = names.map((name) => ({ name, ...readers[name](environment[variables[name]]) }));
  const wrong = read.flatMap(({ name, success }) => (success ? [] : [variables[name]]));
  if (wrong.length > 0) throw new ConfigurationError(wrong);
  return Object.fromEntries(read.flatMap((one) => (one.success ? [[one.name, one.data]] : []))) as Pick<Settings, Name>;
};

/** Which channel a deployment has, where it has only one; and settings of those that it has. */
export type ChannelSettings<Sms extends SettingName, Email extends SettingName> = {
  readonly onlyChannel?: Channel | undefined;
} & Partial<Pick<Settings, Sms | Email>>;

/**
 * The settings of the channels that a deployment has. One that was left out has none, and is not asked for any.
 * @throws ConfigurationError naming all that are missing or wrong
 */
export const readChannelSettings = <Sms extends SettingName, Email extends SettingName>(
  environment: Environment,
  names: { readonly sms: readonly Sms[]; readonly email: readonly Email[] },
): ChannelSettings<Sms, Email> => {
  const { onlyChannel } = readSettings(environment, ['onlyChannel']);
  const offered: readonly (Sms | Email)[] = [
    ...(onlyChannel === 'email' ? [] : names.sms),
    ...(onlyChannel === 'sms' ? [] : names.email),
  ];
  return { onlyChannel, ...readSettings(environment, offered) };
};
