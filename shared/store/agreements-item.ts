import type { Agreement, Subscriber } from '../domain/people/subscriber.ts';
import { keyDigits, packKeys, unpackKeys } from './remembered-keys.ts';

type Agreements = Pick<Subscriber, 'clinic' | 'research' | 'clinicAsked' | 'callMe'>;

const letters: Readonly<Record<Agreement, string>> = { yes: 'y', no: 'n' };
const neither = '-';
const byLetter: Readonly<Record<string, Agreement>> = { y: 'yes', n: 'no' };
const base = 36;

/**
 * The agreements of somebody as one text of their profile, because a profile has room for a kilobyte: a letter for the
 * clinic's reading and one for research, the key of the answer with which the former was asked for, and when they asked
 * to be called. At most 26 bytes until 2059. Undefined if they have said nothing of it.
 */
export const agreementsAttribute = ({ clinic, research, clinicAsked, callMe }: Agreements): string | undefined => {
  const said = [clinic, research].map((one) => (one ? letters[one] : neither)).join('');
  const asked = clinicAsked === undefined ? '' : packKeys([clinicAsked]);
  const item = `${said}${asked}${callMe === undefined ? '' : callMe.toString(base)}`;
  return item === `${neither}${neither}` ? undefined : item;
};

/** Reads such a text. A key is longer than any instant will be for a thousand years, which tells the two apart. */
export const agreementsOfItem = (item: string): Agreements => {
  const [clinic, research] = [byLetter[item.charAt(0)], byLetter[item.charAt(1)]];
  const rest = item.slice(2);
  const [clinicAsked] = rest.length >= keyDigits ? unpackKeys(rest.slice(0, keyDigits)) : [];
  const called = rest.length >= keyDigits ? rest.slice(keyDigits) : rest;
  return {
    ...(clinic ? { clinic } : {}),
    ...(research ? { research } : {}),
    ...(clinicAsked === undefined ? {} : { clinicAsked }),
    ...(called === '' ? {} : { callMe: Number.parseInt(called, base) }),
  };
};
