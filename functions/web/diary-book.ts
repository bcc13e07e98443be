import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import type { DiaryFold } from '../../shared/domain/diary/fold-diary.ts';
import type { LocalDate } from '../../shared/domain/time/local-time.ts';
import { sheetOver, type VisitSheet } from '../../shared/domain/visit/visit-sheet.ts';
import { dayCount } from './diary-view.ts';
import { isPrivate, type Parse } from './private-words.ts';

/** The most that one document holds: more than two years of two entries a day, and of 150 letters a day. */
export const mostEntries = 1_500;
/** The most characters of words in one document. */
export const mostLetters = 120_000;

/** A whole diary as a document shows it: in figures, and in words without those that are nobody's to read. */
export interface DiaryBook extends Pick<DiaryFold, 'weeks' | 'walks' | 'goals'> {
  readonly sheet: VisitSheet;
  /** Oldest first. */
  readonly entries: readonly DiaryEntry[];
  /** How many older entries there was no room for. */
  readonly older: number;
}

/**
 * The newest entries that there is room for, oldest first. No day is cut, for its mean would be another, unless it is the only
 * one.
 */
const newestOf = (entries: readonly DiaryEntry[]): readonly DiaryEntry[] => {
  let [count, letters] = [0, 0];
  for (const { date, note } of entries.toReversed()) {
    letters += note?.length ?? 0;
    if (count >= mostEntries || (letters > mostLetters && count > 0)) {
      const whole = entries.filter((one) => one.date > date);
      return whole.length > 0 ? whole : entries.slice(-count);
    }
    count += 1;
  }
  return entries;
};

/** Makes the document of a whole diary. Words that tell of despair or violence are left out, and an entry that is nothing else. */
export const diaryBook = ({ entries, weeks, walks, goals }: DiaryFold, today: LocalDate, parse: Parse): DiaryBook => {
  const isOpen = (words: string): boolean => !isPrivate(parse(words));
  /** What was written at several times stands together, a line each: each is read by itself, and then all as one. */
  const openWords = (note: string): string | null => {
    const lines = note.split('\n').filter(isOpen);
    const left = lines.join('\n');
    return left !== '' && (lines.length === 1 || isOpen(left)) ? left : null;
  };
  const shown = newestOf(entries);
  const first = shown.find(({ score }) => score !== null)?.date ?? today;
  const since = shown.length < entries.length ? first : '';
  return {
    sheet: sheetOver({ entries: shown, weeks }, today, Math.max(1, dayCount(first, today))),
    entries: shown.flatMap((entry) => {
      const note = entry.note === null ? null : openWords(entry.note);
      return note === null && entry.score === null ? [] : [{ ...entry, note }];
    }),
    older: entries.length - shown.length,
    weeks: weeks.filter(({ date, activity }) => date >= since && (activity === undefined || isOpen(activity))),
    walks: walks.filter(({ date }) => date >= since),
    goals: goals.filter(({ words }) => isOpen(words)),
  };
};
