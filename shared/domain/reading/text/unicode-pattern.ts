import { memoize } from '../../memoize.ts';

/** Whether a text has no character beyond ASCII. */
export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/**
 * A regular expression over the letters and numbers of all scripts, written as `\p{L}` and `\p{N}` within brackets. A text
 * in ASCII, as most are once normalised, gets the same expression over ASCII alone. It matches the same and spares the 0.1
 * to 0.4 ms in which V8 compiles all of Unicode's letters during a cold start.
 */
export const unicodePattern = (source: string, flags: string): ((text: string) => RegExp) => {
  const whole = memoize(() => new RegExp(source, flags));
  const ascii = memoize(() => new RegExp(source.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{N}', '0-9'), flags));
  return (text) => (isAscii(text) ? ascii() : whole());
};
