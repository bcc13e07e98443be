import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

/** Of an HTTP API's event, the address that the connection came from. No header: those are the caller's to write. */
export const readRequestSource = reader(
  z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
);
