import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { addDays, type LocalDate } from '../../shared/domain/time/local-time.ts';
import { dateIn } from './page-form.ts';

/** What the diary may be looked at over. */
export const ranges = ['2w', '3m', 'all'] as const;
export type Range = (typeof ranges)[number];

/** The days of a range; of `all`, those since the first entry. */
const daysOf: Readonly<Record<Exclude<Range, 'all'>, number>> = { '2w': 14, '3m': 91 };

/** As the address asks for it: a range, and for older pages of its table the day before which that begins. */
export interface DiaryView {
  readonly range: Range;
  readonly before?: LocalDate;
}

/** What an address asks for; the last two weeks where it asks for nothing we know. */
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

/** Answers about so many of the last weeks are shown: a year would be a long table, and all of them are in the exports. */
export const shownWeeks = 13;

/** The date in UTC, less so many days and one more, since nobody's zone is known yet; and another for who has moved west. */
const daysBefore = (now: number, days: number): LocalDate =>
  addDays(new Date(now).toISOString().slice(0, 10), -(days + 2));

/**
 * Since when the diary is read to show a range of it: the weeks that were asked about, and the seven days of the first of
 * them, which is more than two weeks or three months. What corrects an entry or takes it back is never older than that.
 */
export const diarySince = (range: Range, now: number): LocalDate =>
  range === 'all' ? '' : daysBefore(now, Math.max(daysOf[range], (shownWeeks + 1) * 7));

/** Half a year of tips is marked at most: more of them touch on a small screen, and take as long to read as the diary. */
export const markedTipDays = 183;

/** Since when the tips of a range are read. */
export const tipsSince = (range: Range, now: number): LocalDate =>
  daysBefore(now, range === 'all' ? markedTipDays : daysOf[range]);

/** How many days `last` is after `first`, plus one. */
export const dayCount = (first: LocalDate, last: LocalDate): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;

/** Lines of the table: a fortnight of a diligent writer, a screen or two to scroll. */
const linesAPage = 40;

/** One page of the table, oldest first, and where the next older one begins; days are never split. */
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
