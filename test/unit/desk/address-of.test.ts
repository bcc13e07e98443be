import { describe, expect, it } from 'vitest';
import { homeCountries } from '../../../shared/domain/people/home-countries.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { addressMeantBy, idMeantBy } from '../../../shared/use-cases/desk/address-of.ts';
import { pepper } from '../../support/subscribers.ts';

const phone = pseudonymOf(pepper, 'sms', '+442079460123');
const meant = (said: string, homes: readonly string[] = []) => idMeantBy({ pepper, homes }, said);

describe('whom staff mean', () => {
  it.each(['+442079460123', '+44 20 7946 0123', '0044 20 7946 0123', '+44 (0)20 7946-0123', '+44.20.7946.0123 '])(
    'by %s',
    async (said) => expect(await meant(said)).toBe(phone),
  );
  it('by a mailbox, in any case', async () => {
    expect(await meant(' Jo@Example.org')).toBe(pseudonymOf(pepper, 'email', 'jo@example.org'));
  });
  it('by a mailbox with a full stop or a sign that nobody sees behind it', async () => {
    for (const said of ['jo@example.org.', 'jo@example.org\u200b'])
      expect(await meant(said), said).toBe(pseudonymOf(pepper, 'email', 'jo@example.org'));
  });
  it('by the pseudonym itself', async () => expect(await meant(phone)).toBe(phone));
  it.each(['020 7946 0123', 'jo', '', 'jo@', 'a@b', '+44 20 CALL', phone.toUpperCase()])('nobody by "%s"', (said) =>
    expect(meant(said)).rejects.toThrow('that is no number with its country code'),
  );
});

describe('a number as people write it at home', () => {
  it.each([
    ['07700 900123', 'GB', '+447700900123'],
    ['(212) 555-0147', 'US', '+12125550147'],
    ['212.555.0147', 'CA', '+12125550147'],
    ['1 212 555 0147', 'US', '+12125550147'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['0612345678', 'FR', '+33612345678'],
    ['33 6 12 34 56 78', 'FR', '+33612345678'],
    ['0412 345 678', 'AU', '+61412345678'],
  ])('is %s in %s', async (said, home, number) => {
    expect(await addressMeantBy([home], said)).toEqual({ channel: 'sms', address: number });
  });

  it('is that of the only one of several countries in which somebody has it', async () => {
    expect(await addressMeantBy(['GB', 'FR', 'BE'], '06 12 34 56 78')).toMatchObject({ address: '+33612345678' });
  });

  it('is one number where two countries share a plan', async () => {
    expect(await addressMeantBy(['US', 'CA'], '(212) 555-0147')).toMatchObject({ address: '+12125550147' });
  });

  it('is asked about where it may be of two countries', async () => {
    await expect(addressMeantBy(['FR', 'CH'], '0612345678')).rejects.toThrow(
      'that may be a number of FR or of CH: write + and its country code before it',
    );
  });

  it('is refused with the countries that are understood where it is of none', async () => {
    for (const said of ['07700 900123', '555 0147', '(212) 555-0147 ext 4', 'call 212 555 0147'])
      await expect(addressMeantBy(['US'], said)).rejects.toThrow(
        'that is no number with its country code (+1 212 555 0101) or as US writes it, and no mailbox (jo@example.org)',
      );
  });
});

describe('the countries in whose way numbers are written', () => {
  it.each([
    [{ smsNumber: '+447700900000', countries: ['GB', 'FR'] }, ['GB', 'FR']],
    [{ smsNumber: '+12125550100', countries: 'all' as const }, ['US']],
    [{ smsNumber: '+18335550100', countries: 'all' as const }, ['US']],
    [{ smsNumber: '+14165550100', countries: ['US', 'CA'] }, ['CA', 'US']],
    [{}, []],
  ])('of %j are %j', (settings, homes) => expect(homeCountries(settings)).toEqual(homes));
});
