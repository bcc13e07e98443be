import * as z from 'zod/mini';
import { reader } from './reader.ts';

const address = /^[0-9a-fA-F.:]{3,45}$/;

/**
 * Whom CloudFront was asked by: the last but one of X-Forwarded-For, to which it adds who asked it, and API Gateway adds
 * CloudFront after that. What stands before is the caller's to write.
 */
export const readViewerAddress = reader(
  z.pipe(
    z.string(),
    z.pipe(
      z.transform((header: string) => header.split(',').at(-2)?.trim()),
      z.string().check(z.regex(address)),
    ),
  ),
);

/** Of an HTTP API's event, the address that the connection came from. No header: those are the caller's to write. */
export const readRequestSource = reader(
  z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
);
