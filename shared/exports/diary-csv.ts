import type { DiaryEntry, Reach, WalkAnswer, WeekAnswer } from '../domain/diary/diary.ts';
import type { Language } from '../domain/people/subscriber.ts';
import { type CellStyle, cellOf } from './csv-cell.ts';
import { type DiaryDocument, type DiaryRow, diaryRow } from './diary-document.ts';

const columns = ['date', 'time', 'score', 'note', 'channel', 'status'] as const satisfies readonly (keyof DiaryRow)[];

/**
 * A CSV as the spreadsheets of a language read it: a French one takes `6.5` for a text, and AVERAGE silently leaves it
 * out.
 */
interface Dialect extends CellStyle {
  /** The heading of each column; times are local to the zone. */
  readonly heading: (column: (typeof columns)[number], zone: string) => string;
  /** The words for an answer to the weekly question. */
  readonly reach: Readonly<Record<Reach, string>>;
  /** The words for an answer about an activity of their own. */
  readonly reachOf: (activity: string) => Readonly<Record<Reach, string>>;
  /** The words for minutes of walking. */
  readonly minutes: (minutes: number) => string;
}

const frenchHeadings = {
  date: 'date',
  time: 'heure',
  score: 'douleur',
  note: 'remarque',
  channel: 'canal',
  status: 'statut',
} as const;

const dialects: Readonly<Record<Language, Dialect>> = {
  // The English dialect is a contract: its columns never change.
  en: {
    separator: ',',
    number: String,
    heading: (column) => column,
    reach: {
      all: 'week: walked as far as wanted on all days',
      some: 'week: walked as far as wanted on some days',
      none: 'week: walked as far as wanted on no day',
    },
    reachOf: (activity) => ({
      all: `week: ${activity}, as much as wanted on all days`,
      some: `week: ${activity}, as much as wanted on some days`,
      none: `week: ${activity}, as much as wanted on no day`,
    }),
    minutes: (minutes) => `walks with ease: ${minutes} minutes`,
  },
  fr: {
    separator: ';',
    number: (value) => String(value).replace('.', ','),
    heading: (column, zone) => (column === 'time' ? `${frenchHeadings.time} (${zone})` : frenchHeadings[column]),
    reach: {
      all: 'semaine : marché autant que voulu tous les jours',
      some: 'semaine : marché autant que voulu certains jours',
      none: 'semaine : marché autant que voulu aucun jour',
    },
    reachOf: (activity) => ({
      all: `semaine : ${activity}, autant que voulu tous les jours`,
      some: `semaine : ${activity}, autant que voulu certains jours`,
      none: `semaine : ${activity}, autant que voulu aucun jour`,
    }),
    minutes: (minutes) => `marche sans peine : ${minutes} minutes`,
  },
};

/** Without it Excel reads UTF-8 as the machine's old code page: "é" becomes "Ã©". */
const byteOrderMark = '\uFEFF';

/** An answer to the weekly question as a line of the diary: words without a score, on the day of the question. */
const asEntry = (
  { key, date, at, channel }: Pick<WeekAnswer | WalkAnswer, 'key' | 'date' | 'at' | 'channel'>,
  note: string,
): DiaryEntry => ({
  key,
  date,
  at,
  score: null,
  note,
  channel,
  status: 'final',
});

/**
 * The diary as CSV (RFC 4180) in the dialect of its owner's language: one line per entry or answer about a week, oldest
 * first.
 */
export const diaryCsv = ({ subscriber, diary }: DiaryDocument): string => {
  const dialect = dialects[subscriber.language];
  const heading = columns.map((column) => dialect.heading(column, subscriber.zone)).join(dialect.separator);
  const answers = [
    ...diary.weeks.map((week) => {
      const { reach, activity } = week;
      return asEntry(week, (activity === undefined ? dialect.reach : dialect.reachOf(activity))[reach]);
    }),
    ...diary.walks.map((walk) => asEntry(walk, dialect.minutes(walk.minutes))),
  ];
  // The sort is stable: within a day the order of the diary stays, and the week comes last.
  const all = [...diary.entries, ...answers].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const lines = all.map((entry) => {
    const row = diaryRow(entry, subscriber.zone);
    return columns.map((column) => cellOf(row[column], dialect)).join(dialect.separator);
  });
  return `${byteOrderMark}${[heading, ...lines].join('\r\n')}\r\n`;
};
