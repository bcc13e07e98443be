import type { Sentence } from '../../../domain/desk/sentence.ts';

/** The list cannot be read at all. Its message says what is wrong; nothing was done. */
export class UnreadableListError extends Error {
  override readonly name = 'UnreadableListError';
  readonly said: Sentence;
  constructor(said: Sentence, options?: ErrorOptions) {
    super(said.en, options);
    this.said = said;
  }
}
