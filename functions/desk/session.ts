import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { type Actor, type Role, roles } from '../../shared/domain/desk/authorise.ts';
import { toBase32 } from '../../shared/domain/people/base32.ts';
import { reader } from '../../shared/schemas/schema-reader.ts';
import { isSameMac, macOf, type SealKeys, seal, unseal } from './sealed-value.ts';

/** How long a session lasts, in ms: a day's work at the clinic, then people sign in again. */
export const sessionMs = 8 * 3_600_000;

/** How long a role is trusted, in ms; then the provider is asked whether the person still has it. */
export const roleMs = 20 * 60_000;
/** How much longer the role is trusted for a posted form, in ms: a POST cannot be sent by way of the provider. */
export const formGraceMs = 10 * 60_000;

/** Somebody who is signed in. */
export interface Session {
  readonly actor: Actor;
  /** A random id, to which the session's forms are bound. */
  readonly id: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Until when the role is trusted (epoch ms). */
  readonly roleUntil: number;
}

const sessionIdBytes = 16;

const readSession = reader(
  z.object({
    actor: z.object({ name: z.string(), role: z.enum(roles), calledBy: z.optional(z.string()) }),
    id: z.string().check(z.regex(/^[a-z2-7]{26}$/)),
    expiresAt: z.number(),
    roleUntil: z.number(),
  }),
);

/** Matches identifiers that a machine has drawn, as most providers' are: long, with a digit, without a dot or an @. */
const drawnSubject = /^(?=.*\d)[\w|:-]{16,128}$/;

/**
 * The name of a person in the audit trail: the provider's own identifier (`sub`), or, where that may be an address or a
 * name, one derived from it. It stays the same while issuer and pepper do.
 */
export const nameOfSubject = (pepper: string, issuer: string, subject: string): string => {
  if (drawnSubject.test(subject)) return subject;
  const mac = createHmac('sha256', pepper)
    .update(JSON.stringify(['backbeat desk actor', issuer, subject]))
    .digest();
  return `sub-${toBase32(mac.subarray(0, sessionIdBytes))}`;
};

/** A session that begins now. */
export const beginSession = (actor: Actor, randomBytes: (length: number) => Uint8Array, now: number): Session => ({
  actor,
  id: toBase32(randomBytes(sessionIdBytes)),
  expiresAt: now + sessionMs,
  roleUntil: now + roleMs,
});

/**
 * The session of somebody whom the provider still knows, in their present role. It ends when it would have ended, and
 * its forms stay valid.
 */
export const renewSession = (session: Session, role: Role, now: number): Session => ({
  ...session,
  actor: { ...session.actor, role },
  roleUntil: now + roleMs,
});

/** A session as its cookie carries it. */
export const sealSession = (keys: SealKeys, session: Session): string => seal(keys.session, session);

/** The session of a cookie; undefined if it was forged, belongs to another deployment, or is over. */
export const openSession = (keys: SealKeys, cookie: string | undefined, now: number): Session | undefined => {
  if (cookie === undefined) return undefined;
  const read = readSession(unseal(keys.session, cookie));
  return read.success && now < read.data.expiresAt ? read.data : undefined;
};

/** The token of a session's forms, so that no other site's form is taken for one of them. */
export const formTokenOf = (keys: SealKeys, { id }: Session): string => macOf(keys.form, id);

/** Whether a form is one of that session's. */
export const isFormOf = (keys: SealKeys, session: Session, token: string): boolean =>
  isSameMac(formTokenOf(keys, session), token);
