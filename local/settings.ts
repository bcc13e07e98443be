import type { RedFlagReaders } from '../shared/domain/desk/red-flag-readers.ts';
import { variables } from '../shared/platform/settings.ts';
import { openIdClient, openIdPath } from './open-id-stand-in.ts';

/** The region that the stand-ins say they are in. */
export const region = 'us-east-1';
/** The AWS account that the stand-ins say they belong to. */
export const account = '000000000000';
/** The name of the local table. */
export const tableName = 'backbeat';
/** The account SID that the acceptance tests send. */
export const twilioAccount = `AC${'0'.repeat(32)}`;
/** Twilio's test number: valid as a sender, owned by nobody (docs/facts.md#a11). */
export const smsNumber = '+15005550006';
/** The agent that RCS texts are sent to, where phones have RCS. */
export const rcsSender = 'backbeat_agent';
const mailFrom = 'Backbeat <tips@backbeat.example>';

/** The address at which our mails are answered. */
export const replyAddress = 'reply@backbeat.example';

/** The bucket into which received mail is put. */
export const inboundBucket = 'backbeat-inbound';

/** The bucket of the ledger. */
export const ledgerBucket = 'backbeat-ledger';
const configurationSet = 'backbeat';

/** The names of the queues. */
export const queueNames = ['sms', 'email', 'erasure'] as const;
/** One of those queues. */
export type QueueName = (typeof queueNames)[number];
/** The name of a queue's dead letters. */
export const deadLettersOf = (queue: string): string => `${queue}-dead-letters`;
/** The Lambda name of the function that reads mail. */
export const mailFunction = 'email-inbound';

/** The clinic that looks at red flags here, unless RED_FLAG_READERS names another: one of fiction, with its hours. */
const redFlagReaders: RedFlagReaders = {
  clinic: 'Elm Street Physio',
  zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
  contacts: ['front desk', 'duty physio'],
};

type Environment = Record<string, string | undefined>;

/**
 * Points the AWS SDK and the parameter extension at the stand-ins, and away from any real account on this machine.
 * `startSecret` is what the stand-ins ask for (access.ts), where they do.
 */
export const pointSdkAtStandIns = (
  environment: Environment,
  providersUrl: string,
  dynamoDbUrl: string,
  startSecret?: string,
): void => {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL']) delete environment[name];
  if (startSecret !== undefined) environment['AWS_SESSION_TOKEN'] = startSecret;
  Object.assign(environment, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // Files that do not exist: a developer's own profiles must not reach this process.
    AWS_CONFIG_FILE: '/nonexistent/aws-config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/aws-credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Unlike in a deployment, the endpoints are ours, so they must not be ignored.
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbUrl,
    AWS_ENDPOINT_URL_SQS: `${providersUrl}/sqs`,
    AWS_ENDPOINT_URL_SNS: `${providersUrl}/sns`,
    AWS_ENDPOINT_URL_SESV2: `${providersUrl}/ses`,
    AWS_ENDPOINT_URL_LAMBDA: `${providersUrl}/lambda`,
    // An IP address makes the SDK put the bucket into the path.
    AWS_ENDPOINT_URL_S3: `${providersUrl}/s3`,
    PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(providersUrl).port,
  });
};

/** The settings that infra/ gives every function. */
export const functionEnvironment = (
  environment: Environment,
  providersUrl: string,
  publicBaseUrl: string,
): Environment => ({
  ...environment,
  [variables.table]: tableName,
  [variables.publicBaseUrl]: publicBaseUrl,
  [variables.secretsParameter]: '/backbeat/secrets',
  [variables.smsQueue]: `${providersUrl}/sqs/${account}/sms`,
  [variables.emailQueue]: `${providersUrl}/sqs/${account}/email`,
  [variables.erasureQueue]: `${providersUrl}/sqs/${account}/erasure`,
  [variables.smsNumber]: smsNumber,
  [variables.rcsSender]: rcsSender,
  [variables.twilioAccount]: twilioAccount,
  [variables.twilioUrl]: `${providersUrl}/twilio`,
  [variables.twilioAnswersOptOut]: 'true',
  [variables.countries]: 'all',
  [variables.mailFrom]: mailFrom,
  [variables.replyAddress]: replyAddress,
  [variables.configurationSet]: configurationSet,
  [variables.inboundBucket]: inboundBucket,
  [variables.ledgerBucket]: ledgerBucket,
  [variables.ratePerSecond]: '25',
  [variables.workers]: '1',
  [variables.redFlagReaders]: environment[variables.redFlagReaders] ?? JSON.stringify(redFlagReaders),
  [variables.alertTopic]: `arn:aws:sns:${region}:${account}:backbeat-alerts`,
  [variables.contact]: 'help@backbeat.example',
  [variables.metricsNamespace]: 'backbeat-local',
});

/** The staff page's sign-in: the stand-in's (open-id-stand-in.ts), at this machine's own address. */
export const deskEnvironment = (serviceUrl: string): Environment => ({
  [variables.deskIssuer]: `${serviceUrl}${openIdPath}`,
  [variables.deskClientId]: openIdClient.clientId,
  [variables.deskStaffGroup]: openIdClient.staffGroup,
  [variables.deskClinicianGroup]: openIdClient.clinicianGroup,
});
