import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { heardOn } from '../tips/silence.ts';
import { type AnswerContext, type Decision, type IncomingReply, say } from './conversation.ts';
import { lacksProof } from './needs-proof.ts';
import { isForeignPhone } from './phone-ownership.ts';
import { announceSchedule, isSummaryNext } from './schedule-answers.ts';

/**
 * Whether the number may be another person's by now: after two months of silence, somebody who only asks who we are is
 * sent no tips for that.
 */
const isStranger = ({ silence }: Subscriber, { reply }: IncomingReply): boolean =>
  silence?.step === 'gone' && reply.intent.kind === 'talk' && reply.intent.about === 'who';

/** Whether a reply asks to be left alone: such a reply brings nobody back. */
const wantsOut = ({ reply }: IncomingReply): boolean => reply.leaving.kind !== 'stays';

/**
 * The subscriber as somebody who is no longer silent: silence is counted from now, and its effects are undone.
 * Unchanged if this reply is no sign of them.
 */
export const hearAgain = (subscriber: Subscriber, incoming: IncomingReply): Subscriber => {
  const { silence } = subscriber;
  if (subscriber.status !== 'active' || wantsOut(incoming) || isStranger(subscriber, incoming)) return subscriber;
  if (lacksProof(incoming) || isForeignPhone(subscriber, incoming)) return subscriber;
  const { date } = localDateTime(subscriber.zone, incoming.receivedAt);
  // A text that was recovered late was written before what we know of them.
  return heardOn(subscriber, silence && silence.since > date ? silence.since : date);
};

/** Commands whose answer already tells when the next tip comes, or that none does. */
const tellsSchedule: ReadonlySet<Intent['kind']> = new Set([
  'again',
  'dose',
  'time',
  'zone',
  'pause',
  'resume',
  'sms',
  'join',
  'erase',
]);

/**
 * Completes a decision about somebody who was silent; `heard` is the subscriber after hearAgain, about whom it was
 * made. The profile is written if their silence had effects; where their tips had become fewer, they are told that they
 * are as before.
 */
export const withReturn = (
  decision: Decision,
  before: Subscriber,
  heard: Subscriber,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  const step = before.silence?.step;
  if (heard === before || step === undefined) return decision;
  const next = decision.next ?? heard;
  const hasSchedule = decision.next !== undefined && tellsSchedule.has(incoming.reply.intent.kind);
  const isTold = step === 'nudged' || next.status !== 'active' || hasSchedule;
  if (isTold) return { ...decision, next };
  const { changes, words, none } = announceSchedule(context, next, incoming.receivedAt);
  const key = isSummaryNext(context, next) ? 'cameBackSummary' : 'cameBack';
  const told = key === 'cameBack' && none ? none : say(context, key, { first: words.first });
  return { ...decision, next: { ...next, ...changes }, answers: [...decision.answers, told] };
};
