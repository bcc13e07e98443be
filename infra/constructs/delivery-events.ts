import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import { configurationSetName, prefixOf } from '../names.ts';
import * as permissions from '../permissions.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import { onlyChannelOf, type ServiceContext } from './service-context.ts';

/** Records what became of messages: one function takes Twilio's callbacks and SES's events. */
export class DeliveryEvents extends Construct {
  readonly handler: BackbeatFunction;

  constructor(scope: Construct, id: string, { config, defaults, table, baseUrl }: ServiceContext) {
    super(scope, id);
    this.handler = new BackbeatFunction(this, 'DeliveryEvents', {
      defaults,
      name: 'delivery-events',
      // Less than the 15 s after which Twilio hangs up.
      timeout: Duration.seconds(10),
      memorySize: 256,
      environment: {
        table: table.tableName,
        publicBaseUrl: baseUrl,
        metricsNamespace: prefixOf(config.stage),
        ...onlyChannelOf(config),
      },
      secretsParameter: config.secretsParameter,
      harm: 'Bounces, complaints and dead numbers are not recorded: people who complained may be written to again.',
      // Only SES's events are tried again; Twilio waits for the answer and repeats by itself.
      ...(config.email && { retries: { attempts: 2, maxEventAge: Duration.hours(6) } }),
    });
    permissions.mayRecordReceipts(this.handler, table);
    if (config.email !== undefined) this.recordMailEvents(config.stage);
  }

  private recordMailEvents(stage: string): void {
    this.handler.alarmWhenGivenUp('A bounce or a complaint was given up: that person may be written to again.');
    /**
     * There is no dead-letter queue: it would hold people's addresses, which must stay in the table. If an event is
     * lost, SES's own suppression list still stands.
     */
    const rule = new Rule(this, 'MailEvents', {
      description: 'What became of the mail that Backbeat sent',
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSetName(stage)] } } },
      },
      targets: [new LambdaFunction(this.handler, { retryAttempts: 10, maxEventAge: Duration.hours(6) })],
    });
    acceptFindings(rule, {
      'Serverless-EventBusDLQ':
        "It would hold people's addresses; SES's suppression list stands behind an event that is lost.",
    });
  }
}
