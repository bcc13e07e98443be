import { lowerCaseAscii } from './ascii-case.ts';

/** `reply@d` and a token make `reply+token@d`: where a subscriber's answers go, and what they are recognised by. */
export const replyAddressFor = (replyAddress: string, token: string): string => {
  const at = replyAddress.lastIndexOf('@');
  return `${replyAddress.slice(0, at)}+${token}${replyAddress.slice(at)}`;
};

/** The token in the first recipient that is a token address of ours, in lower case: mail systems change the case of local parts. */
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

/** Whether an address is one of ours (with or without a token): mail from there is our own, come back. */
export const isReplyAddress = (replyAddress: string, address: string): boolean =>
  lowerCaseAscii(address) === lowerCaseAscii(replyAddress) || tokenInRecipients(replyAddress, [address]) !== undefined;
