import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tableDefinition } from '../../shared/store/table.ts';
import { configurationSetName, prefixOf } from '../names.ts';
import { groupSizeFor, worker as workerSettings, workersFor } from '../pace.ts';
import * as permissions from '../permissions.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { FunctionEnvironment } from './environment.ts';
import { CommonAlarms, OutcomeAlarms } from './outcome-alarms.ts';
import type { ServiceContext } from './service-context.ts';
import { Tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

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
    new Tick(this, 'Tick', {
      operator: context.defaults.operator,
      target: this.scheduler(),
      name: 'schedule-tips',
      scheduleName: 'schedule',
      description: 'Queues the tips that have come due',
      lateHarm: 'The scheduler could not start a tick: tips come late, and not at all if it lasts for two hours.',
      silentHarm: 'The clock has stopped: nobody anywhere gets a tip.',
    });
    this.sendTexts();
    this.sendMail();
    const watched = { operator: context.defaults.operator, namespace: prefixOf(context.config.stage) };
    new OutcomeAlarms(this, 'SmsOutcomes', { ...watched, channel: 'sms', what: 'tips by text' });
    new OutcomeAlarms(this, 'EmailOutcomes', { ...watched, channel: 'email', what: 'tips by e-mail' });
    new CommonAlarms(this, 'CommonOutcomes', watched);
  }

  private workQueue(id: string, name: string): WorkQueue {
    return new WorkQueue(this, id, {
      operator: this.context.defaults.operator,
      name,
      consumerTimeout: sendTimeout,
      lostHarm:
        'A group of up to 100 people got no tip today, or a new subscriber no confirmation, and none is coming.',
      lateHarm: 'Tips are an hour late; from two hours on they are not sent at all.',
      lateAfter: Duration.hours(1),
    });
  }

  private get queueing(): FunctionEnvironment {
    return {
      table: this.context.table.tableName,
      smsQueue: this.sms.queue.queueUrl,
      emailQueue: this.email.queue.queueUrl,
    };
  }

  private scheduler(): BackbeatFunction {
    const { smsPerSecond, emailPerSecond } = this.context.config;
    const fn = new BackbeatFunction(this, 'ScheduleTips', {
      defaults: this.context.defaults,
      name: 'schedule-tips',
      // The next tick comes after five minutes and starts from the watermark: two at a time would only contend.
      timeout: Duration.minutes(4),
      memorySize: 512,
      environment: {
        ...this.queueing,
        smsGroupSize: String(groupSizeFor(smsPerSecond)),
        smsWorkers: String(workersFor(smsPerSecond)),
        emailGroupSize: String(groupSizeFor(emailPerSecond)),
        emailWorkers: String(workersFor(emailPerSecond)),
        smsPerSecond: String(smsPerSecond),
        emailPerSecond: String(emailPerSecond),
      },
      harm: 'Nobody is queued for a tip; those two hours late get none today.',
      retries: { attempts: 0, maxEventAge: Duration.minutes(5) },
    });
    permissions.maySchedule(fn, this.context.table, tableDefinition.dueIndex.name);
    permissions.mayQueue(fn, this.sms.queue, this.email.queue);
    return fn;
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
    environment: FunctionEnvironment,
  ): BackbeatFunction {
    const { config, defaults, table, baseUrl } = this.context;
    const workers = workersFor(ratePerSecond);
    const fn = new BackbeatFunction(this, id, {
      defaults,
      name: `send-tips-${channel}`,
      folder: 'send-tips',
      timeout: sendTimeout,
      memorySize: workerSettings.memorySize[channel],
      runtimeVariables: workerSettings.environment,
      environment: {
        ...this.queueing,
        ...environment,
        channel,
        publicBaseUrl: baseUrl,
        metricsNamespace: prefixOf(config.stage),
        ratePerSecond: String(ratePerSecond),
        workers: String(workers),
        smsSegmentsAMonth: String(config.smsSegmentsAMonth),
        emailsAMonth: String(config.emailsAMonth),
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
