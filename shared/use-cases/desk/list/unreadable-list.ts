import type { Sentence } from '../../../domain/desk/sentence.ts';

/** The list as a whole is none that can be read; says what is wrong, and nothing was done. */
export class UnreadableListError extends Error {
  override readonly name = 'UnreadableListError';
  readonly said: Sentence;
  constructor(said: Sentence, options?: ErrorOptions) {
    super(said.en, options);
    this.said = said;
  }
}
