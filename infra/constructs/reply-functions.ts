import { Duration } from 'aws-cdk-lib';
import type { IDestination } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { EmailConfig, SmsConfig } from '../config.ts';
import { configurationSetName, prefixOf } from '../names.ts';
import * as permissions from '../permissions.ts';
import { readersSetting } from '../readers-config.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { FunctionEnvironment } from './environment.ts';
import { capsOf, onlyChannelOf, type ServiceContext } from './service-context.ts';
import { Tick } from './tick.ts';

/**
 * Writes an event that was given up beside its mail: it names the sender, so it must be deleted with the mail after a
 * week, and lie nowhere else. CDK's own S3Destination would let the function write to the whole bucket, and do more
 * than put.
 */
const besideTheMail = (bucket: Bucket): IDestination => ({ bind: () => ({ destination: bucket.bucketArn }) });

interface ReplyFunctionsProps extends ServiceContext {
  /** Where there is mail. */
  readonly emailQueue: Queue | undefined;
  readonly inboundMail: Bucket | undefined;
  readonly erasureQueue: Queue;
}

/** The functions that answer people: by text, by mail, on the web. */
export class ReplyFunctions extends Construct {
  readonly texts: BackbeatFunction | undefined;
  readonly mails: BackbeatFunction | undefined;
  readonly pages: BackbeatFunction;
  private readonly props: ReplyFunctionsProps;

  constructor(scope: Construct, id: string, props: ReplyFunctionsProps) {
    super(scope, id);
    this.props = props;
    const { sms, email } = props.config;
    this.texts = sms && this.answerTexts(sms);
    this.mails = email && props.inboundMail && this.answerMails(email, props.inboundMail);
    this.pages = this.showPages();
    const lostTexts = sms && this.findLostTexts(sms);
    for (const fn of [this.texts, this.mails, this.pages, lostTexts]) {
      if (fn === undefined) continue;
      permissions.mayAnswer(fn, props.table);
      permissions.mayQueue(fn, ...(props.emailQueue ? [props.emailQueue] : []), props.erasureQueue);
    }
  }

  private answerTexts({ webhookConcurrency }: SmsConfig): BackbeatFunction {
    const { config, defaults } = this.props;
    return new BackbeatFunction(this, 'SmsInbound', {
      defaults,
      name: 'sms-inbound',
      // Twilio gives all its tries 15 s together. A text that is not stored by then has failed, so the function must
      // stop.
      timeout: Duration.seconds(10),
      // Executions reserved for texts, so that a flood of pages cannot take them and a STOP always finds one. A flood
      // of texts gets no more than these either.
      reservedConcurrency: webhookConcurrency,
      memorySize: 512,
      environment: this.environment,
      secretsParameter: config.secretsParameter,
      harm: 'Texts are not answered: a STOP, a pain score or a cry for help may be lost.',
    });
  }

  private answerMails(email: EmailConfig, inboundMail: Bucket): BackbeatFunction {
    const { config, defaults } = this.props;
    const fn = new BackbeatFunction(this, 'EmailInbound', {
      defaults,
      name: 'email-inbound',
      timeout: Duration.seconds(30),
      memorySize: 512,
      environment: { ...this.environment, ...this.sender, inboundBucket: inboundMail.bucketName },
      secretsParameter: config.secretsParameter,
      harm: 'E-mails are not answered: an unsubscribe, a pain score or a cry for help may wait in the bucket.',
      retries: { attempts: 2, maxEventAge: Duration.hours(6), onFailure: besideTheMail(inboundMail) },
    });
    fn.alarmWhenGivenUp('An e-mail was given up: an unsubscribe or a pain score was not stored.');
    permissions.mayHandleMail(fn, inboundMail);
    permissions.mayWriteDownGivenUp(fn, inboundMail);
    permissions.maySendMail(fn, email.mailDomain, configurationSetName(config.stage));
    return fn;
  }

  private showPages(): BackbeatFunction {
    const { config, defaults } = this.props;
    const fn = new BackbeatFunction(this, 'Web', {
      defaults,
      name: 'web',
      timeout: Duration.seconds(15),
      memorySize: 512,
      environment: {
        ...this.environment,
        ...this.sender,
        behindCloudFront: String(config.cloudFront !== undefined),
      },
      secretsParameter: config.secretsParameter,
    });
    if (config.email !== undefined) permissions.mayForgetBounces(fn);
    return fn;
  }

  /** The function that finds texts in Twilio's list whose webhook never succeeded. */
  private findLostTexts(sms: SmsConfig): BackbeatFunction {
    const { config, defaults, lostTicks } = this.props;
    const { twilioAccountSid: twilioAccount, messagingServiceSid: messagingService, rcsSenderId: rcsSender } = sms;
    const { secretsParameter } = config;
    const target = new BackbeatFunction(this, 'ReconcileInbound', {
      defaults,
      name: 'reconcile-inbound',
      // The next run comes after five minutes and starts from the watermark: two at a time would only get in each
      // other's way.
      timeout: Duration.minutes(4),
      memorySize: 512,
      environment: {
        ...this.environment,
        twilioAccount,
        ...(messagingService === undefined ? {} : { messagingService }),
        ...(rcsSender === undefined ? {} : { rcsSender }),
      },
      secretsParameter,
      harm: 'Texts whose webhook failed are not handled: a STOP, a pain score or a cry for help may wait in the list.',
      retries: { attempts: 0, maxEventAge: Duration.minutes(5) },
    });
    new Tick(this, 'ReconcileTick', {
      operator: defaults.operator,
      target,
      name: 'reconcile-inbound',
      lostTicks,
      description: 'Handles the texts that never reached the webhook',
      silentHarm: 'Nobody looks for texts whose webhook failed: a STOP or a cry for help among them stays unheard.',
    });
    return target;
  }

  /** The settings of the sender, where there is mail. */
  private get sender(): FunctionEnvironment {
    const { stage, email } = this.props.config;
    return email ? { mailFrom: email.mailFrom, configurationSet: configurationSetName(stage) } : {};
  }

  /** The settings that answering needs on every channel. */
  private get environment(): FunctionEnvironment {
    const { config, table, baseUrl, emailQueue, erasureQueue } = this.props;
    const { sms, email } = config;
    return {
      table: table.tableName,
      metricsNamespace: prefixOf(config.stage),
      publicBaseUrl: baseUrl,
      erasureQueue: erasureQueue.queueUrl,
      contact: config.contact,
      redFlagReaders: readersSetting(config.redFlagReaders),
      ...onlyChannelOf(config),
      ...capsOf(config),
      ...(sms && {
        smsNumber: sms.smsNumber,
        twilioAnswersOptOut: String(sms.twilioAnswersOptOut),
        countries: sms.countries.join(','),
        joinsADay: String(sms.joinsADay),
        joinsInTotal: String(sms.joinsInTotal),
      }),
      ...(email && { replyAddress: email.replyAddress }),
      ...(emailQueue && { emailQueue: emailQueue.queueUrl }),
    };
  }
}
