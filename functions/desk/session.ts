import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { type Actor, type Role, roles } from '../../shared/domain/desk/authorise.ts';
import { toBase32 } from '../../shared/domain/people/base32.ts';
import { reader } from '../../shared/schemas/schema-reader.ts';
import { isSameMac, macOf, type SealKeys, seal, unseal } from './sealed-value.ts';

/** A day's work at the clinic; then one signs in anew. */
export const sessionMs = 8 * 3_600_000;

/** For so long a role is believed; then the provider is asked whether they still have it. */
export const roleMs = 20 * 60_000;
/** A form that was open meanwhile is taken for so much longer: it cannot go by way of the provider. */
export const formGraceMs = 10 * 60_000;

/** Somebody who is signed in. */
export interface Session {
  readonly actor: Actor;
  /** Random: what its forms are bound to. */
  readonly id: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** Until when the role is believed (epoch ms). */
  readonly roleUntil: number;
}

const sessionIdBytes = 16;

const readSession = reader(
  z.object({
    actor: z.object({ name: z.string(), role: z.enum(roles) }),
    id: z.string().check(z.regex(/^[a-z2-7]{26}$/)),
    expiresAt: z.number(),
    roleUntil: z.number(),
  }),
);

/** Long, with a digit in it and without a dot or an @: drawn by a machine, as most providers' identifiers are. */
const drawnSubject = /^(?=.*\d)[\w|:-]{16,128}$/;

/**
 * The name of somebody in the audit trail: the provider's own identifier of them (`sub`), or one made of it where that may
 * be an address or a name. It stays the same while issuer and pepper do.
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

/** The session of somebody who is still there, in the role that they have now. It ends when it would have, and its forms hold. */
export const renewSession = (session: Session, role: Role, now: number): Session => ({
  ...session,
  actor: { ...session.actor, role },
  roleUntil: now + roleMs,
});

/** A session as its cookie carries it. */
export const sealSession = (keys: SealKeys, session: Session): string => seal(keys.session, session);

/** The session of a cookie; undefined if it was made up, belongs elsewhere or is over. */
export const openSession = (keys: SealKeys, cookie: string | undefined, now: number): Session | undefined => {
  if (cookie === undefined) return undefined;
  const read = readSession(unseal(keys.session, cookie));
  return read.success && now < read.data.expiresAt ? read.data : undefined;
};

/** What a session's forms carry, so that no other site's form is taken for one. */
export const formTokenOf = (keys: SealKeys, { id }: Session): string => macOf(keys.form, id);

/** Whether a form is one of that session's. */
export const isFormOf = (keys: SealKeys, session: Session, token: string): boolean =>
  isSameMac(formTokenOf(keys, session), token);
