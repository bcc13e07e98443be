import { type Cohort, drawnCode, readCode } from '../people/cohort.ts';
import type { Language } from '../people/subscriber.ts';
import { type LocalTime, minutesOf } from '../time/local-time.ts';
import { isAllowedTime } from '../time/sending-window.ts';
import { isGsm7 } from '../tips/segments.ts';
import { programmesFrom, type TipProgramme } from '../tips/tip-programme.ts';
import type { Sentence } from './sentence.ts';

/** What staff want a code for. */
export interface WantedCode {
  /** The code; one is drawn if left out. */
  readonly code?: string;
  readonly clinic: string;
  readonly contact: string;
  readonly language?: Language;
  readonly time?: LocalTime;
  /** The file of the programme that newcomers begin with, such as `walking`; left out: the one that everybody begins with. */
  readonly programme?: string;
  readonly arm?: string;
}

/** A code to store, or a sentence that says why it cannot be one. */
export type PlannedCode =
  | { readonly kind: 'code'; readonly cohort: Cohort }
  | { readonly kind: 'refused'; readonly why: Sentence };

/** The longest names that texts have room for: a sentence with both takes one segment (message.ts). */
const longestClinic = 40;
const longestContact = 52;
const longestArm = 20;

/** The programmes that somebody may begin with. */
export const beginnings = (first: TipProgramme): readonly TipProgramme[] =>
  programmesFrom(first).filter((programme) => programme === first || programme.choice !== undefined);

const programmeNamed = (name: string, first: TipProgramme): TipProgramme | undefined =>
  beginnings(first).find(({ id }) => id === name);

const faultOf = (
  { code, clinic, contact, time, programme, arm }: WantedCode,
  first: TipProgramme,
  now: number,
): Sentence | undefined => {
  if (code !== undefined && readCode(code) === undefined)
    return {
      en: 'a code is 4 to 12 plain letters and digits, begins with a letter and has a digit in it, like KNEE7; not PAIN6, which is a score, or QUIT7, by which people leave',
      fr: 'un code a de 4 à 12 lettres simples et chiffres, commence par une lettre et contient un chiffre, comme KNEE7 ; pas PAIN6, qui est un score, ni QUIT7, par lequel on nous quitte',
    };
  if (code !== undefined && arm !== undefined)
    return {
      en: 'the code of a study’s arm is drawn, so that nobody gets into it by guessing: leave the code out',
      fr: 'le code du bras d’une étude est tiré au sort, pour que personne n’y entre en le devinant : laissez le code vide',
    };
  if (clinic.trim() === '' || clinic.length > longestClinic)
    return {
      en: `the clinic is named as people know it, of 1 to ${longestClinic} letters`,
      fr: `la clinique est nommée comme on la connaît, de 1 à ${longestClinic} lettres`,
    };
  if (contact.trim() === '' || contact.length > longestContact)
    return {
      en: `the contact is a number, a mailbox or an address on the web, of 1 to ${longestContact} letters`,
      fr: `le contact est un numéro, une adresse de courriel ou une adresse du web, de 1 à ${longestContact} lettres`,
    };
  if (![clinic, contact].every(isGsm7))
    return {
      en: "the name and the contact stand in texts, which have no œ, ê, ’ or emoji: write oe, e, '",
      fr: "le nom et le contact figurent dans des textos, qui n’ont ni œ, ni ê, ni ’, ni emoji : écrivez oe, e, '",
    };
  if (arm !== undefined && !/^[\w -]{1,20}$/.test(arm))
    return {
      en: `the arm has a plain name of 1 to ${longestArm} letters, one that gives nothing away, like A`,
      fr: `le bras a un nom simple de 1 à ${longestArm} lettres, qui ne révèle rien, comme A`,
    };
  if (time !== undefined && (minutesOf(time) % 5 !== 0 || !isAllowedTime(['UTC'], time, now)))
    return {
      en: 'tips go out between 08:00 and 20:00, every five minutes',
      fr: 'les conseils partent entre 08:00 et 20:00, de cinq en cinq minutes',
    };
  if (programme !== undefined && programmeNamed(programme, first) === undefined) {
    const all = beginnings(first)
      .map(({ id }) => id)
      .join(', ');
    return {
      en: `there is no programme ${programme} to begin with: ${all}`,
      fr: `il n’y a pas de programme ${programme} par lequel commencer : ${all}`,
    };
  }
  return undefined;
};

/**
 * Plans the code that staff want; one is drawn from `random` (six bytes) if they named none. `first`: the programme that everybody
 * begins with.
 */
export const planCode = (wanted: WantedCode, first: TipProgramme, random: Uint8Array, now: number): PlannedCode => {
  const why = faultOf(wanted, first, now);
  if (why !== undefined) return { kind: 'refused', why };
  const { code, clinic, contact, language, time, arm } = wanted;
  const programme = wanted.programme === undefined ? undefined : programmeNamed(wanted.programme, first)?.number;
  return {
    kind: 'code',
    cohort: {
      code: (code === undefined ? undefined : readCode(code)) ?? drawnCode(random),
      clinic: clinic.trim(),
      contact: contact.trim(),
      ...(language === undefined ? {} : { language }),
      ...(time === undefined ? {} : { time }),
      ...(programme === undefined ? {} : { programme }),
      ...(arm === undefined ? {} : { arm }),
    },
  };
};
