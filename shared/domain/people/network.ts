/** The 16-bit groups of an IPv6 address, `::` written out; undefined if it is none. */
const wordsOf = (address: string): readonly string[] | undefined => {
  const [before = '', after, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  const words = [...head, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...tail];
  return words.length === 8 && words.every((word) => /^[0-9a-f]{1,4}$/i.test(word)) ? words : undefined;
};

/**
 * The network an address belongs to: its /24, or its /48, which one customer is given (RFC 6177). Unreadable addresses
 * count as one network, so that being unreadable gets nobody around a limit.
 */
export const networkOf = (address: string): string => {
  const mapped = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)?.[1];
  if (mapped !== undefined) return `${mapped}.0/24`;
  const words = wordsOf(address.replace(/%.*$/, ''));
  if (!words) return 'unknown';
  return `${words
    .slice(0, 3)
    .map((word) => Number.parseInt(word, 16).toString(16))
    .join(':')}::/48`;
};
