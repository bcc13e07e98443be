import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import type { AnswerContext, IncomingReply } from '../../shared/domain/answering/conversation.ts';
import { decideReply } from '../../shared/domain/answering/decide-reply.ts';
import { renderMessage } from '../../shared/domain/answering/message.ts';
import { wordsOfPrompt } from '../../shared/domain/answering/prompt-words.ts';
import { activityOn } from '../../shared/domain/diary/activity.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { flareOn } from '../../shared/domain/diary/flare.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { openGoal } from '../../shared/domain/diary/goals.ts';
import type { Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import { hourMs } from '../../shared/domain/time/durations.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { firstInstantOf, localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { decideTip } from '../../shared/domain/tips/decide-tip.ts';
import { summarise } from '../../shared/domain/tips/programme-summary.ts';
import { segmentsOf } from '../../shared/domain/tips/segments.ts';
import { heardInDiary } from '../../shared/domain/tips/silence.ts';
import { choicesBeside, programmeOf } from '../../shared/domain/tips/tip-programme.ts';
import { tellWeek } from '../../shared/domain/tips/weekly.ts';
import type { SaidByDay } from './thread-people.ts';

/** A text of a thread, in order. */
export interface ThreadText {
  /** Days since they joined. */
  readonly day: number;
  /** The time on their own clock, such as `2030-01-08 09:00`. */
  readonly at: string;
  readonly from: 'us' | 'them';
  /** Whether the message was unasked: a tip, or a prompt in its place. */
  readonly isUnasked: boolean;
  readonly text: string;
  readonly segments: number;
}

interface Thread {
  readonly phone: string;
  /** The word they join with. */
  readonly join: string;
  readonly context: AnswerContext;
  readonly said: SaidByDay;
  readonly days: number;
}

/**
 * The start: a Monday, ten in the morning in New York and four in the afternoon in Paris. The first tip comes on the
 * next day.
 */
const start = Date.parse('2030-01-07T15:00:00Z');
const draws = { epoch: 'abcdefgh', eraseWord: 'K7QX' };
const rules = { carrierAnswersOptOut: true, carrierHasAnswered: false, silent: false };

/** Somebody's thread, played with the functions that decide in production, by a clock and a diary of its own. */
export const playThread = ({ phone, join, context, said, days }: Thread): readonly ThreadText[] => {
  const { parse } = loadReplyReading();
  const texts: ThreadText[] = [];
  const events: DiaryEvent[] = [];
  let person: Subscriber | undefined;
  let day = 0;

  const put = (at: number, zone: string, from: ThreadText['from'], text: string, isUnasked = false): void => {
    const { date, time } = localDateTime(zone, at);
    texts.push({ day, at: `${date} ${time}`, from, isUnasked, text, segments: segmentsOf(text) });
  };

  const write = (words: string, at: number): void => {
    const incoming: IncomingReply = {
      channel: 'sms',
      address: phone,
      messageId: `message ${texts.length}`,
      proof: 'address',
      receivedAt: at,
      reply: parse(words),
    };
    const who = { id: 'somebody', ...(person ? { subscriber: person } : {}), events };
    const { next, event, answers } = decideReply(who, incoming, context, draws, rules);
    person = next ?? person;
    if (event) events.push(event);
    const zone = person?.zone ?? 'UTC';
    put(at, zone, 'them', words);
    for (const answer of answers) put(at, zone, 'us', answer);
  };

  const bodyOf = ({ tip, prompt, date }: TipClaim): string => {
    const { messages, tips } = context.texts;
    const diary = foldDiary(events);
    const goal = openGoal(diary.goals, date)?.words;
    const activity = activityOn(diary, date);
    const { programme, language } = context;
    const { asks } = programmeOf(person ?? {}, programme);
    const facts = {
      summary: summarise(events),
      others: choicesBeside(person ?? {}, programme).flatMap(({ choice }) => choice?.[language].word ?? []),
      week: tellWeek(events, date),
      ...(asks ? { asks } : {}),
      ...(goal === undefined ? {} : { goal }),
      ...(activity === undefined ? {} : { activity }),
    };
    if (prompt) return wordsOfPrompt(messages, context.language, prompt, facts);
    return renderMessage(messages, 'tip', { tip: tips.find(({ id }) => id === tip)?.sms ?? '' });
  };

  const tipOfDay = (subscriber: Subscriber): void => {
    const date = addDays(localDateTime(subscriber.zone, start).date, day);
    const at = firstInstantOf(subscriber.zone, date, subscriber.time);
    const due = { date, dueAt: at, channel: 'sms', owner: date } as const;
    const reading = { flare: flareOn(foldDiary(events).entries, date) };
    const decision = decideTip(heardInDiary(subscriber, events), due, at, context.programme, reading);
    if (decision.kind !== 'send') return;
    const { claim, position, course, silence } = decision;
    put(at, subscriber.zone, 'us', bodyOf(claim), true);
    person = { ...subscriber, lastTip: claim, position, course, silence };
  };

  write(join, start);
  for (day = 1; day <= days; day += 1) {
    if (person) tipOfDay(person);
    for (const [index, words] of (said.get(day) ?? []).entries())
      write(words, start + day * 24 * hourMs + index * hourMs);
  }
  return texts;
};
