import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trustMail } from '../../../shared/domain/people/mail-trust.ts';

const pass = { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' };
const evidence = { verdicts: pass, fromAddress: 'ana@example.org', tokenMailbox: undefined, isReport: false };

describe('whose words a mail may be taken for', () => {
  it.each([
    ['DMARC vouches for the author', evidence, 'person-by-address'],
    ['DMARC fails', { ...evidence, verdicts: { ...pass, dmarc: 'FAIL' } }, 'untrusted'],
    ['the domain has no DMARC policy', { ...evidence, verdicts: { ...pass, dmarc: 'GRAY' } }, 'untrusted'],
    ['DMARC was not checked', { ...evidence, verdicts: { ...pass, dmarc: 'DISABLED' } }, 'untrusted'],
    ['the author is not told', { ...evidence, fromAddress: undefined }, 'untrusted'],
    ['it came to a token from its mailbox', { ...evidence, tokenMailbox: 'Ana@Example.org' }, 'person-by-both'],
    ['it came to a token from elsewhere', { ...evidence, tokenMailbox: 'jo@example.org' }, 'person-by-token'],
    [
      'it came to a token, forged',
      { ...evidence, tokenMailbox: 'ana@example.org', verdicts: { ...pass, dmarc: 'FAIL' } },
      'person-by-token',
    ],
    [
      'it came to a token without an author',
      { ...evidence, tokenMailbox: 'ana@example.org', fromAddress: undefined },
      'person-by-token',
    ],
    [
      'the spam check did not finish',
      { ...evidence, verdicts: { ...pass, spam: 'PROCESSING_FAILED' } },
      'person-by-address',
    ],
  ] as const)('%s', (_, given, trust) => {
    expect(trustMail(given)).toBe(trust);
  });

  it('is surely the person only if DMARC vouches for an address, and for theirs where a token names one', () => {
    const verdict = fc.constantFrom('PASS', 'FAIL', 'GRAY');
    const any = fc.record({
      dmarc: verdict,
      fromAddress: fc.constantFrom('ana@example.org', 'mal@evil.example', undefined),
      tokenMailbox: fc.constantFrom('ana@example.org', undefined),
    });
    fc.assert(
      fc.property(any, ({ dmarc, fromAddress, tokenMailbox }) => {
        const trust = trustMail({ verdicts: { ...pass, dmarc }, fromAddress, tokenMailbox, isReport: false });
        const sure = dmarc === 'PASS' && fromAddress !== undefined && (tokenMailbox ?? fromAddress) === fromAddress;
        expect(trust === 'person-by-address' || trust === 'person-by-both').toBe(sure);
      }),
    );
  });

  it('is nobody whenever it is spam, carries a virus, or a server reports in it', () => {
    const verdict = fc.constantFrom('PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED');
    const any = fc.record({
      verdicts: fc.record({ spam: verdict, virus: verdict, dmarc: verdict }),
      fromAddress: fc.constantFrom('ana@example.org', undefined),
      tokenMailbox: fc.constantFrom('ana@example.org', undefined),
      isReport: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (given) => {
        const bad = given.isReport || given.verdicts.spam === 'FAIL' || given.verdicts.virus === 'FAIL';
        expect(trustMail(given) === 'drop').toBe(bad);
      }),
    );
  });
});
