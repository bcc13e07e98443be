import type { Operation, Refusal } from '../../domain/desk/authorise.ts';
import type { Sentence } from '../../domain/desk/sentence.ts';

const nobodyThere: Sentence = {
  en: 'nobody with that number, address or pseudonym is with us',
  fr: 'personne de ce numéro, de cette adresse ou de ce pseudonyme n’est parmi nous',
};

/** Nobody is there: no person has that address or pseudonym, or they are gone. */
export class NobodyThereError extends Error {
  override readonly name = 'NobodyThereError';
  readonly said = nobodyThere;
  constructor() {
    super(nobodyThere.en);
  }
}

/** Why somebody may not, in a sentence. */
const refusalInWords: Readonly<Record<Refusal, Sentence>> = {
  role: { en: 'that is for clinicians', fr: 'c’est réservé aux soignants' },
  consent: {
    en: 'they have not said CLINIC YES: the clinic sees what was sent to them, not what they wrote',
    fr: 'cette personne n’a pas dit CLINIQUE OUI : la clinique voit ce qui lui a été envoyé, pas ce qu’elle a écrit',
  },
};

/** Whoever asked may not do that; it stands in the audit trail. */
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
 * It was allowed and cannot be done; says why in a sentence. Nothing was changed. What only the command line does is said in
 * English alone.
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
