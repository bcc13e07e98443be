import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Config } from '../config.ts';
import type { FunctionDefaults } from './backbeat-function.ts';

/** What every part of the service is built with. */
export interface ServiceContext {
  readonly config: Config;
  readonly defaults: FunctionDefaults;
  readonly table: TableV2;
  /** What links and webhook URLs begin with, without a slash at the end. */
  readonly baseUrl: string;
}
