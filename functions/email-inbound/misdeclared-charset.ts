/**
 * Maps each character of windows-1252 back to its byte: a text in US-ASCII or an unknown charset is decoded as
 * windows-1252 (WHATWG Encoding).
 */
const byteOf = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (character, byte) => [character, byte],
  ),
);

/** The first byte of a character beyond ASCII in UTF-8, read as windows-1252, and one of those that follow it. */
const misread = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/;

/**
 * Matches text of the characters that English and French use: Latin letters, punctuation, signs, emoji.
 * "TERMIN\u00c9\u00a0!" happens to be valid UTF-8 as well, and would become a phonetic letter.
 */
const ofOurLanguages = /^(?:[\0-\u017f\u2000-\u20cf\u2100-\u27bf\u{1f000}-\u{1faff}]|\ufe0f)*$/u;

/**
 * Decodes a text again as UTF-8 if that is what it was and its mail declared something else. A UTF-8 mail that declares
 * US-ASCII or an unknown charset is decoded as windows-1252, and "arrêtez" becomes "arrÃªtez", which no lexicon knows.
 */
export const repairMisdeclaredUtf8 = (text: string): string => {
  if (!misread.test(text)) return text;
  const bytes = Array.from(text, (character) => byteOf.get(character));
  if (bytes.includes(undefined)) return text;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
    return ofOurLanguages.test(decoded) ? decoded : text;
  } catch {
    // It was not UTF-8, so it was decoded rightly.
    return text;
  }
};
