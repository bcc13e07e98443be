import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import { dateIn } from './page-form.ts';

/** The ranges over which the diary may be shown. */
export const ranges = ['2w', '3m', 'all'] as const;

/** A range over which the diary may be shown. */
export type Range = (typeof ranges)[number];

/** The days of a range; `all` begins with the first entry. */
const daysOf: Readonly<Record<Exclude<Range, 'all'>, number>> = { '2w': 14, '3m': 91 };

/** What the address asks for: a range, and, for an older page of its table, the day before which that page begins. */
export interface DiaryView {
  readonly range: Range;
  readonly before?: LocalDate;
}

/** Reads a view from an address; the last two weeks where it asks for nothing known. */
export const viewIn = (range: string | undefined, before: string | undefined): DiaryView => ({
  range: ranges.find((one) => one === range) ?? '2w',
  ...(before && dateIn(before) ? { before } : {}),
});

/** The first day of a range that ends today. */
export const firstDayOf = (range: Range, entries: readonly DiaryEntry[], today: LocalDate): LocalDate => {
  if (range !== 'all') return addDays(today, 1 - daysOf[range]);
  const fortnight = addDays(today, 1 - daysOf['2w']);
  return [entries[0]?.date ?? fortnight, fortnight].sort()[0] ?? fortnight;
};

/**
 * How many of the last weeks' answers are shown: a year would make a long table, and all of them are in the exports.
 */
export const shownWeeks = 13;

/**
 * The UTC date that many days ago, and two more: one because nobody's zone is known yet, and one for somebody who has
 * moved west.
 */
const daysBefore = (now: number, days: number): LocalDate =>
  addDays(new Date(now).toISOString().slice(0, 10), -(days + 2));

/**
 * The first day of the diary that is read to show a range: all weeks that were asked about, and the seven days of the
 * first of them, which is more than two weeks or three months. A correction or deletion of an entry is never older than
 * the entry.
 */
export const diarySince = (range: Range, now: number): LocalDate =>
  range === 'all' ? '' : daysBefore(now, Math.max(daysOf[range], (shownWeeks + 1) * 7));

/**
 * How many days of tips are marked at most: more would touch on a small screen, and take as long to read as the diary.
 */
export const markedTipDays = 183;

/** The first day of the tips that are read to show a range. */
export const tipsSince = (range: Range, now: number): LocalDate =>
  daysBefore(now, range === 'all' ? markedTipDays : daysOf[range]);

/** The number of days from `first` to `last`, both included. */
export const dayCount = (first: LocalDate, last: LocalDate): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;

/** The lines of a page of the table: a fortnight of a diligent writer, a screen or two to scroll. */
const linesAPage = 40;

/**
 * One page of the table, oldest entry first, how many older entries there are, and the day before which the next older
 * page begins. A day is never split.
 */
export const tablePage = (
  entries: readonly DiaryEntry[],
  first: LocalDate,
  before: LocalDate | undefined,
): { readonly shown: readonly DiaryEntry[]; readonly older: number; readonly olderBefore: LocalDate | undefined } => {
  const inRange = entries.filter(({ date }) => date >= first && (before === undefined || date < before));
  const cut = inRange.at(-linesAPage)?.date;
  const shown = cut === undefined ? inRange : inRange.filter(({ date }) => date >= cut);
  const older = inRange.length - shown.length;
  return { shown, older, olderBefore: older > 0 ? cut : undefined };
};
