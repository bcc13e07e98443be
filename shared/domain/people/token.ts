import { createHmac, timingSafeEqual } from 'node:crypto';
import { hourMs } from '../time/durations.ts';
import { fromBase32, toBase32 } from './base32.ts';
import type { SubscriberId } from './subscriber.ts';

/**
 * The purposes of links: a token is worthless for any other purpose. Links stay in people's mails for years, so these
 * numbers never change.
 */
const purposeBytes = { confirm: 1, unsubscribe: 2, diary: 3, reply: 4, export: 5, visit: 6, pain: 7 } as const;

/** What a link may be used for. */
export type TokenPurpose = keyof typeof purposeBytes;

/** What a token says. */
export interface TokenClaims {
  readonly purpose: TokenPurpose;
  readonly id: SubscriberId;
  readonly epoch: string;
  /** Epoch ms, rounded up to the hour; 0 if it never expires. */
  readonly expiresAt: number;
}

/**
 * The keys of links: the first signs, and all of them open. During and after a rotation the former ones open what was
 * sent before.
 */
export type TokenKeys = readonly [current: string, ...former: string[]];

const idBytes = 16;
const epochBytes = 5;
// 80 bits, which can only be guessed online. More do not fit: `reply+` and the token must fit the 64 octets of a local
// part (RFC 5321, 4.5.3.1.1).
const macBytes = 10;
const bodyBytes = 1 + idBytes + epochBytes + 3;

/** The length of a token in characters. */
export const tokenLength = Math.ceil(((bodyBytes + macBytes) * 8) / 5);

const macOf = (key: string, body: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(body).digest().subarray(0, macBytes);

/** An enrolment's epoch from `epochBytes` random bytes. */
export const epochOf = (randomBytes: (length: number) => Uint8Array): string => toBase32(randomBytes(epochBytes));

/** A signed token: purpose, id, epoch, expiry (hours, 3 bytes: until the year 3883) and 80 bits of HMAC-SHA256, in base32. */
export const signToken = ([key]: TokenKeys, claims: TokenClaims): string => {
  const body = new Uint8Array(bodyBytes);
  body[0] = purposeBytes[claims.purpose];
  body.set(fromBase32(claims.id) ?? [], 1);
  body.set(fromBase32(claims.epoch) ?? [], 1 + idBytes);
  const hours = Math.ceil(claims.expiresAt / hourMs);
  body.set([(hours >> 16) & 255, (hours >> 8) & 255, hours & 255], 1 + idBytes + epochBytes);
  return toBase32(Buffer.concat([body, macOf(key, body)]));
};

/** The claims of a token for that purpose, or undefined if it is forged, foreign, malformed or expired. Compares in constant time. */
export const readToken = (
  keys: TokenKeys,
  purpose: TokenPurpose,
  token: string,
  now: number,
): TokenClaims | undefined => {
  const bytes = fromBase32(token);
  // The bytes are written again and compared, because base32 has spare bits at its end and a token must have one
  // spelling. Capitals are refused too: `toLowerCase` would take the Kelvin sign (U+212A) for a k.
  if (bytes?.length !== bodyBytes + macBytes || toBase32(bytes) !== token) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  const mac = bytes.subarray(bodyBytes);
  if (!keys.some((key) => timingSafeEqual(macOf(key, body), mac))) return undefined;
  if (body[0] !== purposeBytes[purpose]) return undefined;
  const [high = 0, middle = 0, low = 0] = body.subarray(1 + idBytes + epochBytes);
  const expiresAt = ((high << 16) | (middle << 8) | low) * hourMs;
  if (expiresAt !== 0 && expiresAt <= now) return undefined;
  return {
    purpose,
    id: toBase32(body.subarray(1, 1 + idBytes)),
    epoch: toBase32(body.subarray(1 + idBytes, 1 + idBytes + epochBytes)),
    expiresAt,
  };
};
