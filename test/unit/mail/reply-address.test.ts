import { describe, expect, it } from 'vitest';
import { isReplyAddress, replyAddressFor, tokenInRecipients } from '../../../shared/domain/people/reply-address.ts';
import { readToken, signToken } from '../../../shared/domain/people/token.ts';

const ours = 'reply@backbeat.example';
const keys = ['a key of the tests, long enough'] as const;
const claims = { purpose: 'reply', id: 'abcdefghijklmnopqrstuvwxya', epoch: 'abcdefgh', expiresAt: 0 } as const;

describe('the address that a subscriber answers to', () => {
  it('carries a token that names them, even in capitals', () => {
    const address = replyAddressFor(ours, signToken(keys, claims));
    for (const written of [address, address.toUpperCase()]) {
      const token = tokenInRecipients(ours, ['other@example.org', ours, written]);
      expect(readToken(keys, 'reply', token ?? '', 0)).toEqual(claims);
    }
  });

  it('fits the 64 octets that a local part may have (RFC 5321, 4.5.3.1.1)', () => {
    expect(replyAddressFor(ours, signToken(keys, claims)).split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  it.each([
    ['reply@backbeat.example'],
    ['reply+@backbeat.example'],
    ['reply+abc@elsewhere.example'],
    ['noreply+abc@backbeat.example'],
    ['reply+abc@backbeat.example.net'],
    [''],
  ])('is not %s', (address) => {
    expect(tokenInRecipients(ours, [address])).toBeUndefined();
  });

  it('is ours with and without a token', () => {
    expect(isReplyAddress(ours, 'Reply@Backbeat.example')).toBe(true);
    expect(isReplyAddress(ours, 'reply+abc@backbeat.example')).toBe(true);
    expect(isReplyAddress(ours, 'clinic@backbeat.example')).toBe(false);
  });
});
