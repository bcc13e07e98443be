import type { Correspondent } from '../people/person.ts';
import type { Subscriber } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';
import { answersADay, withinAnswers } from './answer-limits.ts';
import { answerQuestion } from './answer-question.ts';
import { withRedFlag } from './answer-red-flag.ts';
import { answerEmpty, answerTalk, askWhetherToStop, suggest } from './answer-words.ts';
import { withSignsCheck } from './check-signs.ts';
import { agreeWithClinic } from './clinic.ts';
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
import { answerStored, finishCommand } from './decide-again.ts';
import { erase } from './erase.ts';
import { hearAgain, withReturn } from './hear-again.ts';
import { changeLanguage } from './language.ts';
import { askAboutScore, fixScore, keepNote, logScore, logYesterday, undo } from './log-score.ts';
import { askAgain, moveTime, moveZone, pause, resume } from './move-tip.ts';
import { lacksProof } from './needs-proof.ts';
import { optOut } from './opt-out.ts';
import { isForeignPhone, phoneIsInDoubt } from './phone-ownership.ts';
import { beginAgain } from './programme-end.ts';
import { changeDose, rateTip } from './rate-tip.ts';
import { endVisits, shareVisit } from './share-visit.ts';
import { exportAll, giveTip, help, more, showDiary } from './show.ts';
import { changeMailbox, joinAgain, joinByPhone, joinWhileErasing, tipsByText } from './subscribe.ts';

export interface Rules {
  /** Twilio answers its own opt-out words (docs/facts.md#a8); not so under HIPAA redaction (docs/facts.md#c5). */
  readonly carrierAnswersOptOut: boolean;
  /** Twilio has answered this one by itself: its webhook names an `OptOutType`. */
  readonly carrierHasAnswered: boolean;
  /** Nothing was heard from them for 90 days: the number may have a new owner. */
  readonly silent: boolean;
}

const decideIntent = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  switch (intent.kind) {
    case 'join':
      return joinAgain(conversation, intent, rules.silent);
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
    case 'again':
      return beginAgain(conversation);
    case 'dose':
      return changeDose(conversation, intent.dose);
    case 'rate':
      return rateTip(conversation, intent.as);
    case 'pause':
      return pause(conversation, intent.days);
    case 'resume':
      return resume(conversation);
    case 'email':
      return changeMailbox(conversation, intent.address);
    case 'sms':
      return tipsByText(conversation);
    case 'language':
      return changeLanguage(conversation, intent.language);
    case 'clinic':
      return agreeWithClinic(conversation, intent.agreed);
    case 'export':
      return exportAll(conversation);
    case 'share':
      return shareVisit(conversation);
    case 'unshare':
      return endVisits(conversation);
    case 'erase':
      return erase(conversation, intent.word);
    case 'score-in-doubt':
      return askAboutScore(conversation, intent.score, intent.day);
    case 'unclear':
      return askAgain(conversation, intent.about);
    case 'suggest':
      return suggest(conversation, intent.command, intent.isGuess);
    case 'talk':
      return answerTalk(conversation, intent.about, intent.isGuess);
    case 'empty':
      return answerEmpty(conversation);
    case 'note':
      return keepNote(conversation, say(conversation.programme, 'noteKept', {}));
  }
};

/** What somebody who left may still ask for: to come back, help, and their rights over their data. */
const openToStopped = new Set<Intent['kind']>(['join', 'help', 'diary', 'export', 'share', 'unshare', 'erase']);
/** The same where the number may have a new owner, who must not read a stranger's diary (docs/design.md#section-5). */
const openToNewOwner = new Set<Intent['kind']>(['join', 'help', 'erase']);

/** What is only said: to somebody who left it is answered by silence. */
const wordsOnly = new Set<Intent['kind']>(['note', 'unclear', 'score-in-doubt', 'talk', 'empty']);

const decideStopped = (conversation: Conversation, intent: Intent, rules: Rules): Decision => {
  const { incoming, programme, subscriber } = conversation;
  const open = phoneIsInDoubt(subscriber) && incoming.channel === 'sms' ? openToNewOwner : openToStopped;
  if (open.has(intent.kind)) return decideIntent(conversation, intent, rules);
  if (subscriber.status === 'pending') {
    return answerOnly(conversation, say(programme, 'joinOnWeb', { link: programme.publicBaseUrl }));
  }
  // Words after STOP ("ok thanks") get no text back; what was meant for the diary is told that it isn't kept.
  if (wordsOnly.has(intent.kind)) return answerOnly(conversation);
  return answerOnly(conversation, say(programme, 'stillStopped', {}));
};

const decideStranger = (who: Correspondent, incoming: IncomingReply, programme: Programme, draws: Draws): Decision => {
  const { intent, optOut: stops } = incoming.reply;
  if (stops || incoming.isReaction) return { answers: [] };
  if (intent.kind === 'join' && incoming.channel === 'sms') {
    const { id, erasedTip } = who;
    const newcomer = { id, ...(erasedTip ? { lastTip: erasedTip } : {}) };
    return joinByPhone(newcomer, incoming, intent, programme, draws);
  }
  const counted = {
    key: keyOf(incoming),
    kind: 'command',
    date: new Date(incoming.receivedAt).toISOString().slice(0, 10),
    at: incoming.receivedAt,
    seq: who.events.length,
    channel: incoming.channel,
  } as const;
  // Past the answers of a day there is nothing left to count, and a stranger's page must not grow for ever.
  const event = who.events.length > 2 * answersADay ? {} : { event: counted };
  if (intent.kind === 'help') return { answers: [say(programme, 'help', { contact: programme.contact })], ...event };
  if (incoming.channel === 'email') {
    return { answers: [say(programme, 'joinOnWeb', { link: programme.publicBaseUrl })], ...event };
  }
  return { answers: [say(programme, 'notJoined', {})], ...event };
};

/** What is being deleted is over: whoever joins now begins anew, and the deletion leaves the new epoch alone. */
const decideErasing = (
  subscriber: Subscriber,
  incoming: IncomingReply,
  programme: Programme,
  draws: Draws,
): Decision => {
  const { intent, optOut: stops } = incoming.reply;
  if (intent.kind === 'join' && !stops && incoming.channel === 'sms') {
    return joinWhileErasing(subscriber, incoming, intent, programme, draws);
  }
  const { answers } = decideStranger({ id: subscriber.id, events: [] }, incoming, programme, draws);
  return { answers };
};

/** A text from a number that is not the subscription's any more: it is heard when it wants to be left alone. */
const decideForeignPhone = (conversation: Conversation): Decision => {
  const { incoming, programme } = conversation;
  const wantsHelp = incoming.reply.intent.kind === 'help' || incoming.reply.intent.kind === 'join';
  return answerOnly(
    conversation,
    wantsHelp ? say(programme, 'help', { contact: programme.contact }) : say(programme, 'notJoined', {}),
  );
};

const decideNew = (conversation: Conversation, rules: Rules): Decision => {
  const { incoming, subscriber } = conversation;
  const { intent, optOut: stops } = incoming.reply;
  if (stops) return optOut(conversation, intent, rules.carrierAnswersOptOut);
  if (incoming.isReaction) return answerOnly(conversation);
  if (isForeignPhone(subscriber, incoming)) return decideForeignPhone(conversation);
  if (lacksProof(incoming)) return answerOnly(conversation, say(conversation.programme, 'needsOwnMailbox', {}));
  if (subscriber.status !== 'active') return decideStopped(conversation, intent, rules);
  // An open question is read first: its "no" is no goodbye.
  const answered = answerQuestion(conversation, intent);
  if (answered) return answered;
  const asksNothing =
    intent.kind === 'note' || intent.kind === 'talk' || intent.kind === 'unclear' || intent.kind === 'suggest';
  return incoming.reply.optOutInDoubt && asksNothing
    ? askWhetherToStop(conversation)
    : decideIntent(conversation, intent, rules);
};

/** Whether this message was carried out already, as far as what was read tells. */
export const wasHandled = ({ subscriber, events }: Correspondent, incoming: IncomingReply): boolean => {
  const key = keyOf(incoming);
  return subscriber?.commands.includes(key) === true || events.some((event) => event.key === key);
};

const decideByState = (
  who: Correspondent,
  incoming: IncomingReply,
  programme: Programme,
  draws: Draws,
  rules: Rules,
): Decision => {
  const { subscriber } = who;
  const key = keyOf(incoming);
  if (!subscriber) return decideStranger(who, incoming, programme, draws);
  if (subscriber.commands.includes(key)) {
    return finishCommand(converse(incoming, subscriber, who.events, programme, draws));
  }
  if (subscriber.status === 'erasing') return decideErasing(subscriber, incoming, programme, draws);
  const earlier = who.events.find((event) => event.key === key);
  if (!earlier) return decideNew(converse(incoming, subscriber, who.events, programme, draws), rules);
  // Decided as of when it came first, so that a score retried past midnight is answered as that day's.
  const then = { ...incoming, receivedAt: earlier.at };
  const before = who.events.filter((event) => event !== earlier);
  const conversation = converse(then, subscriber, before, programme, draws);
  return answerStored(conversation, who.events, earlier, decideNew(conversation, rules));
};

/** Decides about whoever writes as somebody who is not silent any more; what was handled before changes nothing of that. */
const decideHeard = (
  who: Correspondent,
  incoming: IncomingReply,
  programme: Programme,
  draws: Draws,
  rules: Rules,
): Decision => {
  const before = who.subscriber;
  if (!before || wasHandled(who, incoming)) return decideByState(who, incoming, programme, draws, rules);
  const subscriber = hearAgain(before, incoming);
  const decided = decideByState({ ...who, subscriber }, incoming, programme, draws, rules);
  return withReturn(decided, before, subscriber, incoming, programme);
};

/**
 * What is to be done about a reply, from whoever it is: opt-out first, then what it asks for. A red flag is answered
 * whatever else there is; nothing is answered that Twilio has answered already, nor more than twenty times a day.
 */
export const decideReply = (
  who: Correspondent,
  incoming: IncomingReply,
  programme: Programme,
  draws: Draws,
  rules: Rules,
): Decision => {
  const decided = decideHeard(who, incoming, programme, draws, rules);
  const said = rules.carrierHasAnswered && !decided.answersQuestion ? { ...decided, answers: [] } : decided;
  const within = (decided.safety ?? incoming.reply.safety) ? said : withinAnswers(said, who, incoming, programme);
  const checked = withSignsCheck(within, who, incoming, programme);
  return withRedFlag(checked, who, incoming, programme, !wasHandled(who, incoming));
};
