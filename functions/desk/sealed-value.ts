import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** The purpose of a sealed value; one of another purpose does not open. */
type SealPurpose = 'session' | 'sign-in' | 'form';

/** The keys of the desk's cookies and forms. */
export type SealKeys = Readonly<Record<SealPurpose, Buffer>>;

const keyBytes = 32;

/** What a sealed value belongs to. */
export interface Surroundings {
  readonly publicBaseUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly groupsClaim: string;
  readonly groups: { readonly staff: string; readonly clinician: string };
}

/**
 * Derives the keys from the key of the links (HKDF, RFC 5869): one for each purpose, and different ones for different
 * surroundings, so that a value sealed by one stage, provider or choice of groups opens at no other, and new settings
 * end every session.
 */
export const deriveSealKeys = (tokenKey: string, at: Surroundings): SealKeys => {
  // In another order the keys are others, and every session ends.
  const surroundings = [at.publicBaseUrl, at.issuer, at.clientId, at.groupsClaim, at.groups.staff, at.groups.clinician];
  const keyOf = (purpose: SealPurpose): Buffer =>
    Buffer.from(
      hkdfSync('sha256', tokenKey, '', JSON.stringify(['backbeat desk', purpose, ...surroundings]), keyBytes),
    );
  return { session: keyOf('session'), 'sign-in': keyOf('sign-in'), form: keyOf('form') };
};

/** HMAC-SHA256, in base64url. */
export const macOf = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');

/** Whether two MACs are the same, in constant time. */
export const isSameMac = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Signs a value: nobody can make or change it without the key; anybody can read it. */
export const seal = (key: Buffer, value: unknown): string => {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${body}.${macOf(key, body)}`;
};

/** The value as it was sealed; undefined if it was not sealed with that key. */
export const unseal = (key: Buffer, sealed: string): unknown => {
  const [body = '', mac = '', ...more] = sealed.split('.');
  if (more.length > 0 || !isSameMac(macOf(key, body), mac)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString());
};
