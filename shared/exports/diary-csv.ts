import { type DiaryDocument, type DiaryRow, diaryRow } from './diary-document.ts';

const columns = ['date', 'time', 'score', 'note', 'channel', 'status'] as const satisfies readonly (keyof DiaryRow)[];

/** Without it Excel reads UTF-8 as the machine's old code page: "é" becomes "Ã©". */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet would take for a formula, tab and carriage return included (OWASP, CSV injection): a note can say =HYPERLINK(…). */
const formulaStart = /^[=+\-@\t\r]/;

const cellOf = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The diary as CSV (RFC 4180), one line an entry, oldest first. */
export const diaryCsv = ({ subscriber, diary }: DiaryDocument): string => {
  const lines = diary.entries.map((entry) => {
    const row = diaryRow(entry, subscriber.zone);
    return columns.map((column) => cellOf(row[column])).join(',');
  });
  return `${byteOrderMark}${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};
