/** How a CSV is written for whoever reads it. */
export interface CellStyle {
  readonly separator: string;
  readonly number: (value: number) => string;
}

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

/** A cell of a CSV (RFC 4180); nothing is an empty one. */
export const cellOf = (value: string | number | null, { separator, number }: CellStyle): string => {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  const safe = neutralised(value);
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
