const address = /^[0-9a-fA-F.:]{3,45}$/;

/**
 * Whom CloudFront was asked by: it adds that address at the end of X-Forwarded-For, and API Gateway may or may not add
 * CloudFront's own, which is the address that the connection came from, behind it. All before is the caller's to write.
 */
export const viewerAddress = (forwardedFor: string, connectedFrom: string | undefined): string | undefined => {
  const addresses = forwardedFor.split(',').map((part) => part.trim());
  const viewer = addresses.at(-1) === connectedFrom ? addresses.at(-2) : addresses.at(-1);
  return viewer !== undefined && address.test(viewer) ? viewer : undefined;
};
