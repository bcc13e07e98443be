import type { Config } from '../../../infra/config.ts';
import type { HttpAnswer, HttpClient } from '../../../shared/platform/http-client.ts';
import { stubSecrets } from '../../support/accepting-providers.ts';

// What a deployment with nothing wrong answers, in the shapes that the AWS CLI's and Twilio's references document.

const webhook = 'https://api-id.execute-api.us-east-1.amazonaws.com/webhooks/twilio/inbound';
export const inboundWebhook = `${webhook}#rc=2&rp=ct,rt,5xx&rt=4500`;
const authToken = '0123456789abcdef0123456789abcdef';
const topic = 'arn:aws:sns:us-east-1:111122223333:backbeat-test-service-OperatorTopic';
export const alertTopic = 'arn:aws:sns:us-east-1:111122223333:backbeat-test-service-RedFlagsTopic';

export interface World {
  /** By the first two words of the command, and the stack's, schedule's or identity's name where there is one. */
  aws: Record<string, unknown>;
  /** By the path. */
  twilio: Record<string, unknown>;
  mx: readonly string[] | Error;
  txt: readonly string[] | Error;
}

const stack = (StackStatus: string) => ({
  Stacks: [
    {
      StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/x/y',
      StackName: 'x',
      CreationTime: '2026-11-29T10:00:00+00:00',
      StackStatus,
      Outputs: [{ OutputKey: 'InboundWebhook', OutputValue: inboundWebhook, Description: 'Twilio' }],
      EnableTerminationProtection: false,
    },
  ],
});

export const secretsWith = (changes: Readonly<Record<string, unknown>>, Type = 'SecureString') => ({
  Parameter: {
    Name: '/backbeat/test/secrets',
    Type,
    Value: JSON.stringify({ ...stubSecrets, twilioAuthToken: authToken, ...changes }),
    Version: 1,
    ARN: 'arn:aws:ssm:us-east-1:111122223333:parameter/backbeat/test/secrets',
    DataType: 'text',
  },
});

export const healthyWorld = ({ alarmEmail, sms, email }: Config): World => {
  const { twilioAccountSid = '' } = sms ?? {};
  const { mailDomain = '' } = email ?? {};
  return worldOf(alarmEmail, twilioAccountSid, mailDomain);
};

const worldOf = (alarmEmail: string, twilioAccountSid: string, mailDomain: string): World => ({
  aws: {
    'sts get-caller-identity': { UserId: 'AIDA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/x' },
    'cloudformation describe-stacks backbeat-test-data': stack('CREATE_COMPLETE'),
    'cloudformation describe-stacks backbeat-test-service': stack('UPDATE_COMPLETE'),
    'cloudformation describe-stacks backbeat-test-mail': stack('UPDATE_COMPLETE'),
    'cloudformation list-stack-resources backbeat-test-service': {
      StackResourceSummaries: [
        {
          LogicalResourceId: 'a',
          PhysicalResourceId: topic,
          ResourceType: 'AWS::SNS::Topic',
          ResourceStatus: 'CREATE_COMPLETE',
        },
        { LogicalResourceId: 'alerts', PhysicalResourceId: alertTopic, ResourceType: 'AWS::SNS::Topic' },
        { LogicalResourceId: 'b', PhysicalResourceId: 'tick', ResourceType: 'AWS::Scheduler::Schedule' },
        { LogicalResourceId: 'c', PhysicalResourceId: 'reconcile', ResourceType: 'AWS::Scheduler::Schedule' },
        { LogicalResourceId: 'd', PhysicalResourceId: 'alert', ResourceType: 'AWS::Scheduler::Schedule' },
      ],
    },
    'sns list-subscriptions-by-topic': {
      Subscriptions: [
        {
          SubscriptionArn: `${topic}:uuid`,
          Owner: '111122223333',
          Protocol: 'email',
          Endpoint: alarmEmail,
          TopicArn: topic,
        },
      ],
    },
    [`sns list-subscriptions-by-topic ${alertTopic}`]: {
      Subscriptions: [
        { SubscriptionArn: `${alertTopic}:desk`, Protocol: 'email', Endpoint: 'desk@elm-street.example' },
        { SubscriptionArn: `${alertTopic}:physio`, Protocol: 'https', Endpoint: 'https://pager.example/backbeat' },
      ],
    },
    'ssm get-parameter': secretsWith({}),
    'scheduler get-schedule tick': { Name: 'tick', State: 'ENABLED', ScheduleExpression: 'cron(0/5 * * * ? *)' },
    'scheduler get-schedule reconcile': { Name: 'reconcile', State: 'ENABLED' },
    'scheduler get-schedule alert': { Name: 'alert', State: 'ENABLED' },
    'lambda get-account-settings': {
      AccountLimit: {
        TotalCodeSize: 80530636800,
        CodeSizeUnzipped: 262144000,
        ConcurrentExecutions: 1000,
        UnreservedConcurrentExecutions: 1000,
      },
      AccountUsage: { TotalCodeSize: 1, FunctionCount: 9 },
    },
    'budgets describe-budgets': { Budgets: [{ BudgetName: 'backbeat', BudgetType: 'COST' }] },
    'sesv2 get-account': {
      DedicatedIpAutoWarmupEnabled: false,
      EnforcementStatus: 'HEALTHY',
      ProductionAccessEnabled: true,
      SendQuota: { Max24HourSend: 50000, MaxSendRate: 14, SentLast24Hours: 0 },
      SendingEnabled: true,
      PricingAttributes: { CurrentPlan: 'ESSENTIALS', NextPlan: 'NONE' },
    },
    'sesv2 get-email-identity': {
      IdentityType: 'DOMAIN',
      VerifiedForSendingStatus: true,
      DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS', Tokens: ['a', 'b', 'c'] },
      MailFromAttributes: {
        MailFromDomain: `bounce.${mailDomain}`,
        MailFromDomainStatus: 'SUCCESS',
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      },
    },
    'ses describe-active-receipt-rule-set': {
      Metadata: { Name: 'backbeat-test-inbound', CreatedTimestamp: '2026-11-29T10:00:00+00:00' },
      Rules: [
        {
          Name: 'Inbound',
          Enabled: true,
          TlsPolicy: 'Optional',
          Recipients: [mailDomain],
          Actions: [],
          ScanEnabled: true,
        },
      ],
    },
  },
  twilio: {
    [`/2010-04-01/Accounts/${twilioAccountSid}.json`]: { sid: twilioAccountSid, status: 'active', type: 'Full' },
    [`/2010-04-01/Accounts/${twilioAccountSid}/IncomingPhoneNumbers.json`]: {
      incoming_phone_numbers: [
        {
          sid: `PN${'0'.repeat(32)}`,
          sms_url: inboundWebhook,
          sms_method: 'POST',
          sms_fallback_url: inboundWebhook,
          capabilities: { voice: true, sms: true, mms: true, fax: false },
        },
      ],
    },
    '/v1/Services/MG00000000000000000000000000000000': {
      inbound_request_url: inboundWebhook,
      fallback_url: inboundWebhook,
      use_inbound_webhook_on_number: false,
    },
    '/v1/Services/MG00000000000000000000000000000000/Compliance/Usa2p': {
      compliance: [{ campaign_status: 'VERIFIED' }],
    },
    '/v1/Tollfree/Verifications': { verifications: [{ status: 'TWILIO_APPROVED' }] },
  },
  mx: ['inbound-smtp.us-east-1.amazonaws.com'],
  txt: ['v=DMARC1; p=quarantine'],
});

const named = ['--stack-name', '--name', '--topic-arn'];
const keyOf = (world: World, parameters: readonly string[]): string => {
  const command = parameters.slice(0, 2).join(' ');
  const name = parameters[parameters.findIndex((one) => named.includes(one)) + 1] ?? '';
  return `${command} ${name}` in world.aws ? `${command} ${name}` : command;
};

const answered = (status: number, value: unknown): HttpAnswer => ({
  ok: status < 300,
  status,
  headers: { get: () => null },
  text: async () => JSON.stringify(value),
});

/** Clients that answer from such a world. A call whose answer is an Error fails with it. */
export const instrumentsFor = (world: World) => {
  const send: HttpClient = async (url, { headers }) => {
    const expected = `Basic ${Buffer.from(`AC${'0'.repeat(32)}:${authToken}`).toString('base64')}`;
    if (headers?.['authorization'] !== expected) return answered(401, {});
    const found = world.twilio[new URL(url).pathname];
    if (found instanceof Error) throw found;
    return found === undefined ? answered(404, {}) : answered(200, found);
  };
  const orThrow = async (records: readonly string[] | Error): Promise<readonly string[]> => {
    if (records instanceof Error) throw records;
    return records;
  };
  return {
    aws: async (parameters: readonly string[]): Promise<string> => {
      const found = world.aws[keyOf(world, parameters)];
      if (found instanceof Error) throw found;
      return found === undefined ? '' : JSON.stringify(found);
    },
    dns: { mx: () => orThrow(world.mx), txt: () => orThrow(world.txt) },
    send,
    now: Date.UTC(2026, 10, 29),
  };
};
