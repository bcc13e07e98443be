import { createHmac } from 'node:crypto';
import { lowerCaseAscii } from './ascii-case.ts';
import { toBase32 } from './base32.ts';
import type { Channel, SubscriberId } from './subscriber.ts';

/** How many bytes of the HMAC an id keeps: with 128 bits a million people collide once in 10^26. */
const idBytes = 16;

/**
 * The pseudonym of an address: base32 of HMAC-SHA256(pepper, `sms:+15551234567` or `email:jo@example.org`).
 * Deterministic, so that subscribing twice is the same item; worthless without the pepper, though phone numbers can be enumerated.
 */
export const pseudonymOf = (pepper: string, channel: Channel, address: string): SubscriberId =>
  toBase32(
    createHmac('sha256', pepper)
      .update(`${channel}:${channel === 'email' ? lowerCaseAscii(address) : address}`)
      .digest()
      .subarray(0, idBytes),
  );

/**
 * The name under which a network's sign-ups are counted; it is deleted with the count. Without the key nobody can tell
 * which network it was.
 */
export const networkPseudonym = (pepper: string, network: string): string =>
  toBase32(createHmac('sha256', pepper).update(`network:${network}`).digest().subarray(0, idBytes));

/** The attribute name of one reply on its diary page: the same for every delivery of the same message. */
export const replyKey = (channel: string, messageId: string): string =>
  `r#${toBase32(createHmac('sha256', 'reply').update(`${channel}:${messageId}`).digest().subarray(0, 10))}`;
