import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text costs on the air, by Twilio's own calculator (docs/facts.md#a10). */
interface TextSize {
  readonly segments: number;
  /** Septets of the text itself, 160 of which fit one segment; meaningless if `foreign` is not empty. */
  readonly septets: number;
  /** The characters outside GSM-7: one is enough to cut a segment from 160 characters to 70. */
  readonly foreign: readonly string[];
}

/**
 * Sizes already measured: a tip is measured in several frames that are worded alike, and the calculator looks at each
 * letter several times.
 */
const measured = new Map<string, TextSize>();

/** The size of a text as it stands. */
export const sizeOf = (text: string): TextSize => {
  const size = measured.get(text) ?? measure(text);
  measured.set(text, size);
  return size;
};

const measure = (text: string): TextSize => {
  // Smart encoding off: what is stored must already be what is sent.
  const message = new SegmentedMessage(text, 'auto', false);
  return {
    segments: message.segmentsCount,
    septets: message.messageSize / 7,
    foreign: [...new Set(message.getNonGsmCharacters())],
  };
};

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the size of a text, or undefined. */
export const sizeProblem = (name: string, text: string, allowed: number): string | undefined => {
  const { segments, septets, foreign } = sizeOf(text);
  if (foreign.length > 0) {
    const list = foreign.map((character) => `"${character}" (${codePoint(character)})`).join(', ');
    return `${name} holds ${list}, not in GSM-7, the letters of plain texts: write plain letters, straight quotes, "-" and no emoji`;
  }
  if (segments <= allowed) return undefined;
  // One segment has 160 septets; each of several has 153, because each carries a header (docs/facts.md#a10).
  const room = allowed === 1 ? 160 : allowed * 153;
  return `${name} takes ${septets} characters as sent, ${room} fit: shorten it by ${septets - room} or more`;
};
