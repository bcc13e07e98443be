/** How a CSV is written for whoever reads it. */
export interface CellStyle {
  readonly separator: string;
  readonly number: (value: number) => string;
}

/**
 * A tab or a carriage return at the beginning of a cell (OWASP, CSV injection): some spreadsheets drop it and look at
 * what follows.
 */
const lostStart = /^[\t\r]/;

/**
 * Where a spreadsheet would see a formula: a note can say =HYPERLINK(…). It may begin anywhere in the cell. A machine
 * of another language splits the line at its own separator, in the middle of a note; a line break inside a cell, and
 * trimmed quotes and blanks, have the same effect. NFKC turns the full-width and small forms of the four signs into
 * plain ones, and so do East Asian spreadsheets.
 */
const formulaStart =
  /((?:^|[,;|\t\n\v\f\r\u0085\u2028\u2029])[\s"'\u200B-\u200F\u2060\uFEFF]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/g;

/** The text with an apostrophe before everything that would begin a formula, wherever the line is split. */
const neutralised = (text: string): string => {
  const safe = text.replace(formulaStart, "$1'");
  return lostStart.test(safe) ? `'${safe}` : safe;
};

/** A cell of a CSV (RFC 4180); nothing is an empty one. */
export const cellOf = (value: string | number | null, { separator, number }: CellStyle): string => {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  const safe = neutralised(value);
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
