import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSealKeys, type Surroundings, seal, unseal } from '../../../functions/desk/sealed-value.ts';
import {
  beginSession,
  formTokenOf,
  isFormOf,
  nameOfSubject,
  openSession,
  sealSession,
  sessionMs,
} from '../../../functions/desk/session.ts';
import { attemptMs, beginAttempt, openAttempt, sealAttempt } from '../../../functions/desk/sign-in-attempt.ts';

const tokenKey = 'a key of at least sixteen characters';
const prod: Surroundings = {
  publicBaseUrl: 'https://prod.example',
  issuer: 'https://login.example',
  clientId: 'backbeat',
  groupsClaim: 'groups',
  groups: { staff: 'staff', clinician: 'clinicians' },
};
const keys = deriveSealKeys(tokenKey, prod);
const now = Date.parse('2030-01-07T12:00:00Z');
const drawing = (byte: number) => (length: number) => new Uint8Array(length).fill(byte);
const session = beginSession({ name: 'b7e1', role: 'staff' }, drawing(1), now);
const cookie = sealSession(keys, session);

describe('a session', () => {
  it('opens for eight hours', () => {
    expect(openSession(keys, cookie, now)).toEqual(session);
    expect(openSession(keys, cookie, now + sessionMs - 1)).toEqual(session);
    expect(openSession(keys, cookie, now + sessionMs)).toBeUndefined();
    expect(sessionMs).toBe(8 * 60 * 60 * 1000);
  });

  it.each<Partial<Surroundings>>([
    { publicBaseUrl: 'another' },
    { issuer: 'another' },
    { clientId: 'another' },
    { groupsClaim: 'another' },
    { groups: { ...prod.groups, staff: 'another' } },
    { groups: { ...prod.groups, clinician: 'another' } },
  ])('opens nowhere else: another stage, provider or group (%o)', (other) => {
    const elsewhere = deriveSealKeys(tokenKey, { ...prod, ...other });
    expect(openSession(elsewhere, cookie, now)).toBeUndefined();
  });

  it('does not open with another key, and a cookie of another purpose is no session', () => {
    expect(openSession(deriveSealKeys('another key of sixteen', prod), cookie, now)).toBeUndefined();
    expect(openSession(keys, seal(keys['sign-in'], session), now)).toBeUndefined();
    expect(openSession(keys, seal(keys.form, session), now)).toBeUndefined();
  });

  it('does not open if a letter of it is another, is missing, or is added', () => {
    const letters = [...cookie];
    const change = fc.tuple(fc.nat(letters.length - 1), fc.constantFrom('', 'A', 'z', '.', '-', '=', 'é'));
    fc.assert(
      fc.property(change, ([at, letter]) => {
        const forged = letters.with(at, letter).join('');
        expect(forged === cookie || openSession(keys, forged, now) === undefined).toBe(true);
      }),
    );
    for (const forged of ['', '.', '..', `${cookie}.`, `${cookie}A`, `.${cookie}`, cookie.split('.')[0]])
      expect(openSession(keys, forged, now)).toBeUndefined();
  });

  it('gives nobody a role that there is not', () => {
    const odd = { ...session, actor: { name: 'b7e1', role: 'owner' } };
    expect(openSession(keys, seal(keys.session, odd), now)).toBeUndefined();
  });
});

describe('a sealed value', () => {
  it('is what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unseal(keys.session, seal(keys.session, value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a form', () => {
  it('is one session’s', () => {
    const other = beginSession(session.actor, drawing(2), now);
    const token = formTokenOf(keys, session);
    expect(isFormOf(keys, session, token)).toBe(true);
    expect(isFormOf(keys, other, token)).toBe(false);
    for (const wrong of ['', session.id, `${token}x`, token.toLowerCase()])
      expect(isFormOf(keys, session, wrong)).toBe(false);
  });
});

describe('an attempt to sign in', () => {
  it('holds for ten minutes, with three secrets of 256 bits', () => {
    let drawn = 0;
    const attempt = beginAttempt((length) => {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    }, now);
    const { state, nonce, verifier } = attempt;
    expect(new Set([state, nonce, verifier]).size).toBe(3);
    // RFC 7636, 4.1.
    for (const secret of [state, nonce, verifier]) expect(secret).toMatch(/^[\w-]{43}$/);
    const sealed = sealAttempt(keys, attempt);
    expect(openAttempt(keys, sealed, now + attemptMs - 1)).toEqual(attempt);
    expect(openAttempt(keys, sealed, now + attemptMs)).toBeUndefined();
    expect(openSession(keys, sealed, now)).toBeUndefined();
  });
});

describe('the name in the audit trail', () => {
  const nameOf = (subject: string): string => nameOfSubject('a pepper of a test', 'https://login.example', subject);

  it.each([
    ['Cognito, Keycloak', '3f1c0e9a-5b0a-4f43-9a44-0d7c3ad1f0aa'],
    ['Okta', '00u1a2b3c4D5e6f7g8h9'],
    ['Auth0', 'auth0|5f7c8ec7c33c6c004bbafe82'],
    ['Google', '110248495921238986420'],
    ['Entra', 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbta-Q'],
  ])('is what %s calls them', (_, subject) => {
    expect(nameOf(subject)).toBe(subject);
  });

  it.each(['sam@clinic.example', 'sam', 'Dr Lee', 'jane.doe.1984.physio', 'jane_doe_of_elm_street'])(
    'tells no address and no name: %s',
    (subject) => {
      expect(nameOf(subject)).toMatch(/^sub-[a-z2-7]{26}$/);
      expect(nameOf(subject)).toBe(nameOf(subject));
      expect(nameOf(subject)).not.toBe(nameOfSubject('another pepper', 'https://login.example', subject));
    },
  );
});
