import fc from 'fast-check';

const fullWidth = (digit: string): string => String.fromCodePoint(0xff10 + Number(digit));
const keycap = (digit: string): string => `${digit}\uFE0F\u20E3`;

/** The ways a phone may write the same digits. */
const digitForms = [(digit: string) => digit, fullWidth, keycap];

/** The same words as other phones and other people type them: capitals, spaces, digits of another kind, zero-width marks. */
export const disguised = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...digitForms),
      fc.constantFrom(
        (s: string) => s,
        (s: string) => s.toUpperCase(),
        (s: string) => s.charAt(0).toUpperCase() + s.slice(1),
      ),
      fc.constantFrom(' ', '  ', '\u00A0', ' \u200B'),
      fc.constantFrom('', ' ', '\n'),
    )
    .map(([digits, letters, space, around]) => {
      const spaced = letters(text).replaceAll(' ', space);
      return around + spaced.replace(/\d/g, digits) + around;
    });

/** A legal score: 0 to 10 in halves. */
export const legalScore = fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2);

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Every way of writing one score. */
export const spellingsOf = (score: number): readonly string[] => {
  const whole = Math.floor(score);
  const word = words[whole] ?? '';
  const plain =
    whole === score
      ? [String(whole), `${whole}.0`, word]
      : [`${whole}.5`, `${whole},5`, `${whole} 1/2`, `${whole}½`, `${whole} and a half`, `${word} and a half`];
  const scales = [' / 10', ' out of 10', ' sur 10'];
  // "6 1/2/10" is a date to some, and nobody writes "half/10".
  const glued = (text: string) => (/1\/2|half/.test(text) ? [] : [`${text}/10`]);
  return plain.flatMap((text) => [text, ...glued(text), ...scales.map((scale) => text + scale)]);
};
