import { lowerCaseAscii } from './ascii-case.ts';

/**
 * Makes `reply+token@d` from `reply@d` and a token: the address for a subscriber's answers, by which they are
 * recognised.
 */
export const replyAddressFor = (replyAddress: string, token: string): string => {
  const at = replyAddress.lastIndexOf('@');
  return `${replyAddress.slice(0, at)}+${token}${replyAddress.slice(at)}`;
};

/**
 * The token, in lower case, in the first recipient that is a token address of ours: mail systems change the case of
 * local parts. Undefined if there is none.
 */
export const tokenInRecipients = (replyAddress: string, recipients: readonly string[]): string | undefined => {
  const at = replyAddress.lastIndexOf('@');
  const before = lowerCaseAscii(`${replyAddress.slice(0, at)}+`);
  const after = lowerCaseAscii(replyAddress.slice(at));
  for (const recipient of recipients) {
    const address = lowerCaseAscii(recipient.trim());
    if (address.length > before.length + after.length && address.startsWith(before) && address.endsWith(after))
      return address.slice(before.length, -after.length);
  }
  return undefined;
};

/** Whether an address is one of ours, with or without a token: mail from there is our own, returned. */
export const isReplyAddress = (replyAddress: string, address: string): boolean =>
  lowerCaseAscii(address) === lowerCaseAscii(replyAddress) || tokenInRecipients(replyAddress, [address]) !== undefined;
