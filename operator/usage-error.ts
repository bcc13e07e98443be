/** The command is not one, or something is missing or wrong in it; says what in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
