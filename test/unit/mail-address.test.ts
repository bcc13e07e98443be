import { describe, expect, it } from 'vitest';
import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import { readMailAddress } from '../../shared/domain/people/mail-address.ts';

const { parse } = loadReplyReading();

describe('a mail address, at every door', () => {
  it.each([
    ['jo@example.org', 'jo@example.org'],
    ['jo@example.org.', 'jo@example.org'],
    ['<jo@example.org>', 'jo@example.org'],
    ['mailto:jo@example.org', 'jo@example.org'],
    ['jo\u200B@exam\u00ADple.org\uFEFF', 'jo@example.org'],
    ['jo@bücher.example.org', 'jo@xn--bcher-kva.example.org'],
    ['jo@BU\u0308CHER.example.org', 'jo@xn--bcher-kva.example.org'],
    ['jo@почта.рф', 'jo@xn--80a1acny.xn--p1ai'],
    ["o'neill+tips@example.co.uk", "o'neill+tips@example.co.uk"],
  ])('%j is %s', (written, address) => {
    expect(readMailAddress(written)).toBe(address);
    expect(parse(`EMAIL ${written}`).intent).toEqual({ kind: 'email', address: address.toLowerCase() });
    expect(parse(`JOIN ${written}`).intent).toEqual({ kind: 'join', email: address.toLowerCase() });
  });

  it.each([
    'josé@example.org',
    'jo@',
    '@example.org',
    'jo@example',
    'jo..x@example.org',
    'jo@exa mple.org',
    'jo@[1.2.3.4]',
    'a@b@',
  ])('%s is none', (written) => {
    expect(readMailAddress(written)).toBeUndefined();
  });

  it('josé@example.org is asked for again by text', () => {
    expect(parse('EMAIL josé@example.org').intent).toEqual({ kind: 'unclear', about: 'email' });
    expect(parse('JOIN josé@example.org').intent).toEqual({ kind: 'unclear', about: 'email' });
  });
});
