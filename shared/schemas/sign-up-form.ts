import * as z from 'zod/mini';
import { readMailAddress } from '../domain/people/mail-address.ts';
import { languages } from '../domain/people/subscriber.ts';
import { reader } from './schema-reader.ts';

// The form on the landing page, its fields each by itself: a wrong one is named beside it.

/** A posted form, before its fields are read. */
export const readForm = reader(z.record(z.string(), z.unknown()));

/** A field of the form: RFC 5321 allows an address 254 characters, and no other field is as long. */
export const readField = reader(z.string().check(z.regex(/^.{0,254}$/s)));

/** A mail address, in the spelling in which it is stored. */
export const readEmail = reader(
  z.pipe(
    z.string(),
    z.transform((written, check): string => {
      const address = readMailAddress(written);
      if (address !== undefined) return address;
      check.issues.push({ code: 'custom', message: 'no mail address', input: written });
      return z.NEVER;
    }),
  ),
);
/** A language that we have texts in. */
export const readLanguage = reader(z.enum(languages));
