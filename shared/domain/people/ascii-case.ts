/**
 * Lower case for ASCII letters only, as mail systems fold case (RFC 6531 has no other folding). `toLowerCase` turns the
 * Kelvin sign into a `k` too: somebody who can choose such a name at a provider would become somebody else here.
 */
export const lowerCaseAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
