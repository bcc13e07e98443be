import { endedSubscription } from '../people/ended-subscription.ts';
import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';
import { optOutOf } from '../reading/parsed-reply.ts';
import { afterCommand, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { erase } from './erase.ts';
import { fixScore, logScore, logYesterday } from './log-score.ts';
import { lacksProof } from './needs-proof.ts';
import { phoneIsInDoubt } from './phone-ownership.ts';
import { exportAll } from './show.ts';
import { consentOf } from './subscribe.ts';

/** Carries out what else a reply with an opt-out may ask for: a score, and rights over the data. */
export const alsoAsked = (conversation: Conversation, intent: Intent): Decision | undefined => {
  switch (intent.kind) {
    case 'score':
      return logScore(conversation, intent.score, intent.note);
    case 'yesterday':
      return logYesterday(conversation, intent.score, intent.note);
    case 'fix':
      return fixScore(conversation, intent);
    case 'export':
      return exportAll(conversation);
    case 'erase':
      return erase(conversation, intent.word);
    default:
      return undefined;
  }
};

/**
 * The reason to store. A number that may have a new owner stays in doubt: their STOP must not open the old diary again.
 */
const reasonOf = (subscriber: Subscriber, wrongNumber: boolean): Subscriber['stopReason'] => {
  if (wrongNumber) return 'wrong-number';
  return phoneIsInDoubt(subscriber) ? subscriber.stopReason : 'opt-out';
};

/**
 * STOP in any wording: ends everything at once, on every channel. A word that Twilio answers itself gets no second
 * answer from us, and somebody who has left already is told so only once (docs/facts.md#c1: one confirmation).
 */
export const optOut = (conversation: Conversation, intent: Intent, carrierAnswers: boolean): Decision => {
  const { incoming, context, subscriber } = conversation;
  const { by, wrongNumber: saidSo = false } = optOutOf(incoming.reply) ?? {};
  // After "wrong number" a JOIN begins a new diary. Somebody to whom a tip was forwarded must not bring that about, so
  // without proof of the address it is an ordinary opt-out.
  const wrongNumber = saidSo && incoming.proof === 'address';
  const left = subscriber.status === 'stopped';
  const also = left || lacksProof(incoming) ? undefined : alsoAsked(conversation, intent);
  const next = afterCommand({ ...conversation, subscriber: also?.next ?? subscriber }, {});
  const isRight = intent.kind === 'export' || intent.kind === 'erase';
  const silent = left || (carrierAnswers && incoming.channel === 'sms' && by === 'carrier');
  const confirmation = silent ? [] : [say(context, wrongNumber ? 'wrongNumber' : 'stopped', {})];
  return {
    event: eventOf(conversation, { kind: 'command' }),
    ...also,
    answers: also?.job === 'erase' ? also.answers : [...confirmation, ...(isRight ? (also?.answers ?? []) : [])],
    next: next.status === 'erasing' ? next : endedSubscription(next, reasonOf(next, wrongNumber)),
    consent: consentOf(incoming, context, 'withdrawn'),
  };
};
