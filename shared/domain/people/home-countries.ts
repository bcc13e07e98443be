import { type Countries, countryOfPhone } from './textable-number.ts';

/** What a deployment's settings say of texts; both are left out where there are none. */
interface TextSettings {
  readonly smsNumber?: string | undefined;
  readonly countries?: Countries | undefined;
}

/**
 * The countries (ISO 3166-1) in whose way staff write a number without its country code: that of the deployment's own number,
 * then those that people may join from where they are listed. A toll-free +1 number is of no one country: all of that plan
 * write alike.
 */
export const homeCountries = ({ smsNumber, countries = 'all' }: TextSettings): readonly string[] => {
  const own = smsNumber && (countryOfPhone(smsNumber) ?? (smsNumber.startsWith('+1') ? 'US' : undefined));
  return [...new Set([...(own ? [own] : []), ...(countries === 'all' ? [] : countries)])];
};
