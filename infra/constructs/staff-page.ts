import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { tableDefinition } from '../../shared/store/table.ts';
import type { Config } from '../config.ts';
import * as permissions from '../permissions.ts';
import { readersSetting } from '../readers-config.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import { onlyChannelOf, type ServiceContext } from './service-context.ts';

interface StaffPageProps extends ServiceContext {
  readonly signIn: NonNullable<Config['desk']>;
  readonly erasureQueue: Queue;
}

/** The clinic's desk as pages. It costs nothing while nobody opens it. */
export class StaffPage extends Construct {
  readonly handler: BackbeatFunction;

  constructor(scope: Construct, id: string, props: StaffPageProps) {
    super(scope, id);
    const { config, defaults, table, baseUrl, signIn, erasureQueue } = props;
    this.handler = new BackbeatFunction(this, 'Desk', {
      defaults,
      name: 'desk',
      // Today's picture reads everybody: as long as the API waits for it.
      timeout: Duration.seconds(29),
      memorySize: 512,
      environment: {
        table: table.tableName,
        publicBaseUrl: baseUrl,
        ...onlyChannelOf(config),
        ...(config.sms && { smsNumber: config.sms.smsNumber }),
        erasureQueue: erasureQueue.queueUrl,
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
    permissions.mayQueue(this.handler, erasureQueue);
  }
}
