/** A name that needs no quotes (RFC 5322, 3.2.3). */
const plainPhrase = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const printableAscii = /^[\x20-\x7e]*$/;
/**
 * The most bytes of text in an encoded word: it has 75 characters at most (RFC 2047, section 2), `=?UTF-8?B?` and `?=`
 * leave 63, and base64 takes 4 for 3 bytes.
 */
const bytesOfWord = 45;

const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

/** Splits a text into pieces that each fit an encoded word; no character is cut in two (RFC 2047, section 5). */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > bytesOfWord) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
};

const phraseOf = (name: string): string => {
  if (plainPhrase.test(name)) return name;
  if (printableAscii.test(name)) return `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
  return piecesOf(name).map(encodedWord).join(' ');
};

/**
 * A sender as the From header carries it. SES takes ASCII only, and reads a dot or a comma in a name as RFC 5322 does,
 * so a name with those is quoted, and one with other letters is encoded (RFC 2047). A bare address stays as it is.
 */
export const senderHeader = (sender: string): string => {
  const [, quoted, address] = /^(.+?)\s*<([^<>]+)>$/.exec(sender.trim()) ?? [];
  if (quoted === undefined || address === undefined) return sender.trim();
  const name = /^"(.*)"$/.exec(quoted)?.[1] ?? quoted;
  return `${phraseOf(name.trim().replaceAll(/\s+/g, ' '))} <${address}>`;
};
