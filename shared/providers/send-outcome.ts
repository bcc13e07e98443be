import type { SendFailure } from '../domain/tips/provider-errors.ts';

/** The outcome of one attempt to hand a message to Twilio or SES. */
export type SendOutcome = { readonly kind: 'accepted'; readonly providerId: string } | SendFailure;
