import * as z from 'zod';
import { hoursInWords, longestHoursInWords } from '../shared/domain/desk/readers-in-words.ts';
import type { ReadingClinic, RedFlagReaders } from '../shared/domain/desk/red-flag-readers.ts';
import { languages } from '../shared/domain/people/subscriber.ts';
import { minutesOf } from '../shared/domain/time/local-time.ts';
import { canonicalZone } from '../shared/domain/time/zone-clock.ts';

const mailbox = z.string().regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/);
const contactSchema = z
  .strictObject({
    // The name is an SNS attribute, and shown in mails.
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}$/),
    email: mailbox.optional(),
    https: z
      .string()
      .regex(/^https:\/\/\S+$/)
      .optional(),
  })
  .refine(({ email, https }) => (email === undefined) !== (https === undefined));

const hoursSchema = z
  .strictObject({
    days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to));

const clinicSchema = z.strictObject({
  // The letters of GSM-7, without those that count twice.
  clinic: z.string().regex(/^[A-Za-z0-9 .,'&()/éèàùçäöüÄÖÜÉñÑ-]{2,40}$/),
  zone: z.string().refine((zone) => canonicalZone(zone) !== undefined),
  hours: z.array(hoursSchema).min(1).max(4),
  contacts: z
    .array(contactSchema)
    .min(1)
    .max(10)
    .refine((contacts) => new Set(contacts.map(({ name }) => name)).size === contacts.length),
  language: z.enum(languages).optional(),
});

/**
 * Who looks at red flags, and when. There is no default: whoever deploys says either that nobody does, or who does, and
 * people are told just that.
 */
export const readersSchema = z
  .union([z.literal('nobody'), clinicSchema])
  .describe(
    '"nobody", or who looks at red flags and when, like {"clinic": "Elm Street Physio", "zone": "America/New_York", "hours": [{"days": [1, 2, 3, 4, 5], "from": "09:00", "to": "17:00"}], "contacts": [{"name": "front desk", "email": "desk@example.org"}]}: a name of 2 to 40 plain letters, a time zone, hours that end after they begin (1 is Monday), and one to ten contacts of different names with an "email" or an "https" address each; "language" may say "fr", in which they are told then',
  );

/** The setting as written, with the contacts' addresses. */
export type ReadersConfig = z.infer<typeof readersSchema>;
type ClinicConfig = Exclude<ReadersConfig, 'nobody'>;

const readingClinicOf = ({ contacts, ...clinic }: ClinicConfig): ReadingClinic => ({
  ...clinic,
  contacts: contacts.map(({ name }) => name),
});

/** The setting as the functions get it, without the contacts' addresses, which stay with SNS. */
export const readersSetting = (readers: ReadersConfig): string => {
  const told: RedFlagReaders = readers === 'nobody' ? readers : readingClinicOf(readers);
  return typeof told === 'string' ? told : JSON.stringify(told);
};

/** The hours in the first language in which they are too long for the texts; undefined if they fit. */
export const hoursTooLong = (readers: ReadersConfig): string | undefined =>
  readers === 'nobody'
    ? undefined
    : languages
        .map((language) => hoursInWords(readingClinicOf(readers), language))
        .find((words) => words.length > longestHoursInWords);
