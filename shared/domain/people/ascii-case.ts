/**
 * Lower case by ASCII alone, as mail systems fold (RFC 6531 knows no other folding). `toLowerCase` makes a `k` of the
 * Kelvin sign too: whoever may choose such a name at a provider would be somebody else here.
 */
export const lowerCaseAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
