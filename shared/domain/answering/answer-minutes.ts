import { flareOn } from '../diary/flare.ts';
import { readMinutes } from '../reading/answer/read-minutes.ts';
import { readReach } from '../reading/answer/read-reach.ts';
import type { LocalDate } from '../time/local-time.ts';
import { nextMinutes } from '../tips/next-minutes.ts';
import { programmeOf, programmesFrom } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { keepNote } from './log-score.ts';

/** What is said of so many minutes: one or two more for the week to come, and nothing more in a flare. */
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
 * What is to be done about a reply of somebody in a programme that asks for minutes of walking; undefined if it says something
 * else. WALK 12 is kept whenever it is said. `asked`: the date of the question that is open, whose day it then stands on. While no
 * answer has come, a bare number up to 10 may be their pain as well, which is never guessed.
 */
export const answerMinutes = (conversation: Conversation, asked: LocalDate | undefined): Decision | undefined => {
  const { incoming, context, subscriber, diary, today } = conversation;
  const { text } = incoming.reply;
  const said = readMinutes(text);
  const isFresh = asked !== undefined && !diary.walks.some(({ date }) => date === asked);
  // Nothing of ours has come since we asked.
  const isLast = asked !== undefined && (subscriber.lastTip?.date ?? '') <= asked;
  if (said && (!said.isBare || (isFresh && said.minutes > 10))) {
    const event = eventOf(conversation, { kind: 'function', date: asked ?? today, minutes: said.minutes });
    return { answers: [answerTo(conversation, said.minutes)], event, answersQuestion: true };
  }
  if (!isFresh || !isLast) return undefined;
  if (said) return answerOnly(conversation, say(context, 'walkOrPain', { number: String(said.minutes) }));
  return readReach(text) === undefined ? undefined : answerOnly(conversation, say(context, 'walkUnclear', {}));
};

/** WALK 5, as it is told to whoever is in a programme that asks for it. */
const walkCommand = /^\P{L}*(?:walk|marche)\b/iu;

/**
 * WALK 5 of somebody whose programme does not ask for it: no pain of 5, and no minutes. They are told where those are asked for;
 * undefined for whatever else was said, or where no programme asks.
 */
export const minutesElsewhere = (conversation: Conversation): Decision | undefined => {
  const { incoming, context, subscriber } = conversation;
  const { text } = incoming.reply;
  const isAsked = programmesFrom(context.programme).some(({ asks }) => asks === 'minutes');
  if (!isAsked || programmeOf(subscriber, context.programme).asks === 'minutes') return undefined;
  if (!walkCommand.test(text) || readMinutes(text)?.isBare !== false) return undefined;
  return keepNote(conversation, say(context, 'walkElsewhere', {}));
};
