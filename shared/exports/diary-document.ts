import type { DiaryEntry } from '../domain/diary/diary.ts';
import type { DiaryFold } from '../domain/diary/fold-diary.ts';
import type { Subscriber } from '../domain/people/subscriber.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';

/** What every export is made from. */
export interface DiaryDocument {
  readonly subscriber: Subscriber;
  readonly diary: DiaryFold;
  /** Epoch ms. */
  readonly exportedAt: number;
}

/** One line of the diary, in the order of its columns. */
export interface DiaryRow {
  readonly date: string;
  /** `HH:mm` at the subscriber's place; null where it would mislead: told on another day than the one it is about. */
  readonly time: string | null;
  readonly score: number | null;
  readonly note: string | null;
  readonly channel: DiaryEntry['channel'];
  readonly status: DiaryEntry['status'];
}

/** A diary line with its local time. Yesterday's score told today has no time of its own: 09:00 would be today's nine o'clock. */
export const diaryRow = (entry: DiaryEntry, zone: string): DiaryRow => {
  const told = localDateTime(zone, entry.at);
  const { date, score, note, channel, status } = entry;
  return { date, time: told.date === date ? told.time : null, score, note, channel, status };
};
