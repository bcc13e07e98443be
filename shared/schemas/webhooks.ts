import * as z from 'zod/mini';
import { localDate } from './local-time.ts';
import { type DataOf, reader } from './schema-reader.ts';

/** The fields of Twilio's webhook that we use (docs/facts.md#a1); every field is signed, known to us or not. */
export const readInboundText = reader(
  z.object({
    MessageSid: z.string().check(z.regex(/^(SM|MM)[0-9a-f]{32}$/i)),
    From: z.string().check(z.regex(/./s)),
    Body: z.optional(z.string()),
    FromCountry: z.optional(z.string()),
    OptOutType: z.optional(z.string()),
  }),
);

/** What Twilio has answered by itself, where Advanced Opt-Out is on (docs/facts.md#a8). */
export const readCarrierAct = reader(z.enum(['STOP', 'START', 'HELP']));

/** Twilio's report on a text of ours (docs/facts.md#a6). */
export const readTwilioCallback = reader(
  z.object({
    MessageSid: z.string(),
    MessageStatus: z.string(),
    ErrorCode: z.optional(z.string()),
  }),
);

/** What our callback URLs and mail tags say a message is. */
export const readMessageOrigin = reader(
  z.object({
    id: z.string().check(z.regex(/^[a-z2-7]{26}$/)),
    date: localDate,
    kind: z.string().check(z.regex(/^[a-z]+$/)),
    /** That the sign-up page asked for a confirmation. */
    by: z.optional(z.literal('page')),
  }),
);

/** SES's report on a mail of ours, from EventBridge (docs/facts.md#b4). */
export const readSesEvent = reader(
  z.object({
    detail: z.object({
      eventType: z.string(),
      mail: z.object({
        messageId: z.string(),
        tags: z.record(z.string(), z.array(z.string())),
      }),
      bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
      complaint: z.optional(z.object({ complaintFeedbackType: z.nullish(z.string()) })),
    }),
  }),
);
/** What SES tells of a mail that it took. */
export type SesEvent = DataOf<typeof readSesEvent>;
