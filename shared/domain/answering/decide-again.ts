import type { DiaryEvent } from '../diary/diary.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import { clinicInWords } from './clinic.ts';
import { answerOnly, type Conversation, type Decision, eventOf, keyOf, say } from './conversation.ts';
import { withCode } from './join-code.ts';
import { alsoAsked } from './opt-out.ts';
import { paceInWords } from './pace-in-words.ts';
import { researchInWords } from './research.ts';
import { announceSchedule } from './schedule-answers.ts';
import { outcomeOfAnswer, repeatTip } from './show.ts';
import { isUnfinished } from './unfinished-command.ts';

/**
 * Whether this very reply asked for the mailbox that is waiting. A later reply with the same mailbox that was put off
 * did not.
 */
const askedForMail = ({ incoming, subscriber }: Conversation): boolean =>
  subscriber.pendingMailbox?.askedBy === keyOf(incoming);

/** How the agreement that this command is about stands by now; undefined for any other command. */
const agreementAgain = ({ incoming, context, subscriber }: Conversation): readonly string[] | undefined => {
  const { kind } = incoming.reply.intent;
  if (kind === 'clinic' && subscriber.clinic) return clinicInWords(context, subscriber.clinic);
  return kind === 'research' && subscriber.research ? researchInWords(context, subscriber.research) : undefined;
};

/**
 * The answer to a command that was carried out at its first delivery, for a sender who may not have received it then.
 */
const answerAgain = (conversation: Conversation): string => {
  const { incoming, context, subscriber } = conversation;
  const { intent } = incoming.reply;
  const { pendingMailbox, eraseWord } = subscriber;
  if (intent.kind === 'join' && !(intent.email && pendingMailbox)) {
    // The law requires certain things to be told to somebody who joins, so they are told again in full.
    return say(context, 'alreadyJoined', announceSchedule(context, subscriber, incoming.receivedAt).words);
  }
  if (intent.kind === 'join') return say(context, 'welcomeMailbox', { pace: paceInWords(context, subscriber) });
  if (intent.kind === 'tip') return repeatTip(conversation);
  if (intent.kind === 'language' && intent.language === subscriber.language) return say(context, 'languageSet', {});
  if (intent.kind === 'call-me' && subscriber.callMe && context.readers) return say(context, 'callMe', context.readers);
  if (intent.kind === 'erase' && intent.word === undefined && eraseWord) {
    return say(context, 'eraseAsk', { word: eraseWord.word });
  }
  return say(context, askedForMail(conversation) ? 'emailAsked' : 'alreadyDone', {});
};

/**
 * Decides about a command that the profile remembers. Only the writes that come after the profile are done again, since
 * the first delivery may have died in between; each of them changes nothing if it was done.
 */
export const finishCommand = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber, diary } = conversation;
  if (subscriber.status === 'erasing') return { answers: [say(context, 'erased', {})], job: 'erase' };
  const { intent, leaving } = incoming.reply;
  const leaves = leaving.kind === 'leaves';
  const counting = eventOf(conversation, { kind: 'command' });
  const onPage = diary.audit.some(({ event }) => event.key === counting.key);
  const unfinished = !onPage && isUnfinished(subscriber, counting.key, intent);
  const counted = unfinished ? { event: (leaves && alsoAsked(conversation, intent)?.event) || counting } : {};
  // Somebody who has left since gets no answer, whatever they asked for before.
  if (leaves || subscriber.status !== 'active') return { answers: [], ...counted };
  const outcome = intent.kind === 'tip' ? outcomeOfAnswer(subscriber) : undefined;
  const again: Decision = {
    answers: agreementAgain(conversation) ?? [answerAgain(conversation)],
    ...counted,
    ...(outcome ? { outcome } : {}),
    ...(unfinished && askedForMail(conversation) ? { job: 'confirm' as const } : {}),
  };
  return intent.kind === 'join' ? withCode(again, context, incoming) : again;
};

/** Whether a score stands in the diary as it was sent, neither corrected nor taken back. */
const standsAsSent = (events: readonly DiaryEvent[], { key }: DiaryEvent): boolean =>
  foldDiary(events).entries.some((entry) => entry.key === key && entry.status === 'final');

/** Whether an answer about a week counts as it was sent, neither replaced nor taken back. */
const countsAsSent = (events: readonly DiaryEvent[], { key }: DiaryEvent): boolean => {
  const { weeks, walks } = foldDiary(events);
  return [...weeks, ...walks].some((answer) => answer.key === key);
};

/** Whether it is a choice of what the weekly question is about that was not taken back. */
const isChoice = (events: readonly DiaryEvent[], earlier: DiaryEvent): boolean =>
  earlier.reach === undefined && earlier.minutes === undefined && isKept(events, earlier);

/** Whether what was said of a goal was not taken back. */
const isKept = (events: readonly DiaryEvent[], { key }: DiaryEvent): boolean =>
  foldDiary(events).audit.some(({ event, takenBack }) => event.key === key && !takenBack);

/**
 * Decides about a reply that is on a page already. Nothing is written. Its answer may have been lost, so it is given
 * again if it is still true. `decided` is the decision as if the reply had now come for the first time.
 */
export const answerStored = (
  conversation: Conversation,
  events: readonly DiaryEvent[],
  earlier: DiaryEvent,
  decided: Decision,
): Decision => {
  if (conversation.subscriber.status !== 'active' || conversation.incoming.reply.leaving.kind === 'leaves')
    return { answers: [] };
  // The number must be the stored one: a message id that comes again with another number must not get that number
  // confirmed.
  const { event: again } = decided;
  const sameAgain =
    !decided.next &&
    again?.kind === earlier.kind &&
    again.score === earlier.score &&
    again.reach === earlier.reach &&
    again.minutes === earlier.minutes &&
    again.progress === earlier.progress;
  const holds =
    earlier.kind === 'command' ||
    (earlier.kind === 'function' && (countsAsSent(events, earlier) || isChoice(events, earlier))) ||
    (earlier.kind === 'goal' && isKept(events, earlier)) ||
    ((earlier.kind === 'score' || earlier.kind === 'note') && standsAsSent(events, earlier));
  const { answers } =
    sameAgain && holds ? decided : answerOnly(conversation, say(conversation.context, 'alreadyDone', {}));
  // "ANY" to a check of signs is a red flag by the question alone: its answer is the one that must not stay lost.
  const { about } = decided;
  return about?.kind === 'red-flag' ? { answers, about } : { answers };
};
