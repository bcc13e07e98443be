import type { Channel } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';

export type DiaryChannel = Channel | 'web';

/**
 * So many days of a diary, today's included, are read with whoever writes: the four weeks that a bad day is held against, and
 * the ten that a flare may have lasted (flare.ts).
 */
export const recentDays = 40;

/**
 * The question that the answer to a reply asked: whether the number in it is the score of that day, or whether any of
 * the signs that the answer named is there, or whether their goal is reached. It is stored with the reply, so that it costs no write of its own and no
 * room in the profile.
 */
export type Question =
  | { readonly about: 'score'; readonly score: number; readonly date: LocalDate }
  | { readonly about: 'signs' }
  | { readonly about: 'goal' };

/** On how many days of a week somebody did what the weekly message asks about, as far as they wanted. */
export const reaches = ['all', 'some', 'none'] as const;
export type Reach = (typeof reaches)[number];

/** The most minutes of walking that are taken as an answer: four hours. */
export const mostMinutes = 240;

/** What somebody says of their goal when they are asked. */
export const progresses = ['done', 'not-yet'] as const;
export type Progress = (typeof progresses)[number];

/**
 * One reply as it was stored: append-only, named after its message, so that a webhook delivered twice is stored once.
 * `fix` replaces the score of the event `of`; `undo` takes back the event `of`; `function` answers the weekly question,
 * or says what it is to be about (activity.ts); `goal` sets a goal, or says how far it has come (goals.ts); `command` is kept only to be counted and recognised. What the diary shows is a fold over these (see fold-diary.ts).
 */
export interface DiaryEvent {
  /** Attribute name on the page: `r#` + hash of channel and message id. */
  readonly key: string;
  readonly kind: 'score' | 'note' | 'fix' | 'undo' | 'command' | 'function' | 'goal';
  /** The local date of the page it stands on: the day it is about. */
  readonly date: LocalDate;
  /** When it was received, epoch ms. */
  readonly at: number;
  /** Order of arrival within a subscriber's diary; ties (concurrent replies) fall back to `at`, then `key`. */
  readonly seq: number;
  readonly channel: DiaryChannel;
  /** NRS score, 0–10 in halves. */
  readonly score?: number;
  /** Of a `function`: the activity of their own that it is about. */
  readonly note?: string;
  /**
   * The key of another event: the one that a `fix` or an `undo` is about, the reply whose number a `score` confirms, or
   * the score that a `note` was written under.
   */
  readonly of?: string;
  /** Of a `function`: what they answered. */
  readonly reach?: Reach;
  /** Of a `function` of whoever is in a programme that asks for it: the minutes that they walk with ease. */
  readonly minutes?: number;
  /** Of a `goal`: what they said of the one they had, whose words are the note; left out where the note is a new one. */
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

/** The minutes that somebody walked with ease, said on `date` or about the week that ended before it. */
export interface WalkAnswer {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly minutes: number;
  readonly channel: DiaryChannel;
}

/** What somebody answered about the week that ends with the day before `date`, the day on which they were asked. */
export interface WeekAnswer {
  readonly key: string;
  readonly date: LocalDate;
  readonly at: number;
  readonly reach: Reach;
  /** What it is about, in their words; left out: walking. */
  readonly activity?: string;
  readonly channel: DiaryChannel;
}
