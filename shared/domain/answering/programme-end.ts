import { normalise } from '../reading/text/normalise.ts';
import { courseGoingOn, courseInto, isOver } from '../tips/choose-tip.ts';
import { courseOf, markOf } from '../tips/course.ts';
import { choicesBeside, programmeOf, type TipProgramme } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import { wasOffered } from './programme-offer.ts';
import { announceSchedule } from './schedule-answers.ts';

/** How many of the best tips are repeated: three fill a text. */
const mostBest = 3;

/** MORE after the programme's summary: repeats the tips that they said helped. */
export const bestTips = (conversation: Conversation): Decision => {
  const { context, subscriber } = conversation;
  const course = courseOf(subscriber, context.programme);
  const { tips } = programmeOf(subscriber, context.programme);
  const helped = tips.filter(({ number }) => markOf(course, number) === 'helped');
  const texts = helped.flatMap(({ tip }) => context.texts.tips.find(({ id }) => id === tip)?.sms ?? []);
  const answer =
    texts.length > 0
      ? say(context, 'bestTips', { tips: texts.slice(0, mostBest).join(' ') })
      : say(context, 'bestNone', {});
  return answerOnly(conversation, answer);
};

/** AGAIN: starts the programme again once it is over. Before that it is an ordinary word. */
export const beginAgain = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  if (!isOver(subscriber, context.programme)) return keepNote(conversation, say(context, 'noteKept', {}));
  const course = courseGoingOn(subscriber, context.programme);
  const { changes, words, none } = announceSchedule(context, { ...subscriber, course }, incoming.receivedAt);
  return changeProfile(
    conversation,
    { ...changes, course },
    none ?? say(context, 'beganAgain', { first: words.first }),
  );
};

const plain = (text: string): string =>
  normalise(text)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const courtesies =
  /^(?:ok|okay|yes|oui|the|le|la|les|des|un|une|programme?) | (?:please|pls|svp|merci|thanks|thank you|programme?)$/g;

/** The programme that a whole text names by its word, in any language: people choose without minding their language. */
const namedIn = (text: string, programmes: readonly TipProgramme[]): TipProgramme | undefined => {
  const said = plain(text).replace(courtesies, '');
  return programmes.find(({ choice }) => Object.values(choice ?? {}).some(({ word }) => plain(word) === said));
};

/**
 * Decides about the word of another programme; undefined where it is an ordinary word. It counts once their programme
 * is over or the code of a card has offered it, and for somebody who has chosen another one, at any time, to go back to the
 * first.
 */
export const chooseProgramme = (conversation: Conversation): Decision | undefined => {
  const { incoming, context, subscriber } = conversation;
  const { programme: first, language } = context;
  const own = programmeOf(subscriber, first);
  const chosen = namedIn(incoming.reply.text, choicesBeside(subscriber, first));
  if (!chosen?.choice) return undefined;
  if (chosen !== first && !isOver(subscriber, first) && !wasOffered(conversation, chosen)) return undefined;
  const { name } = chosen.choice[language];
  const into = courseInto(subscriber, chosen, first);
  // The weekly question of this programme is asked at once, because the first week goes by its answer.
  const course = chosen.asks ? { ...into, asked: conversation.today } : into;
  const { changes, words, none } = announceSchedule(context, { ...subscriber, course }, incoming.receivedAt);
  const back = own.choice?.[language].word;
  const told =
    chosen === first || back === undefined
      ? say(context, 'programmeBack', { name, first: words.first })
      : say(context, 'programmeChosen', { name, first: words.first, back });
  const asks = chosen.asks ? [say(context, 'walkFirst', {})] : [];
  return changeProfile(conversation, { ...changes, course }, ...(none ? [none] : [told, ...asks]));
};
