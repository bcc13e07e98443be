import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Config } from '../config.ts';
import type { FunctionDefaults } from './backbeat-function.ts';
import type { FunctionEnvironment } from './environment.ts';

/** What every part of the service is built with. */
export interface ServiceContext {
  readonly config: Config;
  readonly defaults: FunctionDefaults;
  readonly table: TableV2;
  /** The dead letters of every schedule: ticks that could not be started. */
  readonly lostTicks: IQueue;
  /** The base of links and webhook URLs, without a slash at the end. */
  readonly baseUrl: string;
}

/** The setting of a deployment that has one channel only. */
export const onlyChannelOf = ({ sms, email }: Config): Pick<FunctionEnvironment, 'onlyChannel'> => {
  if (email === undefined) return { onlyChannel: 'sms' };
  return sms === undefined ? { onlyChannel: 'email' } : {};
};

/** The monthly caps of the channels that there are. */
export const capsOf = ({ sms, email }: Config): Pick<FunctionEnvironment, 'smsSegmentsAMonth' | 'emailsAMonth'> => ({
  ...(sms && { smsSegmentsAMonth: String(sms.smsSegmentsAMonth) }),
  ...(email && { emailsAMonth: String(email.emailsAMonth) }),
});
