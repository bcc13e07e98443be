import { readMailAddress } from '../../people/mail-address.ts';
import type { Intent } from '../intent.ts';
import { plainWords } from '../text/normalise.ts';
import { type JoinWishes, readJoinWishes } from './join-wishes.ts';
import { behind, type Said, spelled } from './said-command.ts';

/** What stands for a mail address, as it was written. */
const mailAddress = (said: Said): string | undefined =>
  spelled(said, said.rest)
    .toLowerCase()
    .split(/\s+/)
    .find((word) => word.includes('@'));

/** JOIN please my name is Jo: what stands behind is courtesy or a name. "Join me for a walk" is neither. */
const introduces = /^(?:please|pls|plz|svp|s il (?:vous|te) plait|my name|je m appelle|je suis|i m|im|i am) /i;

/** "Début 14h" may be of the pain: whoever starts again says the hour with TIME. */
const startsAgain = /^(?:start|unstop|debut)$/;

const joinWishes = (said: Said): JoinWishes | undefined =>
  startsAgain.test(said.keyword) ? undefined : readJoinWishes(behind(said));

/** JOIN, with the hour, the language, the code or the mailbox that is named with it. */
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

/** EMAIL and a mailbox. */
export const readEmail = (said: Said): Intent | undefined => {
  const email = mailAddress(said);
  const address = email === undefined ? undefined : readMailAddress(email);
  if (address !== undefined) return { kind: 'email', address };
  return email !== undefined || said.rest.length <= 3 ? { kind: 'unclear', about: 'email' } : undefined;
};
