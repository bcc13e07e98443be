const address = /^[0-9a-fA-F.:]{3,45}$/;

/**
 * The address of whoever asked CloudFront; undefined if it cannot be told. CloudFront appends it to X-Forwarded-For.
 * API Gateway may or may not append CloudFront's own address, from which the connection came. Everything before them is
 * the caller's to write.
 */
export const viewerAddress = (forwardedFor: string, connectedFrom: string | undefined): string | undefined => {
  const addresses = forwardedFor.split(',').map((part) => part.trim());
  const viewer = addresses.at(-1) === connectedFrom ? addresses.at(-2) : addresses.at(-1);
  return viewer !== undefined && address.test(viewer) ? viewer : undefined;
};
