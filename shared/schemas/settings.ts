import * as z from 'zod/mini';
import type { RedFlagReaders } from '../domain/desk/red-flag-readers.ts';
import { languages } from '../domain/people/subscriber.ts';
import { localTime } from './local-time.ts';
import { reader, type SchemaReader } from './schema-reader.ts';

// What an environment variable may hold; which holds what, shared/platform/settings.ts says. They are text, numbers too.

const like = (pattern: RegExp) => z.string().check(z.regex(pattern));

/** Anything but nothing. */
export const readText = reader(like(/./s));
/** An address by HTTP or HTTPS, without a fragment. */
export const readUrl = reader(like(/^https?:\/\/[^\s#]+$/));
/** An OpenID provider's address: by TLS, except one on this machine. */
export const readIssuer = reader(like(/^(https:\/\/|http:\/\/127\.0\.0\.1[:/])[^\s?#]+$/));
/** A number as Twilio texts from it; short codes are shorter than E.164 wants. */
export const readSmsNumber = reader(like(/^\+[1-9]\d{4,14}$/));
/** The id of a Twilio messaging service; empty or absent where there is none. */
export const readMessagingService = reader(z.optional(like(/^(MG[0-9a-f]{32})?$/i)));
/** Without its `rcs:`. */
export const readRcsSender = reader(z.optional(like(/^[\w.-]*$/)));
/** The id of a Twilio account. */
export const readTwilioAccount = reader(like(/^AC[0-9a-f]{32}$/i));
/** Something that looks like a mail address. */
export const readMailbox = reader(like(/^[^\s@]+@[^\s@]+$/));
/** `true` or `false`, as text. */
export const readFlag = reader(z.enum(['true', 'false']));
/** ISO 3166-1 alpha-2 codes separated by commas, or `all`. */
export const readCountries = reader(like(/^(all|[A-Z]{2}(,[A-Z]{2})*)$/));
/** The only channel of a deployment that has one. */
export const readChannel = reader(z.enum(['sms', 'email']));
/** Above zero. */
export const readRate = reader(like(/^(?=.*[1-9])\d+(\.\d+)?$/));
/** A whole number, one or more. */
export const readCount = reader(like(/^0*[1-9]\d*$/));

const readClinic = reader(
  z.object({
    clinic: z.string(),
    zone: z.string(),
    hours: z.array(
      z.object({ days: z.array(z.number()), from: localTime, to: like(/^([01]\d:[0-5]\d|2([0-3]:[0-5]\d|4:00))$/) }),
    ),
    contacts: z.array(z.string()).check(z.minLength(1)),
    language: z.optional(z.enum(languages)),
  }),
);

/** `nobody`, or who looks at red flags and when, as JSON; infra/config.ts has checked it closely. */
export const readRedFlagReaders: SchemaReader<RedFlagReaders> = (input) => {
  if (input === 'nobody') return { success: true, data: 'nobody' };
  try {
    return readClinic(JSON.parse(String(input)));
  } catch {
    return { success: false, faults: ['?'] };
  }
};
