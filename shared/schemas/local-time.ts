import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

export const localDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
export const localTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const readLocalTime = reader(localTime);
