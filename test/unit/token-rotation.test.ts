import { describe, expect, it } from 'vitest';
import { confirmationEpochOf, isEpochOf } from '../../shared/domain/people/confirm-token.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import { readToken, signToken, type TokenKeys } from '../../shared/domain/people/token.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import { readSecrets } from '../../shared/schemas/secrets.ts';

const [old, recent] = ['the key of last year', 'the key of this year'];
const before: TokenKeys = [old];
const during: TokenKeys = [recent, old];
const after: TokenKeys = [recent];
const claims = { purpose: 'unsubscribe', id: 'a'.repeat(26), epoch: 'aaaaaaaa', expiresAt: 0 } as const;

describe('a rotation of the key of links', () => {
  it('leaves every link open that was sent before, and signs with the new one', () => {
    const sent = signToken(before, claims);
    const sentDuring = signToken(during, claims);
    expect(readToken(during, 'unsubscribe', sent, 0)).toEqual(claims);
    expect(readToken(during, 'unsubscribe', sentDuring, 0)).toEqual(claims);
    expect(readToken(after, 'unsubscribe', sentDuring, 0)).toEqual(claims);
  });

  it('is over when the former key is dropped: it opens nothing then', () => {
    expect(readToken(after, 'unsubscribe', signToken(before, claims), 0)).toBeUndefined();
  });

  it('opens a confirmation that was mailed the day before', () => {
    const linked = confirmationEpochOf(before, 'abcdefgh', 'jo@example.org', 7);
    expect(isEpochOf(during, linked, 'abcdefgh', 'jo@example.org', 7)).toBe(true);
    expect(isEpochOf(during, linked, 'abcdefgh', 'ana@example.org', 7)).toBe(false);
    expect(isEpochOf(after, linked, 'abcdefgh', 'jo@example.org', 7)).toBe(false);
  });

  it('is told in the secrets by a list: former keys of any number', () => {
    const told = { twilioAuthToken: 'a token of Twilio', pepper: 'p'.repeat(16), tokenKey: recent.padEnd(16) };
    const secrets = readSecrets({ ...told, formerTokenKeys: [old, 'the key of the year before'] });
    expect(secrets.success && tokenKeysIn(secrets.data)).toEqual([recent, old, 'the key of the year before']);
    const alone = readSecrets(told);
    expect(alone.success && tokenKeysIn(alone.data)).toEqual([recent]);
    expect(readSecrets({ ...told, formerTokenKeys: ['short'] })).toMatchObject({ success: false });
  });

  it('makes links with the new key alone', () => {
    const links = createLinks({ publicBaseUrl: 'https://x.example', tokenKeys: during, replyAddress: 'r@x.example' });
    const token = links.unsubscribe(claims.id).split('/').at(-1) ?? '';
    expect(readToken(before, 'unsubscribe', token, 0)).toBeUndefined();
    expect(readToken(after, 'unsubscribe', token, 0)).toMatchObject({ id: claims.id });
  });
});
