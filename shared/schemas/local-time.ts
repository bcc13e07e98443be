import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

/** A date on the calendar of some place, as 2030-01-31. */
export const localDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
/** A time on the clock of some place, as 07:30. */
export const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Reads a time of day. */
export const readLocalTime = reader(localTime);
