import { Duration, TimeZone } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tableDefinition } from '../../shared/store/table.ts';
import { configurationSetName } from '../names.ts';
import { workersFor } from '../pace.ts';
import * as permissions from '../permissions.ts';
import { HarmAlarm } from './alarm.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { Environment, ServiceContext } from './service-context.ts';
import { DeadLetters, WorkQueue } from './work-queue.ts';

/** A worker starts no send after 40 s; Twilio may take 10 s for the last, and its record some more (functions/send-tips). */
const sendTimeout = Duration.seconds(60);

/** From the clock to the providers: the tick, a queue for each channel, and their workers. */
export class TipSending extends Construct {
  readonly emailQueue: Queue;
  private readonly context: ServiceContext;
  private readonly sms: WorkQueue;
  private readonly email: WorkQueue;

  constructor(scope: Construct, id: string, context: ServiceContext) {
    super(scope, id);
    this.context = context;
    this.sms = this.workQueue('SmsWork', 'sms-queue');
    this.email = this.workQueue('EmailWork', 'email-queue');
    this.emailQueue = this.email.queue;
    this.tick(this.scheduler());
    this.sendTexts();
    this.sendMail();
  }

  private workQueue(id: string, name: string): WorkQueue {
    return new WorkQueue(this, id, {
      operator: this.context.defaults.operator,
      name,
      consumerTimeout: sendTimeout,
      lostHarm: 'A group of up to 25 people got no tip today, or a new subscriber no confirmation, and none is coming.',
      lateHarm: 'Tips are an hour late; from two hours on they are not sent at all.',
      lateAfter: Duration.hours(1),
    });
  }

  private get queueing(): Environment {
    return {
      table: this.context.table.tableName,
      smsQueue: this.sms.queue.queueUrl,
      emailQueue: this.email.queue.queueUrl,
    };
  }

  private scheduler(): BackbeatFunction {
    const fn = new BackbeatFunction(this, 'ScheduleTips', {
      defaults: this.context.defaults,
      name: 'schedule-tips',
      // The next tick comes after five minutes and starts from the watermark: two at a time would only contend.
      timeout: Duration.minutes(4),
      memorySize: 512,
      environment: this.queueing,
      harm: 'Nobody is queued for a tip; those two hours late get none today.',
      retries: { attempts: 0, maxEventAge: Duration.minutes(5) },
    });
    permissions.maySchedule(fn, this.context.table, tableDefinition.dueIndex.name);
    permissions.mayQueue(fn, this.sms.queue, this.email.queue);
    return fn;
  }

  private tick(fn: BackbeatFunction): void {
    const { operator } = this.context.defaults;
    const deadLetters = new DeadLetters(this, 'TickDeadLetters', {
      operator,
      name: 'schedule',
      harm: 'The scheduler could not start a tick: tips come late, and not at all if it lasts for two hours.',
    });
    new Schedule(this, 'EveryFiveMinutes', {
      description: 'Queues the tips that have come due',
      // A cron, not a rate: a rate counts from the deployment, and every tip would come up to five minutes late.
      schedule: ScheduleExpression.cron({ minute: '0/5', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(fn, {
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
        deadLetterQueue: deadLetters,
      }),
    });
    new HarmAlarm(this, 'NotRunning', {
      operator,
      heading: 'schedule-tips-not-running',
      harm: 'The clock has stopped: nobody anywhere gets a tip.',
      metric: fn.metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      missingIsBreaching: true,
    });
  }

  private sendTexts(): void {
    const { smsNumber, twilioAccountSid, messagingServiceSid, smsPerSecond } = this.context.config;
    this.worker('SendTipsSms', 'sms', 'Tips by text', this.sms, smsPerSecond, {
      smsNumber,
      twilioAccount: twilioAccountSid,
      ...(messagingServiceSid === undefined ? {} : { messagingService: messagingServiceSid }),
    });
  }

  private sendMail(): void {
    const { mailFrom, mailDomain, replyAddress, contact, stage, emailPerSecond } = this.context.config;
    const configurationSet = configurationSetName(stage);
    const mail = { mailFrom, replyAddress, contact, configurationSet };
    const fn = this.worker('SendTipsEmail', 'email', 'Tips by e-mail', this.email, emailPerSecond, mail);
    permissions.maySendMail(fn, mailDomain, configurationSet);
  }

  private worker(
    id: string,
    channel: 'sms' | 'email',
    what: string,
    work: WorkQueue,
    ratePerSecond: number,
    environment: Environment,
  ): BackbeatFunction {
    const { config, defaults, table, baseUrl } = this.context;
    const workers = workersFor(ratePerSecond);
    const fn = new BackbeatFunction(this, id, {
      defaults,
      name: `send-tips-${channel}`,
      folder: 'send-tips',
      timeout: sendTimeout,
      memorySize: 256,
      environment: {
        ...this.queueing,
        ...environment,
        channel,
        publicBaseUrl: baseUrl,
        ratePerSecond: String(ratePerSecond),
        workers: String(workers),
      },
      secretsParameter: config.secretsParameter,
      harm: `${what} fail; they are tried again until they are two hours late, then skipped for the day.`,
    });
    permissions.maySendTips(fn, table);
    // Somebody who has changed the channel since the tick is handed to the other queue.
    permissions.mayQueue(fn, this.sms.queue, this.email.queue);
    work.feed(fn, workers);
    return fn;
  }
}
