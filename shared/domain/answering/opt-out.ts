import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';
import { afterCommand, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { erase } from './erase.ts';
import { fixScore, logScore, logYesterday } from './log-score.ts';
import { lacksProof } from './needs-proof.ts';
import { phoneIsInDoubt } from './phone-ownership.ts';
import { exportAll } from './show.ts';
import { consentOf } from './subscribe.ts';

/** What else the reply asked for and is still carried out: the score in it, and rights over the data. */
export const alsoAsked = (conversation: Conversation, intent: Intent): Decision | undefined => {
  switch (intent.kind) {
    case 'score':
      return logScore(conversation, intent.score, intent.note);
    case 'yesterday':
      return logYesterday(conversation, intent.score, intent.note);
    case 'fix':
      return fixScore(conversation, intent.score);
    case 'export':
      return exportAll(conversation);
    case 'erase':
      return erase(conversation, intent.word);
    default:
      return undefined;
  }
};

/** Once the number is in doubt it stays so: a STOP of its new owner must not open the old diary again. */
const reasonOf = (subscriber: Subscriber, wrongNumber: boolean): Subscriber['stopReason'] => {
  if (wrongNumber) return 'wrong-number';
  return phoneIsInDoubt(subscriber) ? subscriber.stopReason : 'opt-out';
};

/**
 * The subscription ended, and with it the clinic's reading along. A mailbox that was to confirm is not asked any more, and
 * the link it has got opens nothing.
 */
const ended = (
  { pendingMailbox: _asked, signUp: _page, clinic: _agreed, callMe: _called, ...subscriber }: Subscriber,
  wrongNumber: boolean,
): Subscriber => {
  const stopReason = reasonOf(subscriber, wrongNumber);
  return { ...subscriber, status: 'stopped', ...(stopReason ? { stopReason } : {}) };
};

/**
 * STOP in any wording: at once, on every channel. A word that Twilio answers itself gets no second answer from us, and
 * whoever has left already is told so once only (docs/facts.md#c1: one confirmation).
 */
export const optOut = (conversation: Conversation, intent: Intent, carrierAnswers: boolean): Decision => {
  const { incoming, programme, subscriber } = conversation;
  const { by, wrongNumber: saidSo = false } = incoming.reply.optOut ?? {};
  // After a wrong number JOIN begins a new diary: not for whoever a tip was forwarded to to bring about.
  const wrongNumber = saidSo && incoming.proof === 'address';
  const left = subscriber.status === 'stopped';
  const also = left || lacksProof(incoming) ? undefined : alsoAsked(conversation, intent);
  const next = afterCommand({ ...conversation, subscriber: also?.next ?? subscriber }, {});
  const isRight = intent.kind === 'export' || intent.kind === 'erase';
  const silent = left || (carrierAnswers && incoming.channel === 'sms' && by === 'carrier');
  const confirmation = silent ? [] : [say(programme, wrongNumber ? 'wrongNumber' : 'stopped', {})];
  return {
    event: eventOf(conversation, { kind: 'command' }),
    ...also,
    answers: also?.job === 'erase' ? also.answers : [...confirmation, ...(isRight ? (also?.answers ?? []) : [])],
    next: next.status === 'erasing' ? next : ended(next, wrongNumber),
    consent: consentOf(incoming, programme, 'withdrawn'),
  };
};
