import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfirmToken } from '../../shared/domain/people/confirm-token.ts';
import { isSameMailbox } from '../../shared/domain/people/pending-mailbox.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import { tokenInRecipients } from '../../shared/domain/people/reply-address.ts';
import { encodeWish } from '../../shared/domain/people/sign-up.ts';
import { readToken, signToken, type TokenPurpose } from '../../shared/domain/people/token.ts';

const keys = ['a key of the tests, long enough'] as const;
const kelvin = '\u212a';
const purposes: readonly TokenPurpose[] = ['confirm', 'unsubscribe', 'diary', 'reply', 'export', 'visit', 'pain'];
const base32Text = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: length, maxLength: length });
// The last letter of 128 bits has two spare ones.
const token = fc
  .record({
    purpose: fc.constantFrom(...purposes),
    id: base32Text(25).map((text) => `${text}a`),
    epoch: base32Text(8),
  })
  .map((claims) => ({ claims, token: signToken(keys, { ...claims, expiresAt: 0 }) }));
/** Letters that fold to another by some rule or look like it: capitals, full width, Kelvin, long s, dotless i, accents. */
const likeness = (letter: string): readonly string[] => [
  letter.toUpperCase(),
  String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
  `${letter}\u0301`,
  ...(letter === 'k' ? [kelvin] : []),
  ...(letter === 's' ? ['\u017f'] : []),
  ...(letter === 'i' ? ['\u0131', '\u0130'] : []),
];

describe('a token', () => {
  it('has one spelling: no letter of it can be written another way', () => {
    fc.assert(
      fc.property(token, fc.nat(), fc.nat(), ({ claims, token: right }, position, choice) => {
        const at = position % right.length;
        const letter = right.charAt(at);
        const like = likeness(letter).filter((one) => one !== letter);
        const other = like[choice % like.length] ?? '';
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        expect(readToken(keys, claims.purpose, right, 0)).toMatchObject(claims);
        expect(readToken(keys, claims.purpose, wrong, 0)).toBeUndefined();
      }),
    );
  });

  it('is not opened by the Kelvin sign in place of any k', () => {
    const claims = { purpose: 'diary', id: 'kkkkkkkkkkkkkkkkkkkkkkkkka', expiresAt: 0 } as const;
    const right = ['abcdefgh', 'bcdefghi', 'cdefghij', 'defghijk']
      .map((epoch) => signToken(keys, { ...claims, epoch }))
      .find((candidate) => candidate.includes('k'));
    if (right === undefined) throw new Error('no token holds a k');
    expect(readToken(keys, 'diary', right, 0)).toBeDefined();
    expect(readToken(keys, 'diary', right.replaceAll('k', kelvin), 0)).toBeUndefined();
    expect(readToken(keys, 'diary', right.toUpperCase(), 0)).toBeUndefined();
  });

  it('that confirms has one spelling of what it asks for as well', () => {
    const claims = { purpose: 'confirm', id: 'kkkkkkkkkkkkkkkkkkkkkkkkka', epoch: 'kkkkkkkk', expiresAt: 0 } as const;
    const wish = encodeWish({ language: 'en', time: '09:00', zone: 'Europe/London' });
    const link = signToken(keys, claims) + wish;
    expect(readConfirmToken(keys, link, 0)).toBeDefined();
    expect(readConfirmToken(keys, signToken(keys, claims) + wish.toUpperCase(), 0)).toBeUndefined();
  });
});

describe('a mailbox', () => {
  it('is the same in ASCII capitals, and another with a letter that only Unicode folds to its own', () => {
    const id = pseudonymOf('pepper', 'email', 'anika@example.org');
    expect(pseudonymOf('pepper', 'email', 'ANIKA@Example.org')).toBe(id);
    expect(pseudonymOf('pepper', 'email', `ani${kelvin}a@example.org`)).not.toBe(id);
    expect(isSameMailbox('ANIKA@example.org', 'anika@example.org')).toBe(true);
    expect(isSameMailbox(`ani${kelvin}a@example.org`, 'anika@example.org')).toBe(false);
  });

  it('to which replies go holds no such letter', () => {
    expect(tokenInRecipients('reply@backbeat.example', [`reply+abc${kelvin}@backbeat.example`])).not.toBe('abck');
    expect(tokenInRecipients('reply@backbeat.example', [`reply+abc@bac${kelvin}beat.example`])).toBeUndefined();
  });
});
