import { createHmac } from 'node:crypto';
import { toBase32 } from './base32.ts';
import { askedSince } from './pending-mailbox.ts';
import { replyAddressFor } from './reply-address.ts';
import type { Subscriber, SubscriberId } from './subscriber.ts';
import { signToken, type TokenPurpose } from './token.ts';

const dayMs = 86_400_000;

/** How long each kind of link works. A diary link is as good as the diary: short. An unsubscribe link never expires (design, section 5). */
const lifetimes: Readonly<Record<'diary' | 'confirm', number>> = { diary: 7 * dayMs, confirm: 7 * dayMs };

/** An epoch for tokens that ignore it: 5 zero bytes. */
const noEpoch = 'aaaaaaaa';

/**
 * What a confirmation link names instead of the epoch: the enrolment *and* the address it was mailed to, so that a link
 * to one mailbox cannot confirm another that was named later; and when it was asked for, so that no link outlives an
 * opt-out. Undefined when nothing waits to be confirmed.
 */
export const confirmationEpoch = (
  tokenKey: string,
  subscriber: Pick<Subscriber, 'epoch' | 'pendingMailbox'>,
): string | undefined =>
  subscriber.pendingMailbox &&
  confirmationEpochOf(
    tokenKey,
    subscriber.epoch,
    subscriber.pendingMailbox.address,
    askedSince(subscriber.pendingMailbox),
  );

/** The same for any address: a link that was used already is recognised by the mailbox it confirmed. */
export const confirmationEpochOf = (tokenKey: string, epoch: string, address: string, since: number): string =>
  toBase32(
    createHmac('sha256', tokenKey).update(`confirm:${epoch}:${since}:${address.toLowerCase()}`).digest().subarray(0, 5),
  );

/** Links to this deployment's pages, each good for one person and one purpose. */
export const createLinks = ({
  publicBaseUrl,
  tokenKey,
  replyAddress,
}: {
  readonly publicBaseUrl: string;
  readonly tokenKey: string;
  readonly replyAddress: string;
}) => {
  const link = (purpose: TokenPurpose, id: SubscriberId, epoch: string, expiresAt: number): string =>
    `${publicBaseUrl}/${purpose}/${signToken(tokenKey, { purpose, id, epoch, expiresAt })}`;
  return {
    diary: (id: SubscriberId, epoch: string, now: number): string => link('diary', id, epoch, now + lifetimes.diary),
    confirm: (id: SubscriberId, epoch: string, now: number): string =>
      link('confirm', id, epoch, now + lifetimes.confirm),
    unsubscribe: (id: SubscriberId): string => link('unsubscribe', id, noEpoch, 0),
    /** Where a person's mail is answered from: what comes there is theirs. */
    replyTo: (id: SubscriberId, epoch: string): string =>
      replyAddressFor(replyAddress, signToken(tokenKey, { purpose: 'reply', id, epoch, expiresAt: 0 })),
  };
};

export type Links = ReturnType<typeof createLinks>;
