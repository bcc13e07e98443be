import * as z from 'zod';

export const localDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
