import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';
import { Operator } from './constructs/alarm.ts';
import type { BackbeatFunction, CodeOf } from './constructs/backbeat-function.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { DeliveryEvents } from './constructs/delivery-events.ts';
import { Erasure } from './constructs/erasure.ts';
import { PromiseLedger } from './constructs/promise-ledger.ts';
import { PublicApi } from './constructs/public-api.ts';
import { RedFlags } from './constructs/red-flags.ts';
import { ReplyFunctions } from './constructs/reply-functions.ts';
import type { ServiceContext } from './constructs/service-context.ts';
import { StaffDirectory } from './constructs/staff-directory.ts';
import { StaffPage } from './constructs/staff-page.ts';
import { Tallies } from './constructs/tallies.ts';
import { TipSending } from './constructs/tip-sending.ts';
import { DeadLetters } from './constructs/work-queue.ts';
import { lostTicksQueueName, prefixOf } from './names.ts';

interface ServiceStackProps extends StackProps {
  readonly config: Config;
  readonly table: TableV2;
  readonly inboundMail: Bucket | undefined;
  readonly ledger: Bucket;
  /** The staff directory, where the stacks keep one. */
  readonly staff: UserPool | undefined;
  readonly codeOf: CodeOf;
}

/**
 * Webhook requests per text sent: up to three are status callbacks; the rest is for answers, and for bursts after a
 * carrier's outage.
 */
const webhooksPerText = 6;
const leastWebhookRate = 50;

/**
 * Tells Twilio to try twice more after everything that may lose a text, within the 15 s that it gives all tries
 * (docs/facts.md#a4).
 */
const twilioRetries = '#rc=2&rp=ct,rt,5xx&rt=4500';
const inboundPath = '/webhooks/twilio/inbound';
const statusPath = '/webhooks/twilio/status';

/** What runs and keeps nothing: functions, queues, schedules, the API, the alarms. */
export class ServiceStack extends Stack {
  readonly operator: Operator;
  /** Where there is mail. */
  readonly emailInbound: BackbeatFunction | undefined;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { config, table, inboundMail, ledger, codeOf } = props;
    const logRetention = config.logRetentionDays;
    const prefix = prefixOf(config.stage);
    this.operator = new Operator(this, 'Operator', {
      prefix,
      email: config.alarmEmail,
      runbookUrl: config.runbookUrl,
    });
    const api = new PublicApi(this, 'PublicApi', {
      operator: this.operator,
      name: prefix,
      logRetention,
      customDomain: config.customDomain,
      cloudFront: config.cloudFront,
      // Rounded up: API Gateway refuses a fraction as a burst limit, and CloudFormation notices only when it deploys.
      webhookRate: Math.max(leastWebhookRate, Math.ceil(webhooksPerText * (config.sms?.smsPerSecond ?? 0))),
    });
    const defaults = { operator: this.operator, codeOf, logRetention };
    const lostTicks = new DeadLetters(this, 'LostTicks', {
      operator: this.operator,
      name: 'schedule',
      queueName: lostTicksQueueName(config.stage),
      harm: 'The scheduler could not start a tick: tips come late, lost texts are found late, and the clinic hears of red flags late.',
    });
    const context: ServiceContext = { config, defaults, table, lostTicks, baseUrl: api.baseUrl };

    const { sms, email } = new TipSending(this, 'TipSending', context);
    const { work: erasure } = new Erasure(this, 'Erasure', context);
    const [emailQueue, erasureQueue] = [email?.queue, erasure.queue];
    new PromiseLedger(this, 'PromiseLedger', { ...context, ledger });
    new Tallies(this, 'Tallies', context);
    const receipts = new DeliveryEvents(this, 'Receipts', context);
    const people = new ReplyFunctions(this, 'Conversation', { ...context, emailQueue, erasureQueue, inboundMail });
    this.emailInbound = people.mails;
    if (config.redFlagReaders !== 'nobody')
      new RedFlags(this, 'RedFlags', { ...context, readers: config.redFlagReaders });

    if (people.texts !== undefined) {
      api.webhook(inboundPath, people.texts);
      api.webhook(statusPath, receipts.handler);
    }
    const signIn = config.desk ?? this.ownSignIn(config, props.staff, api.baseUrl);
    if (signIn !== undefined)
      api.below(
        '/desk',
        new StaffPage(this, 'StaffPage', { ...context, signIn, work: { sms, email, erasure } }).handler,
      );
    api.pages(people.pages);
    new Dashboard(this, 'Dashboard', { prefix, namespace: prefix, people, api, runbookUrl: config.runbookUrl });
    this.addOutputs(api, config);
  }

  /** The sign-in at the stacks' own directory, where there is one. */
  private ownSignIn(config: Config, pool: UserPool | undefined, baseUrl: string): Config['desk'] {
    const { deskUserPool: domainPrefix, region } = config;
    if (pool === undefined || domainPrefix === undefined) return undefined;
    return new StaffDirectory(this, 'StaffDirectory', { pool, domainPrefix, region, baseUrl }).signIn;
  }

  private addOutputs(api: PublicApi, { sms, secretsParameter }: Config): void {
    const output = (id: string, value: string, description: string) => new CfnOutput(this, id, { value, description });
    output('BaseUrl', api.baseUrl, 'Where people sign up');
    if (sms !== undefined) {
      output('InboundWebhook', `${api.baseUrl}${inboundPath}${twilioRetries}`, 'Twilio: a message comes in');
      output('StatusWebhook', `${api.baseUrl}${statusPath}${twilioRetries}`, 'Twilio: status callback URL');
    }
    output('SecretsParameter', secretsParameter, 'SSM SecureString (docs/deploy.md, step 3)');
    if (api.domainTarget !== undefined)
      output('CustomDomainTarget', api.domainTarget, 'DNS: CNAME of the custom domain');
  }
}
