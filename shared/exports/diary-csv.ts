import type { Language } from '../domain/people/subscriber.ts';
import { type DiaryDocument, type DiaryRow, diaryRow } from './diary-document.ts';

const columns = ['date', 'time', 'score', 'note', 'channel', 'status'] as const satisfies readonly (keyof DiaryRow)[];

/** How the spreadsheets of a language read a CSV: a French one takes `6.5` for a text, and AVERAGE silently leaves it out. */
interface Dialect {
  readonly separator: string;
  readonly number: (value: number) => string;
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

/** A tab or a carriage return that a cell begins with (OWASP, CSV injection): some spreadsheets drop it and look at what follows. */
const lostStart = /^[\t\r]/;

/**
 * What a spreadsheet would take for a formula: a note can say =HYPERLINK(…). Not only where the cell begins. A machine of
 * another language splits the line at its own separator, in the middle of a note, and there a formula begins as well; so it
 * does after a line break inside a cell, and behind quotes and blanks that are trimmed. NFKC makes the full-width and the
 * small forms of the four signs the plain ones, and so do East Asian spreadsheets.
 */
const formulaStart =
  /((?:^|[,;|\t\n\v\f\r\u0085\u2028\u2029])[\s"'\u200B-\u200F\u2060\uFEFF]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/g;

/** The text with an apostrophe before whatever would begin a formula, wherever the line is split. */
const neutralised = (text: string): string => {
  const safe = text.replace(formulaStart, "$1'");
  return lostStart.test(safe) ? `'${safe}` : safe;
};

const cellOf = (value: string | number | null, { separator, number }: Dialect): string => {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  const safe = neutralised(value);
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

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
