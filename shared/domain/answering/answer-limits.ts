import type { Person } from '../people/person.ts';
import type { Intent } from '../reading/intent.ts';
import { dayMs } from '../time/durations.ts';
import { type AnswerContext, type Decision, type IncomingReply, say } from './conversation.ts';

/**
 * The most answers to one address within 24 hours, so that two robots do not talk for ever (docs/design.md#section-7).
 */
export const answersADay = 20;

/**
 * Commands that are answered twice as often before the limit applies: the law wants JOIN answered, and people have a
 * right to their data.
 */
const answeredLonger: ReadonlySet<Intent['kind']> = new Set(['join', 'export', 'erase']);

const answeredSince = ({ events }: Person, incoming: IncomingReply): number =>
  events.filter((event) => event.channel !== 'web' && event.at > incoming.receivedAt - dayMs).length;

/**
 * Whether a command changed something. It is then confirmed however much was said before, because its sender must know
 * that it was understood.
 */
const changesSomething = ({ next, event }: Decision): boolean =>
  next !== undefined || event?.kind === 'fix' || event?.kind === 'undo';

/** Whether this reply gets no answer because the day's answers are used up. */
const isSpent = (decision: Decision, who: Person, incoming: IncomingReply): boolean => {
  if (changesSomething(decision)) return false;
  const most = answeredLonger.has(incoming.reply.intent.kind) ? 2 * answersADay : answersADay;
  return answeredSince(who, incoming) >= most;
};

/**
 * Applies the limit of answers to a decision. The last answer says that it is the last; later ones are held back and
 * marked as such. Mails to an address that a reply names count as answers. An opt-out is never held back, and nothing
 * is added to it.
 */
export const withinAnswers = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  if (incoming.reply.leaving.kind === 'leaves' || decision.answers.length === 0) return decision;
  const spent = answeredSince(who, incoming);
  if (decision.job === 'confirm' && spent >= answersADay) {
    const { job: _held, ...rest } = decision;
    return { ...rest, answers: [], about: { kind: 'held-back' } };
  }
  if (isSpent(decision, who, incoming)) return { ...decision, answers: [], about: { kind: 'held-back' } };
  return spent === answersADay - 1
    ? { ...decision, answers: [...decision.answers, say(context, 'lastAnswer', {})] }
    : decision;
};
