import type { Runtime } from '../shared/platform/runtime.ts';
import type { Environment } from '../shared/platform/settings.ts';
import type { MailSecrets } from '../shared/schemas/secrets.ts';

/** A deployment that the desk can work on, on this machine or in an account. */
export interface Connection {
  /** The settings of its functions, by their environment variables. */
  readonly environment: Environment;
  /**
   * Environment variables that the AWS SDK is to read instead of those that are set; an undefined one is to be unset.
   */
  readonly sdk: Environment;
  readonly secrets: Pick<MailSecrets, 'pepper' | 'tokenKey' | 'formerTokenKeys' | 'twilioAuthToken'>;
  /** SQS's name of the queue with the ticks that could not be started; undefined on a laptop, which has no scheduler. */
  readonly lostTicksQueue: string | undefined;
  /** Lambda's name of the function that reads mail. */
  readonly mailFunction: string;
  readonly runtime: Runtime;
  /** The caller's identity by AWS; undefined on a laptop. */
  readonly who: string | undefined;
  close(): Promise<void>;
}

/** There is no such deployment, or it cannot be reached; says what to do. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
}
