import type { DiaryEvent } from '../diary/diary.ts';
import type { SuggestedCommand, TalkAbout } from '../reading/intent.ts';
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
  email: 'suggestEmail',
  sms: 'suggestSms',
  diary: 'suggestDiary',
  more: 'suggestMore',
  tip: 'suggestTip',
  undo: 'suggestUndo',
  resume: 'suggestResume',
  erase: 'suggestErase',
  export: 'suggestExport',
  join: 'suggestJoin',
} as const satisfies Record<Exclude<SuggestedCommand, 'time'>, MessageKey>;

/** These tell nothing of the day; all else is a note too: what was said to us may matter to whoever reads the diary. */
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

/** What was said to us: its own answer, and a note of the day where it tells something or is only guessed at. */
export const answerTalk = (conversation: Conversation, about: TalkAbout, isGuess = false): Decision => {
  if (about === 'courtesy') return answerCourtesy(conversation);
  const answer = say(conversation.context, talkKeys[about], {});
  return noNote.has(about) && !isGuess ? answerOnly(conversation, answer) : keepNote(conversation, answer);
};

/** A wish that one command fulfils: named, with an example. A guess may be wrong, and then the words were for the diary. */
export const suggest = (conversation: Conversation, command: SuggestedCommand, isGuess = false): Decision => {
  const answer =
    command === 'time'
      ? say(conversation.context, 'suggestTime', windowInWords(conversation))
      : say(conversation.context, suggestionKeys[command], {});
  return isGuess ? keepNote(conversation, answer) : answerOnly(conversation, answer);
};

/** Nothing to read: a picture, or no text at all. */
export const answerEmpty = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.context, 'emptyText', {}));

/** Whether they want to leave is asked, with the word that settles it; their words are a note meanwhile. */
export const askWhetherToStop = (conversation: Conversation): Decision =>
  keepNote(conversation, say(conversation.context, 'optOutInDoubt', {}));
