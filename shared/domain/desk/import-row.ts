import { isMachineAddress } from '../people/automatic-mail.ts';
import { readCode } from '../people/cohort.ts';
import { readMailAddress } from '../people/mail-address.ts';
import { type Language, languages, type SignUpWish } from '../people/subscriber.ts';
import type { Places } from '../places/places.ts';
import { minutesOf } from '../time/local-time.ts';
import { isAllowedTime } from '../time/sending-window.ts';
import { canonicalZone } from '../time/zone-clock.ts';
import type { Sentence } from './sentence.ts';

/** What a row of a list says about somebody, as written; what is left out or empty it does not say. */
export interface ImportFields {
  readonly address?: string | undefined;
  readonly language?: string | undefined;
  readonly zone?: string | undefined;
  readonly time?: string | undefined;
  readonly code?: string | undefined;
  readonly consentWhen?: string | undefined;
  readonly consentHow?: string | undefined;
  readonly consentWording?: string | undefined;
  /** Whether the list says that they want nothing sent. */
  readonly optedOut?: boolean;
  /** Whether the row is about neither a mailbox nor a number, such as an app on a phone. */
  readonly otherChannel?: boolean;
}

/** What somebody agreed to, as the clinic's list has it. */
export interface ConsentOnList {
  /** The day, ISO. */
  readonly when: string;
  readonly how: string;
  readonly wording: string;
}

/** A row as it was understood, or a sentence that says what to write instead. */
export type ImportRow =
  | { readonly kind: 'mailbox'; readonly address: string; readonly wish: SignUpWish; readonly consent: ConsentOnList }
  | { readonly kind: 'number' }
  | { readonly kind: 'no-proof'; readonly why: Sentence }
  | { readonly kind: 'opted-out' }
  | { readonly kind: 'other-channel' }
  | { readonly kind: 'faulty'; readonly why: Sentence };

const usualTime = '09:00';
const shortestWording = 10;
/** The longest text of a field, in characters: an item of the table and a page have room for it. */
const longestText = 1000;

const faulty = (why: Sentence): ImportRow => ({ kind: 'faulty', why });

/**
 * Whether a text is a phone number, with what people write between the digits. Whether it exists does not matter,
 * because it is not texted.
 */
const isNumber = (text: string): boolean =>
  /^\+?[\d\s().\-\u2010-\u2015/]+$/.test(text) && /^\d{7,15}$/.test(text.replace(/\D/g, ''));

const languageNames = new Map([
  ['english', 'en'],
  ['anglais', 'en'],
  ['french', 'fr'],
  ['francais', 'fr'],
  ['français', 'fr'],
]);

/** `en`, `fr-CA`, `en_US`, English, français. */
const languageOf = (text: string): Language | undefined => {
  const said = text.toLowerCase();
  const named = languageNames.get(said) ?? said;
  return languages.find((one) => named === one || named.startsWith(`${one}-`) || named.startsWith(`${one}_`));
};

type Read<T> = { readonly value: T } | { readonly fault: Sentence };

const readZone = (text: string, places: Places): Read<string> => {
  const found = places.find(text, undefined);
  if (found && 'choices' in found) {
    const { choices } = found;
    const named = (language: Language, or: string): string =>
      places
        .name(choices, language)
        .slice(0, 4)
        .map(({ name }) => name)
        .join(` ${or} `);
    return {
      fault: {
        en: `the zone may be ${named('en', 'or')}: write the one that is meant`,
        fr: `le fuseau peut être ${named('fr', 'ou')} : écrivez le bon`,
      },
    };
  }
  const zone = found?.zone ?? canonicalZone(text);
  return zone === undefined
    ? {
        fault: {
          en: 'the zone is none that we know: write a big city near them, or a name like Europe/Paris',
          fr: 'nous ne connaissons pas ce fuseau : écrivez une grande ville proche, ou un nom comme Europe/Paris',
        },
      }
    : { value: zone };
};

const readWish = (
  { language = '', zone = '', time = '', code = '' }: ImportFields,
  now: number,
  places: Places,
): Read<SignUpWish> => {
  const said = languageOf(language);
  if (said === undefined)
    return {
      fault: {
        en: 'the language is missing or not one of en, fr',
        fr: 'la langue manque, ou n’est ni en ni fr',
      },
    };
  if (zone === '')
    return {
      fault: {
        en: 'the zone is missing: write a big city near them, or a name like Europe/Paris',
        fr: 'le fuseau manque : écrivez une grande ville proche, ou un nom comme Europe/Paris',
      },
    };
  const found = readZone(zone, places);
  if ('fault' in found) return found;
  const at = time === '' ? usualTime : time.padStart(5, '0');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at) || minutesOf(at) % 5 !== 0 || !isAllowedTime([found.value], at, now))
    return {
      fault: {
        en: 'the time is not between 08:00 and 20:00 in steps of five minutes, written like 18:30',
        fr: 'l’heure n’est pas entre 08:00 et 20:00, de cinq en cinq minutes, écrite comme 18:30',
      },
    };
  const known = readCode(code);
  if (code !== '' && known === undefined)
    return {
      fault: {
        en: 'the code is none: it is written like KNEE7',
        fr: 'le code n’en est pas un : il s’écrit comme KNEE7',
      },
    };
  return { value: { language: said, zone: found.value, time: at, ...(known === undefined ? {} : { code: known }) } };
};

const dayPattern = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/;

const readConsent = (fields: ImportFields, now: number): Read<ConsentOnList> => {
  const { consentWhen = '', consentHow = '', consentWording = '' } = fields;
  const day = consentWhen.slice(0, 10);
  const at = dayPattern.test(consentWhen) ? Date.parse(`${day}T00:00Z`) : Number.NaN;
  // `Date` reads 2026-02-30 as 2 March, so the date must come out as it went in.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    return {
      fault: {
        en: 'the day of consent is not written like 2026-10-03',
        fr: 'le jour de l’accord n’est pas écrit comme 2026-10-03',
      },
    };
  if (at > now)
    return {
      fault: { en: 'the day of consent is yet to come', fr: 'le jour de l’accord est encore à venir' },
    };
  if (Math.max(consentHow.length, consentWording.length) > longestText)
    return {
      fault: {
        en: `how and in which wording they agreed take at most ${longestText} letters each`,
        fr: `le comment et le texte de l’accord ont chacun ${longestText} lettres au plus`,
      },
    };
  return { value: { when: day, how: consentHow, wording: consentWording } };
};

const missing: Readonly<Record<'when' | 'how' | 'wording' | 'whole', Sentence>> = {
  when: { en: 'when', fr: 'quand' },
  how: { en: 'how', fr: 'comment' },
  wording: { en: 'in which wording', fr: 'dans quels termes' },
  whole: {
    en: 'in which wording (the whole sentence that they read)',
    fr: 'dans quels termes (la phrase entière qui a été lue)',
  },
};

const missingProof = ({
  consentWhen = '',
  consentHow = '',
  consentWording = '',
}: ImportFields): Sentence | undefined => {
  const lacks = [
    ...(consentWhen === '' ? [missing.when] : []),
    ...(consentHow === '' ? [missing.how] : []),
    ...(consentWording.length < shortestWording ? [consentWording === '' ? missing.wording : missing.whole] : []),
  ];
  if (lacks.length === 0) return undefined;
  return {
    en: `it does not say ${lacks.map(({ en }) => en).join(', ')} they agreed`,
    fr: `la ligne ne dit pas ${lacks.map(({ fr }) => fr).join(', ')} l’accord a été donné`,
  };
};

/**
 * Reads one row on its own. The owner of a number gets a card, whatever else the row says; a number is never texted
 * first.
 */
export const readImportRow = (said: ImportFields, now: number, places: Places): ImportRow => {
  const { address = '', optedOut, otherChannel } = said;
  if (otherChannel) return { kind: 'other-channel' };
  if (address === '') return faulty({ en: 'there is no address', fr: 'il n’y a pas d’adresse' });
  if (optedOut) return { kind: 'opted-out' };
  if (isNumber(address)) return { kind: 'number' };
  const mailbox = readMailAddress(address);
  if (mailbox === undefined)
    return faulty({
      en: 'the address is no mailbox like jo@example.org and no number',
      fr: 'l’adresse n’est ni une adresse de courriel comme jo@example.org ni un numéro',
    });
  if (isMachineAddress(mailbox))
    return faulty({
      en: 'the address is a machine’s, which nobody reads',
      fr: 'l’adresse est celle d’une machine, que personne ne lit',
    });
  const wish = readWish(said, now, places);
  if ('fault' in wish) return faulty(wish.fault);
  const why = missingProof(said);
  if (why !== undefined) return { kind: 'no-proof', why };
  const consent = readConsent(said, now);
  if ('fault' in consent) return faulty(consent.fault);
  return { kind: 'mailbox', address: mailbox, wish: wish.value, consent: consent.value };
};
