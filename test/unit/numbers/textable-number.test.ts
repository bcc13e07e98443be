import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { getCountryCallingCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { countryOfPhone, mayJoin } from '../../../shared/domain/people/textable-number.ts';

describe('a number that may join', () => {
  it('is the example of a mobile phone of every country that we know the calling code of', () => {
    const refused = Object.keys(examples).filter((country) => {
      if (!isSupportedCountry(country)) return false;
      const example = getExampleNumber(country, examples);
      return example !== undefined && countryOfPhone(example.number) === undefined;
    });
    expect(
      refused.map((country) => (isSupportedCountry(country) ? `${country} +${getCountryCallingCode(country)}` : '')),
    ).toEqual([]);
  });

  it.each([
    ['a satellite phone', '+881612345678'],
    ['Inmarsat', '+870773111632'],
    ['an international network', '+883510012345'],
    ['an international network', '+88213123456'],
    ['international premium', '+979123456789'],
    ['a personal number', '+447012345678'],
    ['a personal number', '+15005550006'],
    ['premium', '+19002345678'],
    ['premium', '+33899123456'],
    ['premium', '+449012345678'],
    ['premium', '+499001234567'],
    ['toll-free', '+18005551234'],
    ['toll-free', '+33800123456'],
    ['shared cost', '+33811123456'],
    ['premium in Portugal', '+351760123456'],
    ['premium in Japan', '+81990123456'],
    ['premium in Brazil', '+559001234567'],
    ['a personal number in Poland', '+48701234567'],
    ['shared cost in India', '+9118601234567'],
    ['a pager in Britain', '+447640123456'],
    ['an area code that nobody has', '+15552345678'],
    ['a calling code that nobody has', '+99912345678'],
    ['a number too short', '+1212555'],
  ])('is never that of %s (%s)', (_, number) => {
    expect(mayJoin(number, 'all')).toBe(false);
  });

  it('is of one of the countries that are named', () => {
    expect(mayJoin('+12125550101', ['US', 'CA'])).toBe(true);
    expect(mayJoin('+14165550101', ['US'])).toBe(false);
    expect(mayJoin('+5352345678', ['US', 'CA'])).toBe(false);
    expect(mayJoin('+447700900123', ['GB'])).toBe(true);
  });
});
