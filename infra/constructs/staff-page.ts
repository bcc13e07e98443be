import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tableDefinition } from '../../shared/store/table.ts';
import type { Config } from '../config.ts';
import { configurationSetName } from '../names.ts';
import * as permissions from '../permissions.ts';
import { readersSetting } from '../readers-config.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { FunctionEnvironment } from './environment.ts';
import { capsOf, onlyChannelOf, type ServiceContext } from './service-context.ts';
import type { WorkQueue } from './work-queue.ts';

interface StaffPageProps extends ServiceContext {
  readonly signIn: NonNullable<Config['desk']>;
  /** The queues of the channels that there are, and of erasures. */
  readonly work: {
    readonly sms?: WorkQueue | undefined;
    readonly email?: WorkQueue | undefined;
    readonly erasure: WorkQueue;
  };
}

/** By what a tip is looked at as a text, and in which countries' way staff write numbers. */
const textingOf = ({ sms }: Config): FunctionEnvironment =>
  sms === undefined
    ? {}
    : {
        smsNumber: sms.smsNumber,
        countries: sms.countries.join(','),
        twilioAccount: sms.twilioAccountSid,
        ...(sms.messagingServiceSid === undefined ? {} : { messagingService: sms.messagingServiceSid }),
      };

/** By what it is as a mail. */
const mailingOf = ({ email, stage }: Config): FunctionEnvironment =>
  email === undefined
    ? {}
    : {
        mailFrom: email.mailFrom,
        replyAddress: email.replyAddress,
        configurationSet: configurationSetName(stage),
      };

/** The clinic's desk as pages. It costs nothing while nobody opens it. */
export class StaffPage extends Construct {
  readonly handler: BackbeatFunction;

  constructor(scope: Construct, id: string, props: StaffPageProps) {
    super(scope, id);
    const { config, defaults, table, baseUrl, signIn, work } = props;
    this.handler = new BackbeatFunction(this, 'Desk', {
      defaults,
      name: 'desk',
      // Who went without, and what is taken out, are read from everybody: as long as the API waits for it.
      timeout: Duration.seconds(29),
      memorySize: 512,
      environment: {
        table: table.tableName,
        publicBaseUrl: baseUrl,
        ...onlyChannelOf(config),
        contact: config.contact,
        ...textingOf(config),
        ...mailingOf(config),
        erasureQueue: work.erasure.queue.queueUrl,
        ...(work.sms && { smsQueue: work.sms.queue.queueUrl }),
        ...(work.email && { emailQueue: work.email.queue.queueUrl }),
        ...capsOf(config),
        redFlagReaders: readersSetting(config.redFlagReaders),
        deskIssuer: signIn.issuer,
        deskClientId: signIn.clientId,
        deskScope: signIn.scope,
        deskGroupsClaim: signIn.groupsClaim,
        deskStaffGroup: signIn.staffGroup,
        deskClinicianGroup: signIn.clinicianGroup,
      },
      secretsParameter: config.secretsParameter,
    });
    permissions.mayWorkAtDesk(this.handler, table, tableDefinition.dueIndex.name);
    permissions.mayReadEverybody(this.handler, table);
    permissions.mayQueue(this.handler, work.erasure.queue);
    permissions.mayRedrive(
      this.handler,
      Object.values(work).filter((one) => one !== undefined),
    );
    if (work.email) permissions.mayInvite(this.handler, work.email.queue);
    if (config.email)
      permissions.maySendMail(this.handler, config.email.mailDomain, configurationSetName(config.stage));
  }
}
