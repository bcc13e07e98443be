/** Something asked the AWS SDK for what is not deployed. */
class NotDeployedError extends Error {
  override readonly name = 'NotDeployedError';
}

// Takes the place of what the SDK loads in a browser (bowser) or for streams of events: no function of ours is the one
// or reads the other, and both would be deployed with each (infra/bundle.ts).
throw new NotDeployedError('bowser and event streams are left out of the bundles');
