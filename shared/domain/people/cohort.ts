import type { LocalTime } from '../time/local-time.ts';
import type { Language } from './subscriber.ts';

/** Whom a code brings: the people of one clinic, ward, poster or arm of a study. What a code stands for never changes. */
export interface Cohort {
  /** As it is kept: capitals and digits. */
  readonly code: string;
  /** What people know the clinic by, and where they may ask it. */
  readonly clinic: string;
  readonly contact: string;
  /** What whoever joins by text gets unless they say otherwise. */
  readonly language?: Language;
  readonly time?: LocalTime;
  /** The number of the programme that newcomers begin with; left out: the one that everybody begins with. */
  readonly programme?: number;
  /** The arm of a study. Nobody is told of it by an answer, and whoever has one keeps it. */
  readonly arm?: string;
}

/** A code that somebody gave, and what it stands for; nothing if we do not know it, or it has ended. */
export interface GivenCode {
  readonly code: string;
  readonly cohort?: Cohort;
}

/** A person's place in a cohort: which, since when, and where they gave the code. */
export interface Membership extends Pick<Cohort, 'code' | 'clinic' | 'contact' | 'arm'> {
  readonly at: number;
  readonly where: 'sms' | 'email' | 'web';
}

/** Letters, then at least one digit among the rest: no word, no hour and no number is one. */
const codePattern = /^[A-Z](?=[A-Z0-9]*\d)[A-Z0-9]{3,11}$/;

/** Words that a number belongs to: PAIN6 is a score, PAUSE7 a pause. */
const takesNumber = /^(?:PAIN|DOULEURS?|MAL|FIX|CORRECT(?:ION)?|CORRIGER?|YESTERDAY|YDAY|HIER|PAUSE|TIME|HEURE)\d/;

/**
 * A code as it is kept, from how people write it: in any case, with a space, a dash or a # about it, with accents ("genou 7").
 * Undefined if that is none.
 */
export const readCode = (written: string): string | undefined => {
  const code = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\-_#."'’]/g, '')
    .toUpperCase();
  return codePattern.test(code) && !takesNumber.test(code) ? code : undefined;
};

// No 0/O, 1/I/L: a code is read off a poster and typed.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';
const alphabet = letters + digits;
/** Bytes that a drawn code takes. */
export const drawnCodeBytes = 6;

/**
 * A code that nobody guesses, of six random bytes: a letter, four of either and a digit, 170 million of them; what is drawn is a
 * little likelier at the alphabet's beginning.
 */
export const drawnCode = (random: Uint8Array): string =>
  [...random.slice(0, drawnCodeBytes)]
    .map((byte, at) => {
      const from = at === 0 ? letters : at === drawnCodeBytes - 1 ? digits : alphabet;
      return from.charAt(byte % from.length);
    })
    .join('');

/** The cohort that a code leaves or brings somebody in: nobody leaves the arm of a study by another code. */
export const cohortAfter = <C extends Cohort>(from: Membership | undefined, to: C): C | Membership =>
  from?.arm === undefined ? to : from;
