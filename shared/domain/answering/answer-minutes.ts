import { flareOn } from '../diary/flare.ts';
import { readMinutes } from '../reading/answer/read-minutes.ts';
import { readReach } from '../reading/answer/read-reach.ts';
import type { LocalDate } from '../time/local-time.ts';
import { nextMinutes } from '../tips/next-minutes.ts';
import { programmeOf, programmesFrom } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import { isCheckOpen } from './open-question.ts';

/** The reply to so many minutes: it suggests one or two more for the week to come, and no more in a flare. */
const answerTo = ({ context, diary, today }: Conversation, minutes: number): string => {
  if (minutes === 0) return say(context, 'walkNone', {});
  const said = String(minutes);
  if (flareOn(diary.entries, today)) return say(context, 'walkFlare', { minutes: said });
  const next = nextMinutes(minutes);
  return next
    ? say(context, 'walkNoted', { minutes: said, from: String(next.from), to: String(next.to) })
    : say(context, 'walkEnough', { minutes: said });
};

/**
 * Decides about a reply of somebody whose programme asks for minutes of walking; undefined if it says something else.
 * WALK 12 is stored whenever it is sent, before the first question too and beside a check of signs, which stays open. `asked` is the date of the open question, to which day the answer then
 * belongs. While there is no answer yet, a bare number up to 10 may also be their pain, which is never guessed.
 */
export const answerMinutes = (conversation: Conversation, asked: LocalDate | undefined): Decision | undefined => {
  const { incoming, context, subscriber, diary, today } = conversation;
  const { text } = incoming.reply;
  const said = readMinutes(text);
  const isFresh = asked !== undefined && !diary.walks.some(({ date }) => date === asked);
  // The question is the last message we have sent.
  const isLast = asked !== undefined && (subscriber.lastTip?.date ?? '') <= asked;
  // With a check of signs open a bare number is no answer to another question; WALK 12 says itself what it is.
  if (isCheckOpen(conversation) && said?.isBare !== false) return undefined;
  if (said && (!said.isBare || (isFresh && said.minutes > 10))) {
    const event = eventOf(conversation, { kind: 'function', date: asked ?? today, minutes: said.minutes });
    return { answers: [answerTo(conversation, said.minutes)], event, about: { kind: 'question' } };
  }
  if (!isFresh || !isLast) return undefined;
  if (said) return answerOnly(conversation, say(context, 'walkOrPain', { number: String(said.minutes) }));
  return readReach(text) === undefined ? undefined : answerOnly(conversation, say(context, 'walkUnclear', {}));
};

/** Matches WALK 5, as people in a programme that asks for minutes are told to write it. */
const walkCommand = /^\P{L}*(?:walk|marche)\b/iu;

/**
 * Decides about WALK 5 from somebody whose programme does not ask for minutes: it is neither a pain of 5 nor stored
 * minutes. They are told which programme asks for them. Undefined for anything else, or where no programme asks.
 */
export const minutesElsewhere = (conversation: Conversation): Decision | undefined => {
  const { incoming, context, subscriber } = conversation;
  const { text } = incoming.reply;
  const isAsked = programmesFrom(context.programme).some(({ asks }) => asks === 'minutes');
  if (!isAsked || programmeOf(subscriber, context.programme).asks === 'minutes') return undefined;
  if (!walkCommand.test(text) || readMinutes(text)?.isBare !== false) return undefined;
  return keepNote(conversation, say(context, 'walkElsewhere', {}));
};
