import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** For the `catch` of a conditional write: `value` where its condition did not hold. Any other error is thrown on. */
export const refusedAs =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof ConditionalCheckFailedException) return value;
    throw error;
  };

/** Whether a conditional write was done: false where its condition did not hold. */
export const isWritten = (write: Promise<unknown>): Promise<boolean> => write.then(() => true).catch(refusedAs(false));
