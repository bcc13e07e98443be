import type { DiaryEvent, TwoScores } from '../diary/diary.ts';
import { type WeekSummary, weekOf, weekSummary } from '../diary/diary-statistics.ts';
import { flareOn } from '../diary/flare.ts';
import { type DiaryFold, foldDiary } from '../diary/fold-diary.ts';
import { notations } from '../diary/notation.ts';
import type { Intent } from '../reading/intent.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { type AnswerContext, answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { isCheckOpen } from './open-question.ts';

/** After how many replies a day (one page) only scores and commands are stored (docs/design.md#section-5). */
export const repliesAPage = 100;
/**
 * The most bytes of notes on a page: an item holds 400 KB, which a hundred notes in Chinese would fill; the rest is for
 * scores.
 */
const noteBytesAPage = 250_000;

/**
 * From which score an answer says a kind word: the cut to severe that fits people with chronic pain of muscles and
 * joints best (docs/facts.md#d1).
 */
const hardFrom = 8;

/** A number as people write it: 6, 6.5. */
const spoken = ({ language }: AnswerContext, value: number): string => notations[language].number(value);

const weekAnswer = (context: AnswerContext, logged: number, week: WeekSummary): string => {
  const score = spoken(context, logged);
  const hardDay = logged < hardFrom ? '' : ` ${say(context, 'hardDay', {})}`;
  if (week.mean === undefined || (week.change === undefined && week.daysReported < 2)) {
    return say(context, 'scoreFirst', { score, hardDay });
  }
  const mean = spoken(context, week.mean);
  if (week.change === undefined) {
    return say(context, 'scoreLogged', { score, hardDay, mean, days: String(week.daysReported) });
  }
  if (week.change === 0) return say(context, 'scoreLoggedSame', { score, hardDay, mean });
  const points = spoken(context, Math.abs(week.change));
  return say(context, week.change > 0 ? 'scoreLoggedUp' : 'scoreLoggedDown', { score, hardDay, mean, points });
};

const foldWith = (conversation: Conversation, event: DiaryEvent): DiaryFold =>
  foldDiary([...conversation.diary.audit.map((line) => line.event), event]);

/** The answer to a score of today: the week, or that a flare begins, during which tips of effort wait. */
const scoreAnswer = (conversation: Conversation, event: DiaryEvent, score: number): string => {
  const { context, diary, today } = conversation;
  const { entries } = foldWith(conversation, event);
  const week = weekSummary(entries, today);
  const flare = flareOn(entries, today);
  if (flare?.since !== today || week.mean === undefined || flareOn(diary.entries, today))
    return weekAnswer(context, score, week);
  const [mean, usual] = [spoken(context, week.mean), spoken(context, flare.usual)];
  return say(context, 'scoreFlare', { score: spoken(context, score), mean, usual });
};

/** Whether a date's page has room for another reply that is not a score. */
export const hasRoom = (conversation: Conversation, date: LocalDate): boolean => {
  const page = conversation.diary.audit.filter(({ event }) => event.date === date);
  const noteBytes = page.reduce((sum, { event }) => sum + Buffer.byteLength(event.note ?? ''), 0);
  return page.length < repliesAPage && noteBytes < noteBytesAPage;
};

/** The event of a score. On a full page it is stored without its note: the number must not be lost. */
export const scoreOf = (
  conversation: Conversation,
  date: LocalDate,
  score: number,
  note: string | undefined,
): DiaryEvent =>
  eventOf(conversation, { kind: 'score', date, score, ...(note && hasRoom(conversation, date) ? { note } : {}) });

/** PAIN 6: logs the score, and answers with the week's average and its change. */
export const logScore = (conversation: Conversation, score: number, note: string | undefined): Decision => {
  const event = scoreOf(conversation, conversation.today, score, note);
  return { answers: [scoreAnswer(conversation, event, score)], event };
};

/** Logs a number that was asked about and is the score, for the day it was said of, with the words it was said in. */
export const logAsked = (
  conversation: Conversation,
  asked: DiaryEvent,
  { score, date }: { readonly score: number; readonly date: LocalDate },
): Decision => {
  const event = eventOf(conversation, { kind: 'score', date, score, of: asked.key });
  const isPast = date < conversation.today;
  return {
    answers: [
      isPast
        ? say(conversation.context, 'earlierLogged', {
            score: spoken(conversation.context, score),
            date: notations[conversation.context.language].date(date),
          })
        : scoreAnswer(conversation, event, score),
    ],
    event,
  };
};

/** Logs the score beside an answer to a check of signs; `of`: the check, where the answer closes it. */
export const logBesideAnswer = (
  conversation: Conversation,
  { score, note, of }: { readonly score: number; readonly note: string | undefined; readonly of: string | undefined },
): Decision => {
  const event = { ...scoreOf(conversation, conversation.today, score, note), ...(of === undefined ? {} : { of }) };
  return { answers: [scoreAnswer(conversation, event, score)], event };
};

/** Two numbers as a question names them. */
export const bothInWords = (context: AnswerContext, [first, second]: TwoScores): { first: string; second: string } => ({
  first: spoken(context, first),
  second: spoken(context, second),
});

/** Asks whether a number is the score, naming it, so that one word settles it; the words are stored. */
export const askAboutScore = (conversation: Conversation, score: number, day: 'today' | 'yesterday'): Decision => {
  const { context, today } = conversation;
  if (isCheckOpen(conversation)) return keepNote(conversation, say(context, 'scoreUnclear', {}));
  const date = day === 'today' ? today : addDays(today, -1);
  const key = day === 'today' ? 'scoreInDoubt' : 'scoreInDoubtYesterday';
  const kept = keepNote(conversation, say(context, key, { score: spoken(context, score) }));
  return kept.event?.kind === 'note'
    ? { ...kept, event: { ...kept.event, asks: { about: 'score', score, date } } }
    : kept;
};

/** Asks which of two numbers is the score; the words are stored. */
export const askWhichScore = (conversation: Conversation, scores: TwoScores): Decision => {
  const { context, today } = conversation;
  if (isCheckOpen(conversation)) return keepNote(conversation, say(context, 'scoreUnclear', {}));
  const kept = keepNote(conversation, say(context, 'scoreWhich', bothInWords(context, scores)));
  return kept.event?.kind === 'note'
    ? { ...kept, event: { ...kept.event, asks: { about: 'which', scores, date: today } } }
    : kept;
};

/** YDAY 6: logs the score for the day before. */
export const logYesterday = (conversation: Conversation, score: number, note: string | undefined): Decision => ({
  answers: [say(conversation.context, 'yesterdayLogged', { score: spoken(conversation.context, score) })],
  event: scoreOf(conversation, addDays(conversation.today, -1), score, note),
});

/** FIX 5: corrects today's last score. "Plutôt 4" is a score where there is none. */
export const fixScore = (
  conversation: Conversation,
  { score, isScoreByItself }: Extract<Intent, { readonly kind: 'fix' }>,
): Decision => {
  const { context } = conversation;
  const target = conversation.diary.lastScoreFrom(conversation.today);
  if (!target && isScoreByItself) return logScore(conversation, score, undefined);
  if (!target) return answerOnly(conversation, say(context, 'nothingToFix', { score: spoken(context, score) }));
  const before = conversation.diary.entries.find((entry) => entry.key === target.key)?.score ?? target.score ?? score;
  return {
    answers: [say(context, 'fixed', { before: spoken(context, before), score: spoken(context, score) })],
    event: eventOf(conversation, { kind: 'fix', score, of: target.key }),
  };
};

const undoAnswer = (context: AnswerContext, undone: DiaryEvent): string => {
  if (undone.kind === 'note') return say(context, 'undoneNote', {});
  if (undone.kind === 'function') {
    if (undone.minutes !== undefined) return say(context, 'undoneWalk', {});
    return undone.reach === undefined ? say(context, 'undoneActivity', {}) : say(context, 'undoneWeek', {});
  }
  if (undone.kind === 'goal') return say(context, 'undoneGoal', {});
  const score = spoken(context, undone.score ?? 0);
  return say(context, undone.kind === 'fix' ? 'undoneFix' : 'undoneScore', { score });
};

/** UNDO: takes back the last change of the diary. The audit trail keeps it. */
export const undo = (conversation: Conversation): Decision => {
  const target = conversation.diary.lastAction;
  if (!target) return answerOnly(conversation, say(conversation.context, 'nothingToUndo', {}));
  return {
    answers: [undoAnswer(conversation.context, target)],
    event: eventOf(conversation, { kind: 'undo', of: target.key }),
  };
};

/** Stores free text as a note of the day. `answer` says what was understood, or that nothing was. */
export const keepNote = (conversation: Conversation, answer: string): Decision => {
  const note = conversation.incoming.reply.text;
  if (note === '') return answerOnly(conversation, say(conversation.context, 'emptyText', {}));
  if (!hasRoom(conversation, conversation.today)) return { answers: [say(conversation.context, 'noteNotKept', {})] };
  return { answers: [answer], event: eventOf(conversation, { kind: 'note', note }) };
};

/** The last seven days in a line: `Mon 6, Tue -, …`. */
export const weekInWords = ({ diary, today, context }: Conversation): string => {
  const { number, weekday } = notations[context.language];
  return weekOf(diary.entries, today)
    .map(({ date, score }) => `${weekday(date)} ${score === null ? '-' : number(score)}`)
    .join(', ');
};
