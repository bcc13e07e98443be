/** The beginning of every reply's key (replyKey). */
const start = 'r#';

/** The number of characters after it. */
export const keyDigits = 16;

/** The keys of the commands that a profile remembers, as it holds them: one text, a third shorter than a list. */
export const packKeys = (keys: readonly string[]): string => keys.map((key) => key.slice(start.length)).join('');

/** Reads remembered keys; profiles older than this format hold a list. */
export const unpackKeys = (packed: string | readonly string[]): readonly string[] =>
  typeof packed === 'string'
    ? Array.from(
        { length: packed.length / keyDigits },
        (_, at) => start + packed.slice(at * keyDigits, (at + 1) * keyDigits),
      )
    : packed;
