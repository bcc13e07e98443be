import * as z from 'zod';

// What an environment variable may hold; which holds what, shared/config.ts says. They are text, numbers too.

export const text = z.string().regex(/./s);
export const url = z.string().regex(/^https?:\/\/[^\s#]+$/);
/** A number as Twilio texts from it; short codes are shorter than E.164 wants. */
export const smsNumber = z.string().regex(/^\+[1-9]\d{4,14}$/);
export const messagingService = z
  .string()
  .regex(/^(MG[0-9a-f]{32})?$/i)
  .optional();
/** Without its `rcs:`. */
export const rcsSender = z
  .string()
  .regex(/^[\w.-]*$/)
  .optional();
export const twilioAccount = z.string().regex(/^AC[0-9a-f]{32}$/i);
export const mailbox = z.string().regex(/^[^\s@]+@[^\s@]+$/);
export const flag = z.enum(['true', 'false']);
export const channel = z.enum(['sms', 'email']);
/** Above zero. */
export const rate = z.string().regex(/^(?=.*[1-9])\d+(\.\d+)?$/);
/** A whole number, one or more. */
export const count = z.string().regex(/^0*[1-9]\d*$/);
