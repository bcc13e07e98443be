import { variables } from '../../shared/platform/settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The real Twilio, with the account that pays. */
export interface RealTwilio {
  readonly accountSid: string;
  readonly authToken: string;
  readonly smsNumber: string;
  readonly messagingService: string;
  readonly apiUrl: string;
}

/** The real SES, with the account that sends. */
export interface RealSes {
  readonly region: string;
  readonly credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly mailFrom: string;
  readonly replyAddress: string;
  /** Without a configuration set SES reports no bounces, and nothing here would receive such reports. */
  readonly configurationSet: string | undefined;
  readonly endpoint: string;
}

/** Which providers of a service on a laptop are real, and for how many people. */
export interface RealMode {
  readonly twilio: RealTwilio | undefined;
  readonly ses: RealSes | undefined;
  readonly people: number;
  /** The public address of the tunnel, without a slash at the end. */
  readonly publicBaseUrl: string;
  readonly contact: string;
}

/** Something is missing for real messages. The message has one sentence for each variable. */
export class RealModeError extends Error {
  override readonly name = 'RealModeError';
  constructor(sentences: readonly string[]) {
    super(['npm start -- --real needs more:', ...sentences.map((sentence) => `  ${sentence}`)].join('\n'));
  }
}

const usualPeople = 5;

interface Wanted {
  readonly name: string;
  readonly pattern: RegExp;
  readonly hint: string;
}
const wanted = {
  authToken: { name: 'TWILIO_AUTH_TOKEN', pattern: /.{8}/, hint: 'the Auth Token of the Twilio account' },
  smsNumber: {
    name: variables.smsNumber,
    pattern: /^\+[1-9]\d{4,14}$/,
    hint: 'a number of that account that can text, like +15551230000',
  },
  secretKey: { name: 'AWS_SECRET_ACCESS_KEY', pattern: /./, hint: 'the secret that belongs to AWS_ACCESS_KEY_ID' },
  region: { name: 'AWS_REGION', pattern: /^[a-z]{2}-/, hint: 'where the sender is verified in SES, like us-east-1' },
  mailFrom: {
    name: variables.mailFrom,
    pattern: /^[^<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/,
    hint: 'a sender that SES has verified, like "Backbeat <tips@example.org>"',
  },
  contact: {
    name: variables.contact,
    pattern: /^.{3,60}$/,
    hint: 'where people get human help, like help@example.org: HELP says it',
  },
  publicBaseUrl: {
    name: 'PUBLIC_BASE_URL',
    pattern: /^https:\/\/[^\s#?]+$/,
    hint: 'the https address of the tunnel: links name it, and Twilio calls it',
  },
} as const satisfies Readonly<Record<string, Wanted>>;

/**
 * Reads the environment and collects a sentence for each variable that is missing or wrong; values are never quoted.
 */
const createReader = (environment: Environment) => {
  const problems: string[] = [];
  return {
    problems,
    read: ({ name, pattern, hint }: Wanted): string => {
      const value = environment[name] ?? '';
      if (!pattern.test(value)) problems.push(`${name} should be ${hint}.`);
      return value;
    },
  };
};

/**
 * Reads from the environment's credentials which providers are real: Twilio if it has TWILIO_ACCOUNT_SID, SES if it has
 * AWS_ACCESS_KEY_ID.
 * @param people how many different people may be written to; five unless given
 * @throws RealModeError naming all that is missing
 */
export const readRealMode = (environment: Environment, people: string | undefined): RealMode => {
  const { read, problems } = createReader(environment);
  const accountSid = environment['TWILIO_ACCOUNT_SID'];
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  if (!accountSid && !accessKeyId)
    problems.push(
      'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN for real texts, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for real mails, or all four (eval "$(aws configure export-credentials --format env)").',
    );
  const count = Number(people ?? usualPeople);
  if (!Number.isInteger(count) || count < 1) problems.push('--people is a whole number from 1.');
  const mode: RealMode = {
    twilio: accountSid
      ? {
          accountSid,
          authToken: read(wanted.authToken),
          smsNumber: read(wanted.smsNumber),
          messagingService: environment[variables.messagingService] ?? '',
          apiUrl: (environment[variables.twilioUrl] ?? 'https://api.twilio.com').replace(/\/+$/, ''),
        }
      : undefined,
    ses: accessKeyId ? realSes(environment, accessKeyId, read) : undefined,
    people: count,
    publicBaseUrl: read(wanted.publicBaseUrl).replace(/\/+$/, ''),
    contact: read(wanted.contact),
  };
  if (problems.length > 0) throw new RealModeError(problems);
  return mode;
};

const realSes = (environment: Environment, accessKeyId: string, read: (what: Wanted) => string): RealSes => {
  const mailFrom = read(wanted.mailFrom);
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  const region = read(wanted.region);
  return {
    region,
    credentials: {
      accessKeyId,
      secretAccessKey: read(wanted.secretKey),
      ...(sessionToken ? { sessionToken } : {}),
    },
    mailFrom,
    replyAddress: environment[variables.replyAddress] ?? /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom,
    configurationSet: environment[variables.configurationSet] || undefined,
    endpoint: environment['AWS_ENDPOINT_URL_SESV2'] || `https://email.${region}.amazonaws.com`,
  };
};

/** The settings of the functions that a real provider changes. */
export const realSettings = ({ twilio, ses, people, contact }: RealMode): Environment => ({
  ...(twilio && {
    [variables.smsNumber]: twilio.smsNumber,
    [variables.twilioAccount]: twilio.accountSid,
    [variables.messagingService]: twilio.messagingService,
    [variables.rcsSender]: '',
    // The rate that one number may send at.
    [variables.ratePerSecond]: '1',
  }),
  ...(ses && { [variables.mailFrom]: ses.mailFrom, [variables.replyAddress]: ses.replyAddress }),
  [variables.joinsADay]: String(people),
  [variables.joinsInTotal]: String(people),
  [variables.contact]: contact,
});
