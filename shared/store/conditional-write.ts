import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/**
 * Handles the error of a conditional write: returns `value` if its condition did not hold, and rethrows any other
 * error.
 */
export const refusedAs =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof ConditionalCheckFailedException) return value;
    throw error;
  };

/** Whether a conditional write was done: false where its condition did not hold. */
export const isWritten = (write: Promise<unknown>): Promise<boolean> => write.then(() => true).catch(refusedAs(false));
