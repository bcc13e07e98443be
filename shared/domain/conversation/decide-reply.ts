import type { Correspondent } from '../person.ts';
import type { Intent } from '../reply/intent.ts';
import type { Subscriber } from '../subscriber.ts';
import {
  answerOnly,
  type Conversation,
  converse,
  type Decision,
  type Draws,
  type IncomingReply,
  keyOf,
  type Programme,
  say,
} from './conversation.ts';
import { erase } from './erase.ts';
import { fixScore, keepNote, logScore, logYesterday, undo } from './log-score.ts';
import { askAgain, moveTime, moveZone, pause, resume } from './move-tip.ts';
import { exportAll, giveTip, help, more, showDiary } from './read-answers.ts';
import { changeMailbox, joinAgain, joinByPhone, optOut, tipsByText } from './subscribe.ts';

export interface Rules {
  /** Twilio answers its own opt-out words (facts A8); not so under HIPAA redaction (facts C5). */
  readonly carrierAnswersOptOut: boolean;
  /** Nothing was heard from them for 90 days: the number may have a new owner. */
  readonly silent: boolean;
}

const nothing: Decision = { answers: [] };

const decideIntent = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  switch (intent.kind) {
    case 'join':
      return joinAgain(conversation, intent.email, rules.silent);
    case 'help':
      return help(conversation);
    case 'score':
      return logScore(conversation, intent.score, intent.note);
    case 'yesterday':
      return logYesterday(conversation, intent.score, intent.note);
    case 'fix':
      return fixScore(conversation, intent.score);
    case 'undo':
      return undo(conversation);
    case 'diary':
      return showDiary(conversation);
    case 'more':
      return more(conversation);
    case 'tip':
      return giveTip(conversation);
    case 'time':
      return moveTime(conversation, intent.time);
    case 'zone':
      return moveZone(conversation, intent.place);
    case 'pause':
      return pause(conversation, intent.days);
    case 'resume':
      return resume(conversation);
    case 'email':
      return changeMailbox(conversation, intent.address);
    case 'sms':
      return tipsByText(conversation);
    case 'export':
      return exportAll(conversation);
    case 'erase':
      return erase(conversation, intent.word);
    case 'unclear':
      return askAgain(conversation, intent.about);
    case 'note':
      return keepNote(conversation, say(conversation.programme, 'noteKept', {}));
  }
};

/** What somebody who left may still ask for: to come back, help, and their rights over their data. */
const openToStopped = new Set<Intent['kind']>(['join', 'help', 'diary', 'export', 'erase']);

const decideStopped = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  if (openToStopped.has(intent.kind)) return decideIntent(conversation, intent, rules);
  // Words after STOP ("ok thanks") get no text back; what was meant for the diary is told that it isn't kept.
  if (intent.kind === 'note' || intent.kind === 'unclear') return nothing;
  return answerOnly(conversation, say(conversation.programme, 'stillStopped', {}));
};

const decideStranger = (who: Correspondent, incoming: IncomingReply, programme: Programme, draws: Draws): Decision => {
  const { intent, optOut: stops } = incoming.reply;
  const counted = {
    key: keyOf(incoming),
    kind: 'command',
    date: new Date(incoming.receivedAt).toISOString().slice(0, 10),
    at: incoming.receivedAt,
    seq: who.events.length,
    channel: incoming.channel,
  } as const;
  if (stops) return nothing;
  if (intent.kind === 'join' && incoming.channel === 'sms') {
    return joinByPhone(who.id, incoming, intent.email, programme, draws);
  }
  if (intent.kind === 'help')
    return { answers: [say(programme, 'help', { contact: programme.contact })], event: counted };
  if (incoming.channel === 'email') {
    return { answers: [say(programme, 'joinOnWeb', { link: programme.publicBaseUrl })], event: counted };
  }
  return { answers: [say(programme, 'notJoined', {})], event: counted };
};

/** A command that was carried out when it came first: nothing is done again, except a job that may not have been queued. */
const decideAgain = (subscriber: Subscriber, programme: Programme, incoming: IncomingReply): Decision => {
  if (subscriber.status === 'erasing') return { answers: [say(programme, 'erased', {})], job: 'erase' };
  if (incoming.reply.optOut) return nothing;
  return {
    answers: [say(programme, 'alreadyDone', {})],
    ...(subscriber.pendingMailbox ? { job: 'confirm' as const } : {}),
  };
};

/**
 * What is to be done about a reply, from whoever it is: opt-out first, then what it asks for.
 * The safety answer stands beside this and is not held back by anything here (see safety-first in handle-reply).
 */
export const decideReply = (
  who: Correspondent,
  incoming: IncomingReply,
  programme: Programme,
  draws: Draws,
  rules: Rules,
): Decision => {
  const { subscriber } = who;
  const key = keyOf(incoming);
  if (subscriber?.commands.includes(key)) return decideAgain(subscriber, programme, incoming);
  if (!subscriber) return decideStranger(who, incoming, programme, draws);
  const { intent, optOut: stops } = incoming.reply;
  if (subscriber.status === 'erasing') {
    // What is being deleted is over: whoever joins now begins anew, and the worker leaves the new epoch alone.
    const decision = decideStranger({ id: who.id, events: [] }, incoming, programme, draws);
    return decision.next
      ? { ...decision, next: { ...decision.next, rev: subscriber.rev } }
      : { answers: decision.answers };
  }
  const earlier = who.events.find((event) => event.key === key);
  const events = earlier ? who.events.filter((event) => event !== earlier) : who.events;
  const conversation = converse(incoming, subscriber, events, programme, draws);
  if (stops) return optOut(conversation, rules.carrierAnswersOptOut);
  const decision =
    subscriber.status === 'active'
      ? decideIntent(conversation, intent, rules)
      : decideStopped(conversation, intent, rules);
  if (!earlier) return decision;
  // Stored before, the answer may have been lost: a score is answered again, as it was stored; nothing is written.
  const { answers } = decision;
  return decision.next || earlier.kind === 'undo' || earlier.kind === 'fix'
    ? decideAgain(subscriber, programme, incoming)
    : { answers };
};
