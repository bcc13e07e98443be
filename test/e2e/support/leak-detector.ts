/** Runs long enough to be Base64 of anything that is looked for, in either alphabet. */
const base64Run = /[\w+/-]{12,}/g;

/** A text with its URL escapes undone, as far as they are ones, and with the spaces of a form. */
const withoutEscapes = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());

/**
 * What the Base64 runs of a text say. A run may begin with other signs of its alphabet (a path, a name) and go on over
 * the lines of a mail, so each is read from its first four signs on.
 */
const withoutBase64 = (text: string): string =>
  (text.replace(/(?:\\r|\\n|\r|\n)+/g, '').match(base64Run) ?? [])
    .flatMap((run) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString()))
    .join('\n');

/** The text and what it says once decoded, twice over: a form in Base64, or Base64 in a form. */
const readingsOf = (text: string, depth = 2): readonly string[] =>
  depth === 0 || text === ''
    ? [text]
    : [text, ...[withoutEscapes(text), withoutBase64(text)].flatMap((reading) => readingsOf(reading, depth - 1))];

/** Digits with nothing between them: numbers are grouped by spaces, brackets, dots, slashes and hyphens of all kinds. */
const ungrouped = (text: string): string => text.replace(/(?<=\d)[\s()./\u2010-\u2013-]{1,3}(?=\d)/g, '');

/** The end of a number, which stands in it however its country code is written, or is not. */
const endOfNumber = (number: string): string => number.slice(-9);

/**
 * Looks for things that must not stand in a text, in the spellings in which programs and people write them down: as
 * they are, in another case, in a URL or form, in Base64 wherever it begins, a phone number in groups, with its country
 * code or as one dials it at home.
 */
export const createLeakDetector = (secrets: Readonly<Record<string, string>>) => {
  const spellings = Object.entries(secrets).map(([name, secret]) => ({
    name,
    spelling: secret.toLowerCase(),
    number: /^\+\d{9,15}$/.test(secret) ? endOfNumber(secret) : undefined,
  }));
  /** The names of the secrets that a text gives away. */
  return (text: string): readonly string[] => {
    const readings = readingsOf(text).map((reading) => reading.toLowerCase());
    const digits = readings.map(ungrouped);
    return spellings
      .filter(({ spelling, number }) =>
        number === undefined
          ? readings.some((reading) => reading.includes(spelling))
          : digits.some((reading) => reading.includes(number)),
      )
      .map(({ name }) => name);
  };
};

export type LeakDetector = ReturnType<typeof createLeakDetector>;
