import type { Language } from '../domain/people/subscriber.ts';
import { type CellStyle, cellOf } from './csv-cell.ts';
import { type DiaryDocument, type DiaryRow, diaryRow } from './diary-document.ts';

const columns = ['date', 'time', 'score', 'note', 'channel', 'status'] as const satisfies readonly (keyof DiaryRow)[];

/** How the spreadsheets of a language read a CSV: a French one takes `6.5` for a text, and AVERAGE silently leaves it out. */
interface Dialect extends CellStyle {
  /** What each column is called; times are those of the zone. */
  readonly heading: (column: (typeof columns)[number], zone: string) => string;
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
  // A contract: its columns never change.
  en: { separator: ',', number: String, heading: (column) => column },
  fr: {
    separator: ';',
    number: (value) => String(value).replace('.', ','),
    heading: (column, zone) => (column === 'time' ? `${frenchHeadings.time} (${zone})` : frenchHeadings[column]),
  },
};

/** Without it Excel reads UTF-8 as the machine's old code page: "é" becomes "Ã©". */
const byteOrderMark = '\uFEFF';

/** The diary as CSV (RFC 4180) in the dialect of its owner's language, one line an entry, oldest first. */
export const diaryCsv = ({ subscriber, diary }: DiaryDocument): string => {
  const dialect = dialects[subscriber.language];
  const heading = columns.map((column) => dialect.heading(column, subscriber.zone)).join(dialect.separator);
  const lines = diary.entries.map((entry) => {
    const row = diaryRow(entry, subscriber.zone);
    return columns.map((column) => cellOf(row[column], dialect)).join(dialect.separator);
  });
  return `${byteOrderMark}${[heading, ...lines].join('\r\n')}\r\n`;
};
