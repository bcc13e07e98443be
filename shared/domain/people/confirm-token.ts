import { createHmac } from 'node:crypto';
import { lowerCaseAscii } from './ascii-case.ts';
import { toBase32 } from './base32.ts';
import { askedSince } from './pending-mailbox.ts';
import { decodeWish, encodeWish } from './sign-up.ts';
import type { PendingMailbox, PendingSignUp, SignUpWish, Subscriber } from './subscriber.ts';
import { readToken, type TokenClaims, type TokenKeys, tokenLength } from './token.ts';

/**
 * What a confirmation link carries in place of the epoch: a hash of the enrolment and the address it was mailed to, so
 * that a link to one mailbox cannot confirm another that was named later; of when it was asked for, so that no link
 * outlives an opt-out; and of the sign-up's wish, so that filling in the form again changes nothing that an earlier
 * mail says.
 */
export const confirmationEpochOf = (
  [tokenKey]: TokenKeys,
  epoch: string,
  address: string,
  since: number,
  wish?: SignUpWish,
): string => {
  const wished = wish ? `:${encodeWish(wish)}` : '';
  return toBase32(
    createHmac('sha256', tokenKey)
      .update(`confirm:${epoch}:${since}:${lowerCaseAscii(address)}${wished}`)
      .digest()
      .subarray(0, 5),
  );
};

/** What the link of a waiting request carries: of a reply's, or of the sign-up page's. */
export const requestEpoch = (
  tokenKeys: TokenKeys,
  { epoch }: Pick<Subscriber, 'epoch'>,
  request: PendingMailbox | PendingSignUp,
): string =>
  confirmationEpochOf(tokenKeys, epoch, request.address, askedSince(request), 'zone' in request ? request : undefined);

/** Whether a link with this epoch was made for that request, with whichever key. */
export const isEpochOf = (
  keys: TokenKeys,
  linked: string,
  ...[epoch, address, since, wish]: [epoch: string, address: string, since: number, wish?: SignUpWish | undefined]
): boolean => keys.some((key) => confirmationEpochOf([key], epoch, address, since, wish) === linked);

/** The claims of a confirmation link. */
export interface ConfirmClaims extends TokenClaims {
  /** What the sign-up page was filled in with; none if a reply asked for the mailbox. */
  readonly wish?: SignUpWish;
}

/** The claims of a confirmation link: a token, and behind it the wish; undefined if there is anything wrong with it. */
export const readConfirmToken = (keys: TokenKeys, linked: string, now: number): ConfirmClaims | undefined => {
  const claims = readToken(keys, 'confirm', linked.slice(0, tokenLength), now);
  const encoded = linked.slice(tokenLength);
  if (!claims || encoded === '') return claims;
  const wish = decodeWish(encoded);
  return wish && { ...claims, wish };
};
