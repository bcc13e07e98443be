import * as z from 'zod';
import { localDate } from './local-time.ts';

/** The fields of Twilio's webhook that we use (facts A1); every field is signed, known to us or not. */
export const inboundText = z.object({
  MessageSid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i),
  From: z.string().regex(/./s),
  Body: z.string().optional(),
  FromCountry: z.string().optional(),
  OptOutType: z.string().optional(),
});

/** What Twilio has answered by itself, where Advanced Opt-Out is on (facts A8). */
export const carrierAct = z.enum(['STOP', 'START', 'HELP']);

/** Twilio's report on a text of ours (facts A6). */
export const twilioCallback = z.object({
  MessageSid: z.string(),
  MessageStatus: z.string(),
  ErrorCode: z.string().optional(),
});

/** What our callback URLs and mail tags say a message is. */
export const messageOrigin = z.object({
  id: z.string().regex(/^[a-z2-7]{26}$/),
  date: localDate,
  kind: z.string().regex(/^[a-z]+$/),
  /** That the sign-up page asked for a confirmation. */
  by: z.literal('page').optional(),
});

/** SES's report on a mail of ours, from EventBridge (facts B4). */
export const sesEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.record(z.string(), z.array(z.string())),
    }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().optional() }).optional(),
    complaint: z.object({ complaintFeedbackType: z.string().nullish() }).optional(),
  }),
});
export type SesEvent = z.output<typeof sesEvent>;
