import type { DiaryEvent, Question } from '../diary/diary.ts';
import type { Conversation } from './conversation.ts';

/** A question of ours that is waiting for its answer, with the reply it was asked about. */
export interface OpenQuestion {
  readonly asked: DiaryEvent;
  readonly question: Question;
}

/** "Is 6 your pain?" */
export type ScoreQuestion = Extract<Question, { readonly about: 'score' }>;

/** How long a question stays open, in ms. */
export const openMs = 24 * 3_600_000;

const asksStill = (asked: DiaryEvent, later: readonly DiaryEvent[]): boolean =>
  asked.asks?.about === 'signs'
    ? // Whether somebody is in danger is not forgotten for a score or a change of time in between.
      !later.some(({ kind, of }) => (kind === 'command' || kind === 'score') && of === asked.key)
    : later.length === 0;

/**
 * The question that is open at `now` (epoch ms) among these replies, in order of arrival. One is open at a time: a
 * check of signs stays open until it is answered or a day has passed, and nothing else is asked meanwhile; a question
 * about a score is dropped when something else is said.
 */
export const openQuestionAmong = (events: readonly DiaryEvent[], now: number): OpenQuestion | undefined => {
  const open = events.flatMap((asked, at) =>
    asked.asks !== undefined && asked.at > now - openMs && asksStill(asked, events.slice(at + 1))
      ? [{ asked, question: asked.asks }]
      : [],
  );
  return open.find(({ question }) => question.about === 'signs') ?? open.at(-1);
};

/** The question that is open when this reply comes, if there is one. */
export const openQuestion = ({ diary, incoming }: Pick<Conversation, 'diary' | 'incoming'>): OpenQuestion | undefined =>
  openQuestionAmong(
    diary.audit.map(({ event }) => event),
    incoming.receivedAt,
  );

/** Whether the check of signs is open; nothing else is asked then. */
export const isCheckOpen = (conversation: Pick<Conversation, 'diary' | 'incoming'>): boolean =>
  openQuestion(conversation)?.question.about === 'signs';
