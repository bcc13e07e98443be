import * as z from 'zod/mini';
import { reader } from '../../shared/schemas/schema-reader.ts';
import { type SealKeys, seal, unseal } from './sealed-value.ts';

/** How long somebody may take to type their password at the provider. */
export const attemptMs = 10 * 60_000;

/**
 * What a cookie keeps while the browser is at the provider: the `state` that the answer must name, the `nonce` that the
 * ID token must carry, and the PKCE verifier that redeems the code (RFC 7636).
 */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** The page that somebody with a session asked for: the provider is then asked without a word to them. */
  readonly to?: string | undefined;
}

const readAttempt = reader(
  z.object({
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    expiresAt: z.number(),
    // Only a page of the desk, whoever may have sent them there.
    to: z.optional(z.string().check(z.regex(/^\/desk(?![^/?])/))),
  }),
);

/** The length of each secret, in bytes: RFC 7636, 4.1 asks for 256 bits of the verifier. */
const secretBytes = 32;

/** An attempt to sign in that begins now. */
export const beginAttempt = (randomBytes: (length: number) => Uint8Array, now: number, to?: string): SignInAttempt => {
  const draw = (): string => Buffer.from(randomBytes(secretBytes)).toString('base64url');
  return {
    state: draw(),
    nonce: draw(),
    verifier: draw(),
    expiresAt: now + attemptMs,
    ...(to === undefined ? {} : { to }),
  };
};

/** An attempt as its cookie carries it. */
export const sealAttempt = (keys: SealKeys, attempt: SignInAttempt): string => seal(keys['sign-in'], attempt);

/** The attempt of a cookie; undefined if it was forged, belongs to another deployment, or took too long. */
export const openAttempt = (keys: SealKeys, cookie: string | undefined, now: number): SignInAttempt | undefined => {
  if (cookie === undefined) return undefined;
  const read = readAttempt(unseal(keys['sign-in'], cookie));
  return read.success && now < read.data.expiresAt ? read.data : undefined;
};
