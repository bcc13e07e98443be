import * as z from 'zod/mini';
import { lazily } from './domain/lazily.ts';

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
  twilioAccount: 'TWILIO_ACCOUNT_SID',
  twilioUrl: 'TWILIO_API_URL',
  twilioAnswersOptOut: 'TWILIO_ANSWERS_OPT_OUT',
  mailFrom: 'MAIL_FROM',
  replyAddress: 'REPLY_ADDRESS',
  configurationSet: 'SES_CONFIGURATION_SET',
  inboundBucket: 'INBOUND_BUCKET',
  channel: 'CHANNEL',
  ratePerSecond: 'RATE_PER_SECOND',
  workers: 'WORKERS',
  smsGroupSize: 'SMS_GROUP_SIZE',
  smsWorkers: 'SMS_WORKERS',
  emailGroupSize: 'EMAIL_GROUP_SIZE',
  emailWorkers: 'EMAIL_WORKERS',
  contact: 'PROGRAMME_CONTACT',
} as const;

/** A setting is missing or wrong: names every variable at fault, and never its value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly variableNames: readonly string[];
  constructor(variableNames: readonly string[]) {
    super(`environment variables missing or wrong: ${variableNames.join(', ')}`);
    this.variableNames = variableNames;
  }
}

const url = lazily(() => z.string().check(z.regex(/^https?:\/\/[^\s#]+$/)));
const text = lazily(() => z.string().check(z.minLength(1)));

/** Each made when a function asks for it. */
const shape = {
  table: text,
  publicBaseUrl: () => url().check(z.overwrite((value) => value.replace(/\/+$/, ''))),
  secretsParameter: text,
  smsQueue: url,
  emailQueue: url,
  erasureQueue: url,
  smsNumber: () => z.string().check(z.regex(/^\+[1-9]\d{4,14}$/)),
  messagingService: () => z.optional(z.string().check(z.regex(/^(MG[0-9a-f]{32})?$/i))),
  twilioAccount: () => z.string().check(z.regex(/^AC[0-9a-f]{32}$/i)),
  twilioUrl: () => z._default(url(), 'https://api.twilio.com'),
  twilioAnswersOptOut: () => z._default(z.enum(['true', 'false']), 'true'),
  mailFrom: text,
  replyAddress: () => z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/)),
  configurationSet: text,
  inboundBucket: text,
  channel: () => z.enum(['sms', 'email']),
  ratePerSecond: () => z.coerce.number().check(z.positive()),
  workers: () => z.coerce.number().check(z.positive()),
  smsGroupSize: () => z._default(z.coerce.number().check(z.minimum(1)), 25),
  smsWorkers: () => z._default(z.coerce.number().check(z.minimum(1)), 2),
  emailGroupSize: () => z._default(z.coerce.number().check(z.minimum(1)), 25),
  emailWorkers: () => z._default(z.coerce.number().check(z.minimum(1)), 2),
  contact: text,
};

export type SettingName = keyof typeof shape;
export type Settings = { readonly [Name in SettingName]: z.infer<ReturnType<(typeof shape)[Name]>> };

/**
 * The settings a function needs, parsed from the environment.
 * @throws ConfigurationError naming all that are missing or wrong
 */
export const readSettings = <Name extends SettingName>(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): Pick<Settings, Name> => {
  const wanted = z.object(Object.fromEntries(names.map((name) => [name, shape[name]()])));
  const parsed = wanted.safeParse(Object.fromEntries(names.map((name) => [name, environment[variables[name]]])));
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => variables[issue.path[0] as Name]));
    throw new ConfigurationError([...wrong]);
  }
  return parsed.data as Pick<Settings, Name>;
};
