import type { DiaryEvent } from '../diary/diary.ts';
import type { SuggestedCommand, TalkAbout } from '../reading/intent.ts';
import { programmeOf } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import type { MessageKey } from './message.ts';
import { windowInWords } from './move-tip.ts';

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
 * The answer that names a command; to the way to another channel, only where the deployment has that channel; to fewer messages,
 * what there is below the most of their programme.
 */
const suggestionKey = (
  command: Exclude<SuggestedCommand, 'time'>,
  { subscriber, context: { onlyChannel, programme } }: Conversation,
) => {
  if (command === 'less' && programmeOf(subscriber, programme).dose === 'three') return 'suggestFewest';
  if (command === 'email') return onlyChannel === 'sms' ? 'onlyByText' : 'suggestEmail';
  if (command === 'sms') return onlyChannel === 'email' ? 'onlyByEmail' : 'suggestSms';
  return suggestionKeys[command];
};

/**
 * Subjects that tell nothing of the day. Words about anything else are kept as a note too: they may matter to whoever
 * reads the diary.
 */
const noNote: ReadonlySet<TalkAbout> = new Set(['courtesy', 'greeting', 'who', 'bot', 'cost', 'puzzled']);

/** How a courtesy is kept in the day's page: not as a note, only so that the next one is known to be the second. */
const courtesyMark = 'courtesy';

const isCourtesy = (event: DiaryEvent | undefined): boolean => event?.kind === 'command' && event.note === courtesyMark;

/** "Ok" is answered once: a second one in a row gets nothing, or two would thank each other for ever. */
const answerCourtesy = (conversation: Conversation): Decision => {
  const wasAnswered = isCourtesy(conversation.diary.audit.at(-1)?.event);
  const answers = wasAnswered ? [] : [say(conversation.context, 'talkCourtesy', {})];
  return { answers, event: eventOf(conversation, { kind: 'command', note: courtesyMark }) };
};

/**
 * Words that were meant for us: their own answer, and a note of the day if they tell something of it or are only
 * guessed at.
 */
export const answerTalk = (conversation: Conversation, about: TalkAbout, isGuess = false): Decision => {
  if (about === 'courtesy') return answerCourtesy(conversation);
  const answer = say(conversation.context, talkKeys[about], {});
  return noNote.has(about) && !isGuess ? answerOnly(conversation, answer) : keepNote(conversation, answer);
};

/**
 * Words that ask for what a command does: the answer names the command, with an example. The guess may be wrong, so the
 * words are kept as a note as well.
 */
export const suggest = (conversation: Conversation, command: SuggestedCommand, isGuess = false): Decision => {
  const answer =
    command === 'time'
      ? say(conversation.context, 'suggestTime', windowInWords(conversation))
      : say(conversation.context, suggestionKey(command, conversation), {});
  return isGuess ? keepNote(conversation, answer) : answerOnly(conversation, answer);
};

/** Nothing to read: a picture, or no text at all. */
export const answerEmpty = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.context, 'emptyText', {}));

/** They may want to leave: they are asked, and told the word that settles it. Meanwhile their words are a note. */
export const askWhetherToStop = (conversation: Conversation): Decision =>
  keepNote(conversation, say(conversation.context, 'optOutInDoubt', {}));
