import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

/** The attribute of a queue that names its queue of dead letters. */
export const readRedrivePolicy = reader(
  z.object({ deadLetterTargetArn: z.string().check(z.regex(/^arn:.+:[\w-]+$/)) }),
);

/** One of SQS's tasks that move messages from one queue to another. */
export const readMoveTask = reader(
  z.object({
    Status: z.string(),
    ApproximateNumberOfMessagesMoved: z.optional(z.number()),
    ApproximateNumberOfMessagesToMove: z.optional(z.number()),
  }),
);

/**
 * The record that Lambda writes of an event it has given up, which for us is a mail's. The event is passed on as it is.
 */
export const readGivenUpMail = reader(
  z.object({
    timestamp: z.iso.datetime(),
    requestPayload: z.looseObject({
      Records: z
        .array(
          z.looseObject({
            ses: z.looseObject({ mail: z.looseObject({ messageId: z.string(), timestamp: z.iso.datetime() }) }),
          }),
        )
        .check(z.length(1)),
    }),
  }),
);
