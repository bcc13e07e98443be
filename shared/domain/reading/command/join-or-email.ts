import { readMailAddress } from '../../people/mail-address.ts';
import type { Intent } from '../intent.ts';
import { plainWords } from '../text/normalise.ts';
import { type JoinWishes, readJoinWishes } from './join-wishes.ts';
import { behind, type Said, spelled } from './said-command.ts';

/** A mail address without the signs that often surround one, in the person's spelling. */
const mailAddress = (said: Said): string | undefined =>
  spelled(said, said.rest)
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word.includes('@'));

/** JOIN may be followed by courtesy or a name ("JOIN please my name is Jo"). "Join me for a walk" has neither. */
const introduces = /^(?:please|pls|plz|svp|s il (?:vous|te) plait|my name|je m appelle|je suis|i m|im|i am) /i;

/** These start again without an hour, because "début 14h" may tell of the pain. Whoever starts again sets the hour with TIME. */
const startsAgain = /^(?:start|unstop|debut)$/;

const joinWishes = (said: Said): JoinWishes | undefined =>
  startsAgain.test(said.keyword) ? undefined : readJoinWishes(behind(said));

/** Reads JOIN with the hour, the language, the code or the mailbox that is named behind it. */
export const readJoin = (said: Said): Intent | undefined => {
  if (said.rest.length === 0) return { kind: 'join' };
  const wishes = joinWishes(said);
  if (wishes !== undefined) return { kind: 'join', ...wishes };
  const email = mailAddress(said);
  if (email === undefined) return introduces.test(plainWords(spelled(said, said.rest))) ? { kind: 'join' } : undefined;
  const address = readMailAddress(email);
  if (address === undefined) return { kind: 'unclear', about: 'email' };
  const { code } = readJoinWishes(behind(said).replace(email, ' ')) ?? {};
  return { kind: 'join', email: address, ...(code === undefined ? {} : { code }) };
};

/** Reads EMAIL with the mailbox behind it. */
export const readEmail = (said: Said): Intent | undefined => {
  const email = mailAddress(said);
  const address = email === undefined ? undefined : readMailAddress(email);
  if (address !== undefined) return { kind: 'email', address };
  return email !== undefined || said.rest.length <= 3 ? { kind: 'unclear', about: 'email' } : undefined;
};
