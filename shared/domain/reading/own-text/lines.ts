/**
 * The longest text that is taken apart, some ten pages. Nobody's own words are longer, and a cry for help may stand at
 * their end.
 */
const longestText = 64_000;

/** Invisible marks: zero-width spaces, soft hyphens, byte order marks, signs of writing direction. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g;

/** The lines of a text with one form of line end, space and accent, and never two empty lines in a row. */
export const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, longestText)
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u202f\t]/g, ' ')
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line, index, all) => line !== '' || all[index - 1] !== '');

/** Whether a mail program has marked the line as quoted. */
export const isMarked = (line: string): boolean => line.startsWith('>');

/** Whether nothing is written on any of these lines. */
export const isBlank = (lines: readonly string[]): boolean => lines.every((line) => line === '');
