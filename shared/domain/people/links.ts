import { dayMs } from '../time/durations.ts';
import { visitLinkMs } from '../visit/visit-share.ts';
import { replyAddressFor } from './reply-address.ts';
import { encodeWish } from './sign-up.ts';
import type { SignUpWish, SubscriberId } from './subscriber.ts';
import { signToken, type TokenKeys, type TokenPurpose } from './token.ts';

/**
 * How long each kind of link works, in ms. A diary link opens the diary, so it is short-lived. An unsubscribe link
 * never expires (docs/design.md#section-5).
 */
const lifetimes: Readonly<Record<'diary' | 'confirm' | 'pain', number>> = {
  diary: 7 * dayMs,
  confirm: 7 * dayMs,
  // The link is in one day's mail; a week later there are seven newer ones.
  pain: 7 * dayMs,
};

/** An epoch for tokens that ignore it: 5 zero bytes. */
const noEpoch = 'aaaaaaaa';

interface LinkParts {
  readonly publicBaseUrl: string;
  readonly tokenKeys: TokenKeys;
}

/** Makes links to this deployment's pages, each for one person and one purpose. */
export const createPageLinks = ({ publicBaseUrl, tokenKeys }: LinkParts) => {
  const link = (purpose: TokenPurpose, id: SubscriberId, epoch: string, expiresAt: number): string =>
    `${publicBaseUrl}/${purpose}/${signToken(tokenKeys, { purpose, id, epoch, expiresAt })}`;
  return {
    diary: (id: SubscriberId, epoch: string, now: number): string => link('diary', id, epoch, now + lifetimes.diary),
    /** A link that logs a score with one tap; it takes `?score=6`. */
    pain: (id: SubscriberId, epoch: string, now: number): string => link('pain', id, epoch, now + lifetimes.pain),
    /**
     * A link to one page for a clinician. It carries the share's name in place of the epoch, so that each can be ended
     * alone.
     */
    visit: (id: SubscriberId, share: string, now: number): string => link('visit', id, share, now + visitLinkMs),
    /** A confirmation link; `wish` is what the sign-up page was filled in with, where it was. */
    confirm: (id: SubscriberId, epoch: string, now: number, wish?: SignUpWish): string =>
      link('confirm', id, epoch, now + lifetimes.confirm) + (wish ? encodeWish(wish) : ''),
    unsubscribe: (id: SubscriberId): string => link('unsubscribe', id, noEpoch, 0),
  };
};

/** Makes links to pages, and reply addresses. */
export const createLinks = ({ replyAddress, ...parts }: LinkParts & { readonly replyAddress: string }) => {
  const { tokenKeys } = parts;
  return {
    ...createPageLinks(parts),
    /** A person's own reply address: what comes there is theirs. */
    replyTo: (id: SubscriberId, epoch: string): string =>
      replyAddressFor(replyAddress, signToken(tokenKeys, { purpose: 'reply', id, epoch, expiresAt: 0 })),
  };
};

/** What `createLinks` makes. */
export type Links = ReturnType<typeof createLinks>;
