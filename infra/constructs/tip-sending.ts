import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tableDefinition } from '../../shared/store/table.ts';
import type { EmailConfig, SmsConfig } from '../config.ts';
import { configurationSetName, prefixOf } from '../names.ts';
import { groupSizeFor, worker as workerSettings, workersFor } from '../pace.ts';
import * as permissions from '../permissions.ts';
import { readersSetting } from '../readers-config.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { FunctionEnvironment } from './environment.ts';
import { CommonAlarms, OutcomeAlarms } from './outcome-alarms.ts';
import { capsOf, onlyChannelOf, type ServiceContext } from './service-context.ts';
import { Tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

/** A worker starts no send after 40 s; Twilio may take 10 s for the last, and its record some more (functions/send-tips). */
const sendTimeout = Duration.seconds(60);

/** From the clock to the providers: the tick, a queue for each channel, and their workers. */
export class TipSending extends Construct {
  /** The queues of the channels that there are. */
  readonly sms: WorkQueue | undefined;
  readonly email: WorkQueue | undefined;
  private readonly context: ServiceContext;

  constructor(scope: Construct, id: string, context: ServiceContext) {
    super(scope, id);
    this.context = context;
    const { sms, email } = context.config;
    this.sms = sms && this.workQueue('SmsWork', 'sms-queue');
    this.email = email && this.workQueue('EmailWork', 'email-queue');
    new Tick(this, 'Tick', {
      operator: context.defaults.operator,
      target: this.scheduler(),
      name: 'schedule-tips',
      lostTicks: context.lostTicks,
      description: 'Queues the tips that have come due',
      silentHarm: 'The clock has stopped: nobody anywhere gets a tip.',
    });
    const watched = { operator: context.defaults.operator, namespace: prefixOf(context.config.stage) };
    if (sms && this.sms) {
      this.sendTexts(sms, this.sms);
      new OutcomeAlarms(this, 'SmsOutcomes', { ...watched, channel: 'sms', what: 'tips by text' });
    }
    if (email && this.email) {
      this.sendMail(email, this.email);
      new OutcomeAlarms(this, 'EmailOutcomes', { ...watched, channel: 'email', what: 'tips by e-mail' });
    }
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
      ...(this.sms && { smsQueue: this.sms.queue.queueUrl }),
      ...(this.email && { emailQueue: this.email.queue.queueUrl }),
      ...onlyChannelOf(this.context.config),
    };
  }

  private get queues(): readonly Queue[] {
    return [this.sms, this.email].flatMap((work) => (work ? [work.queue] : []));
  }

  private scheduler(): BackbeatFunction {
    const { sms, email } = this.context.config;
    const fn = new BackbeatFunction(this, 'ScheduleTips', {
      defaults: this.context.defaults,
      name: 'schedule-tips',
      // The next tick comes after five minutes and starts from the watermark: two at a time would only get in each
      // other's way.
      timeout: Duration.minutes(4),
      memorySize: 512,
      environment: {
        ...this.queueing,
        ...(sms && {
          smsGroupSize: String(groupSizeFor(sms.smsPerSecond)),
          smsWorkers: String(workersFor(sms.smsPerSecond)),
          smsPerSecond: String(sms.smsPerSecond),
        }),
        ...(email && {
          emailGroupSize: String(groupSizeFor(email.emailPerSecond)),
          emailWorkers: String(workersFor(email.emailPerSecond)),
          emailPerSecond: String(email.emailPerSecond),
        }),
      },
      harm: 'Nobody is queued for a tip; those two hours late get none today.',
      retries: { attempts: 0, maxEventAge: Duration.minutes(5) },
    });
    permissions.maySchedule(fn, this.context.table, tableDefinition.dueIndex.name);
    permissions.mayQueue(fn, ...this.queues);
    return fn;
  }

  private sendTexts(sms: SmsConfig, work: WorkQueue): void {
    const { smsNumber, twilioAccountSid, messagingServiceSid, smsPerSecond } = sms;
    this.worker('SendTipsSms', 'sms', 'Tips by text', work, smsPerSecond, {
      smsNumber,
      twilioAccount: twilioAccountSid,
      ...(messagingServiceSid === undefined ? {} : { messagingService: messagingServiceSid }),
    });
  }

  private sendMail({ mailFrom, mailDomain, replyAddress, emailPerSecond }: EmailConfig, work: WorkQueue): void {
    const { contact, stage, redFlagReaders } = this.context.config;
    const configurationSet = configurationSetName(stage);
    const readers = readersSetting(redFlagReaders);
    const mail = { mailFrom, replyAddress, contact, configurationSet, redFlagReaders: readers };
    const fn = this.worker('SendTipsEmail', 'email', 'Tips by e-mail', work, emailPerSecond, mail);
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
        ...capsOf(config),
      },
      secretsParameter: config.secretsParameter,
      harm: `${what} fail; they are tried again until they are two hours late, then skipped for the day.`,
    });
    permissions.maySendTips(fn, table);
    // Somebody who has changed the channel since the tick is moved to the other queue.
    permissions.mayQueue(fn, ...this.queues);
    work.feed(fn, workers);
    return fn;
  }
}
