/**
 * Names of months as mail programs write them, in full or shortened, in English, French, German, Spanish, Italian, Dutch
 * and Portuguese.
 */
const month =
  '(?:jan|ene|gen|f[eé]v|feb|mar|m[aä]r|mrt|maa|abr|avr|apr|mai|may|mei|mag|juin|jun|giu|juil|jul|lug|ao[uû]|aug|ago|sep|set|out|o[ck]t|ott|nov|d[eé][cz]|dez|dic)\\p{L}{0,8}\\.?';

const dayAndMonth = new RegExp(
  `(?:\\b\\d{1,2}(?:st|nd|rd|th|er|º)?[.,]? (?:de |of )?${month}|(?<!\\p{L})${month} \\d{1,2}(?:st|nd|rd|th)?)(?![\\p{L}\\d])`,
  'iu',
);
const numericDate = /(?<!\d)(?:\d{1,2}([./-]) ?\d{1,2}\1 ?(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2})(?!\d)/;
const yearOrTime = /\b(?:19|20)\d\d\b|\b\d{1,2} ?[:h] ?\d\d\b/;

/**
 * Whether a line holds a date with day and month and, beside it, a year or a time: "24 nov. 2026", "11/24/26". A weekday is
 * none.
 */
export const hasDate = (line: string): boolean =>
  numericDate.test(line) || (dayAndMonth.test(line) && yearOrTime.test(line));

const address = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,255}\.[^\s<>"'(),;:[\].]{2,63}/;

/** Whether a line holds a mail address. */
export const hasAddress = (line: string): boolean => line.includes('@') && address.test(line);

const weekday =
  '(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so|mi[eé]|jue|vie|s[aá]b|dom|gio)\\p{L}{0,8}\\.?';

/** A pattern for the beginning of a date: a weekday, a month or a number. */
export const dateStart = `(?:${weekday}[ ,]|${month} \\d|\\d{1,4}(?:st|nd|rd|th|er)?[ ./-])`;
