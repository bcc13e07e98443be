// RFC 4648, section 6, in lower case and without padding: it survives mail systems that change the case of a local
// part.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Bytes as lower-case base32 without padding. */
export const toBase32 = (bytes: Uint8Array): string => {
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      out += alphabet.charAt((value >>> (bits - 5)) & 31);
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet.charAt((value << (5 - bits)) & 31) : out;
};

/** The bytes of a base32 text as `toBase32` writes it; undefined if it holds any other character, capitals included. */
export const fromBase32 = (text: string): Uint8Array | undefined => {
  const out = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let value = 0;
  let at = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      out[at] = (value >>> (bits - 8)) & 255;
      at += 1;
      bits -= 8;
    }
    value &= (1 << bits) - 1;
  }
  return out;
};
