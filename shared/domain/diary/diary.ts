import type { Channel } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';

/** How a diary event came in. */
export type DiaryChannel = Channel | 'web';

/**
 * How many days of a diary, today included, are read with each reply: the four weeks that a bad day is compared with,
 * and the ten that a flare may have lasted (flare.ts).
 */
export const recentDays = 40;

/** Two numbers of which one is meant, in the order in which they were said. */
export type TwoScores = readonly [first: number, second: number];

/**
 * The question that our answer to a reply asked: whether the number in it is the score of that day, or which of two, whether any of the
 * named signs is there, whether their goal is reached, or which place is meant. It is stored with the reply, so that it costs no write of its
 * own and no room in the profile.
 */
export type Question =
  | { readonly about: 'score'; readonly score: number; readonly date: LocalDate }
  | { readonly about: 'which'; readonly scores: TwoScores; readonly date: LocalDate }
  | { readonly about: 'signs' }
  | { readonly about: 'goal' }
  /** Which of the places of that name is meant. */
  | { readonly about: 'place'; readonly place: string };

/** The answers to the weekly question: on how many days somebody did what it asks about, as far as they wanted. */
export const reaches = ['all', 'some', 'none'] as const;

/** An answer to the weekly question. */
export type Reach = (typeof reaches)[number];

/** The most minutes of walking that are taken as an answer: four hours. */
export const mostMinutes = 240;

/** The answers to the question about the goal. */
export const progresses = ['done', 'not-yet'] as const;

/** An answer to the question about the goal. */
export type Progress = (typeof progresses)[number];

/**
 * One reply as it was stored. Events are only ever added, under a key made from their message, so that a webhook
 * delivered twice is stored once. `fix` replaces the score of the event `of`. `undo` takes back the event `of`.
 * `function` answers the weekly question, or chooses what it is about (activity.ts). `goal` sets a goal, or says how
 * far it has come (goals.ts). `command` is stored only to be counted and recognised. The diary is a fold over these
 * (fold-diary.ts).
 */
export interface DiaryEvent {
  /** The attribute name on the page: `r#` + hash of channel and message id. */
  readonly key: string;
  readonly kind: 'score' | 'note' | 'fix' | 'undo' | 'command' | 'function' | 'goal';
  /** The local date of its page, which is the day it is about. */
  readonly date: LocalDate;
  /** When it was received, epoch ms. */
  readonly at: number;
  /**
   * The order of arrival within a subscriber's diary; equal numbers (concurrent replies) are ordered by `at`, then
   * `key`.
   */
  readonly seq: number;
  readonly channel: DiaryChannel;
  /** NRS score, 0–10 in halves. */
  readonly score?: number;
  /** The words; of a `function`, the activity of their own that it is about. */
  readonly note?: string;
  /**
   * The key of another event: the one that a `fix` or an `undo` is about, the reply whose number a `score` confirms or
   * whose check of signs it answers, or the score that a `note` was written under.
   */
  readonly of?: string;
  /** The answer of a `function`. */
  readonly reach?: Reach;
  /** The minutes they walk with ease; of a `function` of somebody whose programme asks for them. */
  readonly minutes?: number;
  /** How far the goal in `note` has come; left out where the `goal` sets a new one. */
  readonly progress?: Progress;
  readonly asks?: Question;
}

/** A line of the diary as people read it. */
export interface DiaryEntry {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly score: number | null;
  readonly note: string | null;
  readonly channel: DiaryChannel;
  readonly status: 'final' | 'amended' | 'taken-back';
}

/** The minutes that somebody walks with ease, said on `date` or about the week before it. */
export interface WalkAnswer {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly minutes: number;
  readonly channel: DiaryChannel;
}

/** An answer about the week that ends with the day before `date`, on which they were asked. */
export interface WeekAnswer {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly reach: Reach;
  /** The activity it is about, in their words; left out for walking. */
  readonly activity?: string;
  readonly channel: DiaryChannel;
}
