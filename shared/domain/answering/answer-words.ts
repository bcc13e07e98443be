import type { DiaryEvent } from '../diary/diary.ts';
import type { Intent, SuggestedCommand, TalkAbout } from '../reading/intent.ts';
import { programmeOf } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import type { MessageKey } from './message.ts';
import { windowInWords } from './move-tip.ts';
import { paceInWords } from './pace-in-words.ts';

const talkKeys = {
  thanks: 'talkThanks',
  'good-news': 'talkGoodNews',
  'bad-day': 'talkBadDay',
  courtesy: 'talkCourtesy',
  who: 'talkWho',
  bot: 'talkBot',
  cost: 'talkCost',
  privacy: 'talkPrivacy',
  medicine: 'talkMedicine',
  doctor: 'talkDoctor',
  exercise: 'talkExercise',
  language: 'talkLanguage',
  invite: 'talkInvite',
  greeting: 'talkGreeting',
  puzzled: 'talkPuzzled',
} as const satisfies Record<TalkAbout, MessageKey>;

const suggestionKeys = {
  pause: 'suggestPause',
  less: 'suggestLess',
  zone: 'suggestZone',
  diary: 'suggestDiary',
  more: 'suggestMore',
  tip: 'suggestTip',
  undo: 'suggestUndo',
  resume: 'suggestResume',
  erase: 'suggestErase',
  export: 'suggestExport',
  join: 'suggestJoin',
} as const satisfies Record<Exclude<SuggestedCommand, 'time' | 'email' | 'sms'>, MessageKey>;

/**
 * The key of the answer that suggests a command. A command of another channel is suggested only where the deployment
 * has that channel; a command for fewer messages names what is below their programme's most.
 */
const suggestionKey = (
  command: Exclude<SuggestedCommand, 'time'>,
  { subscriber, context: { onlyChannel, programme } }: Conversation,
  of?: 'days' | 'pace',
) => {
  if (of === 'pace') return 'suggestPace';
  if (command === 'less' && programmeOf(subscriber, programme).dose === 'three') return 'suggestFewest';
  if (of === 'days') return 'suggestDays';
  if (command === 'email') return onlyChannel === 'sms' ? 'onlyByText' : 'suggestEmail';
  if (command === 'sms') return onlyChannel === 'email' ? 'onlyByEmail' : 'suggestSms';
  return suggestionKeys[command];
};

/**
 * Subjects that say nothing about the day. Words about any other are stored as a note too, because they may matter to
 * whoever reads the diary.
 */
const noNote: ReadonlySet<TalkAbout> = new Set(['courtesy', 'greeting', 'who', 'bot', 'cost', 'puzzled']);

/** The mark of a courtesy on the day's page: no note, only a way to know that the next one is the second. */
const courtesyMark = 'courtesy';

const isCourtesy = (event: DiaryEvent | undefined): boolean => event?.kind === 'command' && event.note === courtesyMark;

/** Answers a courtesy once; a second one in a row gets nothing, or two robots would thank each other for ever. */
const answerCourtesy = (conversation: Conversation): Decision => {
  const wasAnswered = isCourtesy(conversation.diary.audit.at(-1)?.event);
  const answers = wasAnswered ? [] : [say(conversation.context, 'talkCourtesy', {})];
  return { answers, event: eventOf(conversation, { kind: 'command', note: courtesyMark }) };
};

/**
 * Answers words that were meant for us, and stores them as a note if they say something about the day or were only
 * guessed at.
 */
export const answerTalk = (conversation: Conversation, about: TalkAbout, isGuess = false): Decision => {
  if (about === 'courtesy') return answerCourtesy(conversation);
  const { context, subscriber } = conversation;
  const answer = say(context, talkKeys[about], { pace: paceInWords(context, subscriber) });
  return noNote.has(about) && !isGuess ? answerOnly(conversation, answer) : keepNote(conversation, answer);
};

/**
 * Answers words that ask for what a command does, by naming the command with an example. The guess may be wrong, so the
 * words are also stored as a note.
 */
export const suggest = (
  conversation: Conversation,
  { command, isGuess, of }: Extract<Intent, { kind: 'suggest' }>,
): Decision => {
  const answer =
    command === 'time'
      ? say(conversation.context, 'suggestTime', windowInWords(conversation))
      : say(conversation.context, suggestionKey(command, conversation, of), {});
  return isGuess ? keepNote(conversation, answer) : answerOnly(conversation, answer);
};

/** Answers a message without words: a picture, or nothing at all. */
export const answerEmpty = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.context, 'emptyText', {}));

/**
 * Asks somebody who may want to leave, and names the word that settles it. Until then their words are stored as a note.
 */
export const askWhetherToStop = (conversation: Conversation): Decision =>
  keepNote(conversation, say(conversation.context, 'optOutInDoubt', {}));
