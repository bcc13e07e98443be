import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

/** Reads the address that a connection came from. No header is read: those are the caller's to write. */
export const readRequestSource = reader(
  z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
);
