/** A number is too large for one character of a text. */
class NumberTooLargeError extends RangeError {
  override readonly name = 'NumberTooLargeError';
}

const largest = 0xffff;

/**
 * Whole numbers up to 65,535 as a text, one character each. JSON holds it as it is, and it is read at once, where a list
 * of numbers is read one by one: at a cold start that was most of what loading a lexicon took.
 * @throws NumberTooLargeError
 */
export const textOfNumbers = (numbers: readonly number[]): string =>
  numbers
    .map((number) => {
      if (number > largest) throw new NumberTooLargeError(`${number} is no character`);
      return String.fromCharCode(number);
    })
    .join('');

/** The numbers of such a text. */
export const numbersOfText = (text: string): Uint16Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
};
