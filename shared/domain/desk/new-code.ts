import { type Cohort, drawnCode, readCode } from '../people/cohort.ts';
import type { Language } from '../people/subscriber.ts';
import { type LocalTime, minutesOf } from '../time/local-time.ts';
import { isAllowedTime } from '../time/sending-window.ts';
import { isGsm7 } from '../tips/segments.ts';

/** What staff want a code for. */
export interface WantedCode {
  /** Left out: one is drawn. */
  readonly code?: string;
  readonly clinic: string;
  readonly contact: string;
  readonly language?: Language;
  readonly time?: LocalTime;
  readonly arm?: string;
}

/** A code to be kept, or why there can be none such, in a sentence. */
export type PlannedCode =
  | { readonly kind: 'code'; readonly cohort: Cohort }
  | { readonly kind: 'refused'; readonly why: string };

/** As the texts that name them have room for: a sentence with both takes one segment (message.ts). */
const longestClinic = 40;
const longestContact = 52;
const longestArm = 20;

const faultOf = ({ code, clinic, contact, time, arm }: WantedCode, now: number): string | undefined => {
  if (code !== undefined && readCode(code) === undefined)
    return 'a code is 4 to 12 plain letters and digits, begins with a letter and has a digit in it, like KNEE7; not PAIN6, which is a score';
  if (code !== undefined && arm !== undefined)
    return 'the code of a study’s arm is drawn, so that nobody gets into it by guessing: leave the code out';
  if (clinic.trim() === '' || clinic.length > longestClinic)
    return `the clinic is named as people know it, of 1 to ${longestClinic} letters`;
  if (contact.trim() === '' || contact.length > longestContact)
    return `the contact is a number, a mailbox or an address on the web, of 1 to ${longestContact} letters`;
  if (![clinic, contact].every(isGsm7))
    return "the name and the contact stand in texts, which have no œ, ê, ’ or emoji: write oe, e, '";
  if (arm !== undefined && !/^[\w -]{1,20}$/.test(arm))
    return `the arm has a plain name of 1 to ${longestArm} letters, one that gives nothing away, like A`;
  if (time !== undefined && (minutesOf(time) % 5 !== 0 || !isAllowedTime(['UTC'], time, now)))
    return 'tips go out between 08:00 and 20:00, every five minutes';
  return undefined;
};

/** The code that staff want, with one drawn from `random` (six bytes) where they named none. */
export const planCode = (wanted: WantedCode, random: Uint8Array, now: number): PlannedCode => {
  const why = faultOf(wanted, now);
  if (why !== undefined) return { kind: 'refused', why };
  const { code, clinic, contact, language, time, arm } = wanted;
  return {
    kind: 'code',
    cohort: {
      code: (code === undefined ? undefined : readCode(code)) ?? drawnCode(random),
      clinic: clinic.trim(),
      contact: contact.trim(),
      ...(language === undefined ? {} : { language }),
      ...(time === undefined ? {} : { time }),
      ...(arm === undefined ? {} : { arm }),
    },
  };
};
