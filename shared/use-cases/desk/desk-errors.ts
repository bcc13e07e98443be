import type { Operation, Refusal } from '../../domain/desk/authorise.ts';

/** Nobody is there: no person has that address or pseudonym, or they are gone. */
export class NobodyThereError extends Error {
  override readonly name = 'NobodyThereError';
  constructor() {
    super('nobody with that number, address or pseudonym is with us');
  }
}

/** Why somebody may not, in a sentence. */
export const refusalInWords: Readonly<Record<Refusal, string>> = {
  role: 'that is for clinicians',
  consent: 'they have not said CLINIC YES: the clinic sees what was sent to them, not what they wrote',
};

/** Whoever asked may not do that; it stands in the audit trail. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError';
  readonly operation: Operation;
  readonly refusal: Refusal;
  constructor(operation: Operation, refusal: Refusal) {
    super(`${operation}: ${refusalInWords[refusal]}`);
    this.operation = operation;
    this.refusal = refusal;
  }
}

/** It was allowed and cannot be done; says why in a sentence. Nothing was changed. */
export class CannotError extends Error {
  override readonly name = 'CannotError';
}
