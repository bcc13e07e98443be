import * as z from 'zod/mini';
import { reader } from './reader.ts';

const address = /^[0-9a-fA-F.:]{3,45}$/;

/** Of an HTTP API's event, the address that the connection came from. No header: those are the caller's to write. */
export const readRequestSource = reader(
  z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) }),
);

/**
 * Whom CloudFront was asked by: it adds that address at the end of X-Forwarded-For, and API Gateway may or may not add
 * CloudFront's own, which is the address that the connection came from, behind it. All before is the caller's to write.
 */
export const viewerAddress = (forwardedFor: string, connectedFrom: string | undefined): string | undefined => {
  const addresses = forwardedFor.split(',').map((part) => part.trim());
  const viewer = addresses.at(-1) === connectedFrom ? addresses.at(-2) : addresses.at(-1);
  return viewer !== undefined && address.test(viewer) ? viewer : undefined;
};
