import type { Person } from '../people/person.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { answersADay } from './answer-limits.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  type Decision,
  type Draws,
  type IncomingReply,
  keyOf,
  say,
} from './conversation.ts';
import { paceInWords } from './pace-in-words.ts';
import { joinByPhone, joinWhileErasing } from './subscribe.ts';

/** HELP of whoever is not with us, or not from that number. */
const helpOfAnybody = (context: AnswerContext): string =>
  say(context, 'help', { pace: paceInWords(context), contact: context.contact });

/** Decides about a reply of somebody without a subscription. */
export const decideStranger = (
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
  draws: Draws,
): Decision => {
  const { intent, leaving } = incoming.reply;
  if (leaving.kind === 'leaves' || incoming.isReaction) return { answers: [] };
  if (intent.kind === 'join' && incoming.channel === 'sms') {
    const { id, erasedTip } = who;
    const newcomer = { id, ...(erasedTip ? { lastTip: erasedTip } : {}) };
    return joinByPhone(newcomer, incoming, intent, context, draws);
  }
  const counted = {
    key: keyOf(incoming),
    kind: 'command',
    date: new Date(incoming.receivedAt).toISOString().slice(0, 10),
    at: incoming.receivedAt,
    seq: who.events.length,
    channel: incoming.channel,
  } as const;
  // Nothing is stored once the answers of the day are used up: there is nothing left to count, and a stranger's page
  // must not grow for ever.
  const ofToday = who.events.filter(({ date }) => date === counted.date);
  const event = ofToday.length > 2 * answersADay ? {} : { event: counted };
  if (intent.kind === 'help') return { answers: [helpOfAnybody(context)], ...event };
  if (incoming.channel === 'email') {
    return { answers: [say(context, 'joinOnWeb', { link: context.publicBaseUrl })], ...event };
  }
  return { answers: [say(context, 'notJoined', {})], ...event };
};

/**
 * Decides about a reply while the subscription is being deleted. It counts as gone: a JOIN begins a new one, which the
 * deletion spares because its epoch differs.
 */
export const decideErasing = (
  subscriber: Subscriber,
  incoming: IncomingReply,
  context: AnswerContext,
  draws: Draws,
): Decision => {
  const { intent, leaving } = incoming.reply;
  if (intent.kind === 'join' && leaving.kind !== 'leaves' && incoming.channel === 'sms') {
    return joinWhileErasing(subscriber, incoming, intent, context, draws);
  }
  const { answers } = decideStranger({ id: subscriber.id, events: [] }, incoming, context, draws);
  return { answers };
};

/** Decides about a text from a number that the subscription has given up. Only an opt-out is carried out. */
export const decideForeignPhone = (conversation: Conversation): Decision => {
  const { incoming, context } = conversation;
  const wantsHelp = incoming.reply.intent.kind === 'help' || incoming.reply.intent.kind === 'join';
  return answerOnly(conversation, wantsHelp ? helpOfAnybody(context) : say(context, 'notJoined', {}));
};
