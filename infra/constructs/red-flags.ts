import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alias } from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { unansweredMetric } from '../../shared/platform/metrics.ts';
import { acceptFindings } from '../accepted-findings.ts';
import { prefixOf } from '../names.ts';
import * as permissions from '../permissions.ts';
import { type ReadersConfig, readersSetting } from '../readers-config.ts';
import { HarmAlarm } from './alarm.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';
import { Tick } from './tick.ts';

interface RedFlagsProps extends ServiceContext {
  readonly readers: Exclude<ReadersConfig, 'nobody'>;
}

/**
 * Brings red flags to the contacts of a clinic that looks at them: their topic, the function that tells them, the
 * alarms.
 */
export class RedFlags extends Construct {
  private readonly props: RedFlagsProps;
  private readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props: RedFlagsProps) {
    super(scope, id);
    this.props = props;
    const { config, defaults, readers } = props;
    this.topic = new sns.Topic(this, 'Topic', {
      enforceSSL: true,
      displayName: 'Backbeat',
      // AWS's own key costs nothing while there are no alerts, and everybody who may publish may use it.
      masterKey: Alias.fromAliasName(this, 'Key', 'alias/aws/sns'),
    });
    acceptFindings(this.topic, {
      'Serverless-SNSRedrivePolicy': 'What SNS cannot deliver nobody acknowledges: the next contact is told.',
    });
    for (const contact of readers.contacts) {
      const filterPolicy = { contact: sns.SubscriptionFilter.stringFilter({ allowlist: [contact.name] }) };
      this.topic.addSubscription(
        contact.email === undefined
          ? new UrlSubscription(contact.https ?? '', { filterPolicy })
          : new EmailSubscription(contact.email, { filterPolicy }),
      );
    }
    const target = this.alertClinic();
    new Tick(this, 'AlertTick', {
      operator: defaults.operator,
      target,
      name: 'alert-clinic',
      lostTicks: props.lostTicks,
      description: 'Tells the clinic of red flags that nobody has acknowledged',
      silentHarm: 'Nobody at the clinic is told of red flags, and people were told that somebody is.',
    });
    new HarmAlarm(this, 'Unanswered', {
      operator: defaults.operator,
      heading: 'red-flags-unanswered',
      harm: 'Every contact was told of a red flag, and nobody has acknowledged it: people were told that somebody looks.',
      metric: new Metric({
        namespace: prefixOf(config.stage),
        metricName: unansweredMetric,
        statistic: 'Maximum',
        period: Duration.minutes(10),
      }),
      threshold: 1,
    });
  }

  private alertClinic(): BackbeatFunction {
    const { config, defaults, table, readers } = this.props;
    const fn = new BackbeatFunction(this, 'AlertClinic', {
      defaults,
      name: 'alert-clinic',
      timeout: Duration.minutes(1),
      memorySize: 256,
      environment: {
        table: table.tableName,
        redFlagReaders: readersSetting(readers),
        alertTopic: this.topic.topicArn,
        metricsNamespace: prefixOf(config.stage),
      },
      harm: 'The clinic is not told of red flags, and people were told that it is.',
      retries: { attempts: 2, maxEventAge: Duration.minutes(5) },
    });
    permissions.mayAlert(fn, table, this.topic);
    return fn;
  }
}
