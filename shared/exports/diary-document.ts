import type { DiaryEntry } from '../domain/diary/diary.ts';
import type { DiaryFold } from '../domain/diary/fold-diary.ts';
import type { Membership } from '../domain/people/cohort.ts';
import type { Consent } from '../domain/people/consent.ts';
import type { Subscriber } from '../domain/people/subscriber.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import type { VisitShare } from '../domain/visit/visit-share.ts';

/** What every export is made from. */
export interface DiaryDocument {
  readonly subscriber: Subscriber;
  readonly diary: DiaryFold;
  /** Epoch ms. */
  readonly exportedAt: number;
}

/** All that is held on a person, for the export that leaves nothing out. */
export interface PersonDocument extends DiaryDocument {
  /** The consents of this enrolment, oldest first. */
  readonly consents: readonly Consent[];
  readonly tips: readonly TipOutcome[];
  /** What was shared for a visit, oldest first. */
  readonly shares: readonly VisitShare[];
  /** The clinic whose card they came by. */
  readonly cohort: Membership | undefined;
  /** The code that the sign-up page was filled in with, while that waits to be confirmed. */
  readonly askedCode: string | undefined;
}

/** One line of the diary, in the order of its columns. */
export interface DiaryRow {
  readonly date: string;
  /** Local time, `HH:mm`; null where it would mislead, because it was told on another day than the one it is about. */
  readonly time: string | null;
  readonly score: number | null;
  readonly note: string | null;
  readonly channel: DiaryEntry['channel'];
  readonly status: DiaryEntry['status'];
}

/**
 * A diary line with its local time. Yesterday's score told today has no time of its own: 09:00 would mean today's nine
 * o'clock.
 */
export const diaryRow = (entry: DiaryEntry, zone: string): DiaryRow => {
  const told = localDateTime(zone, entry.at);
  const { date, score, note, channel, status } = entry;
  return { date, time: told.date === date ? told.time : null, score, note, channel, status };
};
