import type { DiaryEvent } from '../diary/diary.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import { answerOnly, type Conversation, type Decision, eventOf, keyOf, say } from './conversation.ts';
import { alsoAsked } from './opt-out.ts';
import { announceSchedule } from './schedule-answers.ts';
import { outcomeOfAnswer, repeatTip } from './show.ts';
import { isHalfDone } from './unfinished-command.ts';

/** Whether a mailbox is waiting that this very reply asked for. One that names it too, but in vain, did not. */
const askedForMail = ({ incoming, subscriber }: Conversation): boolean =>
  subscriber.pendingMailbox?.askedBy === keyOf(incoming);

/** The answer to a command that was carried out when it came first, for a sender who may not have got it then. */
const answerAgain = (conversation: Conversation): string => {
  const { incoming, programme, subscriber } = conversation;
  const { intent } = incoming.reply;
  const { pendingMailbox, eraseWord } = subscriber;
  if (intent.kind === 'join' && !(intent.email && pendingMailbox)) {
    // What the law wants said to somebody who joins is said again, not that it was said.
    return say(programme, 'alreadyJoined', announceSchedule(programme, subscriber, incoming.receivedAt).words);
  }
  if (intent.kind === 'join') return say(programme, 'welcomeMailbox', {});
  if (intent.kind === 'tip') return repeatTip(conversation);
  if (intent.kind === 'language' && intent.language === subscriber.language) return say(programme, 'languageSet', {});
  if (intent.kind === 'clinic' && subscriber.clinic)
    return say(programme, subscriber.clinic === 'yes' ? 'clinicYes' : 'clinicNo', {});
  if (intent.kind === 'call-me' && subscriber.callMe && programme.readers)
    return say(programme, 'callMe', programme.readers);
  if (intent.kind === 'erase' && intent.word === undefined && eraseWord) {
    return say(programme, 'eraseAsk', { word: eraseWord.word });
  }
  return say(programme, askedForMail(conversation) ? 'emailAsked' : 'alreadyDone', {});
};

/**
 * A command that the profile remembers: nothing is done again but what comes after the profile, should the first delivery
 * have died in between. Each of these writes changes nothing where it stands already.
 */
export const finishCommand = (conversation: Conversation): Decision => {
  const { incoming, programme, subscriber, diary } = conversation;
  if (subscriber.status === 'erasing') return { answers: [say(programme, 'erased', {})], job: 'erase' };
  const { intent, optOut } = incoming.reply;
  const counting = eventOf(conversation, { kind: 'command' });
  const onPage = diary.audit.some(({ event }) => event.key === counting.key);
  const halfDone = !onPage && isHalfDone(subscriber, counting.key, intent);
  const counted = halfDone ? { event: (optOut && alsoAsked(conversation, intent)?.event) || counting } : {};
  // Nothing is said to somebody who has left, whatever they had asked for before.
  if (optOut || subscriber.status !== 'active') return { answers: [], ...counted };
  const outcome = intent.kind === 'tip' ? outcomeOfAnswer(subscriber) : undefined;
  return {
    answers: [answerAgain(conversation)],
    ...counted,
    ...(outcome ? { outcome } : {}),
    ...(halfDone && askedForMail(conversation) ? { job: 'confirm' as const } : {}),
  };
};

/** Whether a score stands in the diary as it was sent: not corrected, not taken back. */
const standsAsSent = (events: readonly DiaryEvent[], { key }: DiaryEvent): boolean =>
  foldDiary(events).entries.some((entry) => entry.key === key && entry.status === 'final');

/**
 * A reply that a page holds: nothing is written. The answer may have been lost, so it is given again where it still is
 * true; `decided` is what would be done about it had it come now.
 */
export const answerStored = (
  conversation: Conversation,
  events: readonly DiaryEvent[],
  earlier: DiaryEvent,
  decided: Decision,
): Decision => {
  if (conversation.subscriber.status !== 'active' || conversation.incoming.reply.optOut) return { answers: [] };
  // A message id that comes again with another number in it does not get that number confirmed.
  const sameAgain = !decided.next && decided.event?.kind === earlier.kind && decided.event.score === earlier.score;
  const holds =
    earlier.kind === 'command' ||
    ((earlier.kind === 'score' || earlier.kind === 'note') && standsAsSent(events, earlier));
  const { answers } =
    sameAgain && holds ? decided : answerOnly(conversation, say(conversation.programme, 'alreadyDone', {}));
  return { answers };
};
