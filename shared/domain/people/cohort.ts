import type { LocalTime } from '../time/local-time.ts';
import type { Language } from './subscriber.ts';

/**
 * The people whom a code brings: of one clinic, ward, poster or arm of a study. What a code stands for never changes.
 */
export interface Cohort {
  /** The code as it is stored: capitals and digits. */
  readonly code: string;
  /** The clinic's name, and where people may ask it. */
  readonly clinic: string;
  readonly contact: string;
  /** What people who join by text get unless they say otherwise. */
  readonly language?: Language;
  readonly time?: LocalTime;
  /** The number of the programme that newcomers begin with; left out: the one that everybody begins with. */
  readonly programme?: number;
  /** The arm of a study. No answer reveals it, and somebody in an arm stays in it. */
  readonly arm?: string;
}

/** A code that somebody gave, and what it stands for; nothing if we do not know it, or it has ended. */
export interface GivenCode {
  readonly code: string;
  readonly cohort?: Cohort;
}

/** What a mailbox was asked to confirm with, besides the wish that its link carries. */
export interface AskedWith {
  readonly code?: string;
  /** Of somebody on a clinic's list: the day (ISO) and the way in which they agreed to be written to, as the list says. */
  readonly agreed?: { readonly on: string; readonly how: string };
}

/** A person's place in a cohort: which, since when, and where they gave the code. */
export interface Membership extends Pick<Cohort, 'code' | 'clinic' | 'contact' | 'arm'> {
  readonly at: number;
  readonly where: 'sms' | 'email' | 'web';
}

/** A letter, then at least one digit among the rest: no word, hour or number is a code. */
const codePattern = /^[A-Z](?=[A-Z0-9]*\d)[A-Z0-9]{3,11}$/;

/** Words that take a number, and by which people leave or ask: PAIN6 is a score, PAUSE7 a pause, QUIT7 a wish to leave. */
const takesNumber =
  /^(?:PAIN|DOULEURS?|MAL|FIX|CORRECT(?:ION)?|CORRIGER?|YESTERDAY|YDAY|HIER|PAUSE|TIME|HEURE|STOP(?:ALL)?|QUIT|END|CANCEL|UNSUBSCRIBE|REVOKE|OPTOUT|ARRET|HELP|AIDE|INFO|TIPS?|CONSEILS?|SUICIDE)\d/;

/**
 * A code as it is stored, from the way people write it: in any case, with a space, a dash, a # or accents ("genou 7").
 * Undefined if it is none.
 */
export const readCode = (written: string): string | undefined => {
  const code = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\-_#."'’]/g, '')
    .toUpperCase();
  return codePattern.test(code) && !takesNumber.test(code) ? code : undefined;
};

// No 0/O or 1/I/L, because a code is read off a poster and typed.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';
const alphabet = letters + digits;
/** How many random bytes a drawn code takes. */
export const drawnCodeBytes = 6;

const signsAt = (at: number): string => {
  if (at === 0) return letters;
  return at === drawnCodeBytes - 1 ? digits : alphabet;
};

/**
 * A code that nobody guesses, from six random bytes: a letter, four letters or digits, and a digit, which makes 170
 * million. Characters early in the alphabet are slightly likelier.
 */
export const drawnCode = (random: Uint8Array): string =>
  [...random.slice(0, drawnCodeBytes)]
    .map((byte, at) => {
      const from = signsAt(at);
      return from.charAt(byte % from.length);
    })
    .join('');

/** The cohort that somebody is in after giving a code: nobody leaves the arm of a study by another code. */
export const cohortAfter = <C extends Cohort>(from: Membership | undefined, to: C): C | Membership =>
  from?.arm === undefined ? to : from;
