/** A mail was asked for in a deployment that sends none: a fault of ours. */
export class NoMailHereError extends Error {
  override readonly name = 'NoMailHereError';
  constructor() {
    super('this deployment sends texts only');
  }
}
