import type { Operation, Refusal } from '../../domain/desk/authorise.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';

const nobodyThere: Sentence = {
  en: 'nobody with that number, address or pseudonym is with us',
  fr: 'personne de ce numéro, de cette adresse ou de ce pseudonyme n’est parmi nous',
};

/** No person has that address or pseudonym, or their data is gone or being deleted. */
export class NobodyThereError extends Error {
  override readonly name = 'NobodyThereError';
  readonly said = nobodyThere;
  constructor() {
    super(nobodyThere.en);
  }
}

/** The reason for a refusal, in a sentence for whoever was refused. */
const refusalInWords: Readonly<Record<Refusal, Sentence>> = {
  role: { en: 'that is for clinicians', fr: 'c’est réservé aux soignants' },
  consent: {
    en: 'they have not said CLINIC YES: the clinic sees what was sent to them, not what they wrote',
    fr: 'cette personne n’a pas dit CLINIQUE OUI : la clinique voit ce qui lui a été envoyé, pas ce qu’elle a écrit',
  },
};

/** The actor may not do that. The refusal stands in the audit trail. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly operation: Operation;
  readonly refusal: Refusal;
  readonly said: Sentence;
  constructor(operation: Operation, refusal: Refusal) {
    super(`${operation}: ${refusalInWords[refusal].en}`);
    this.operation = operation;
    this.refusal = refusal;
    this.said = refusalInWords[refusal];
  }
}

/**
 * The act was allowed but cannot be done, and nothing has changed. `said` tells why in a sentence, in English alone if only
 * the command line can run into it.
 */
export class CannotError extends Error {
  override readonly name = 'CannotError';
  readonly said: Sentence;
  constructor(said: string | Sentence) {
    const both = typeof said === 'string' ? { en: said, fr: said } : said;
    super(both.en);
    this.said = both;
  }
}
