import { isMachineAddress } from '../../shared/domain/people/automatic-mail.ts';
import { readCode } from '../../shared/domain/people/cohort.ts';
import { isReplyAddress } from '../../shared/domain/people/reply-address.ts';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import type { PlaceChoice } from '../../shared/domain/places/name-choices.ts';
import type { Places } from '../../shared/domain/places/places.ts';
import { minutesOf, timeOfMinutes } from '../../shared/domain/time/local-time.ts';
import { isAllowedTime, isSlotInWindow } from '../../shared/domain/time/sending-window.ts';
import { canonicalZone } from '../../shared/domain/time/zone-clock.ts';
import { readLocalTime } from '../../shared/schemas/local-time.ts';
import { readEmail, readField, readForm, readLanguage } from '../../shared/schemas/sign-up-form.ts';
import type { SignUpField, SignUpValues } from './pages/sign-up-form.tsx';

/** What the form asks for: how to text us, a confirmation mail, or nothing, because a bot fell into the trap. */
export type SignUpRequest =
  | {
      readonly kind: 'phone';
      /** The number to text. */
      readonly smsNumber: string;
      readonly language: Language;
      readonly time: string;
      readonly code?: string;
    }
  | {
      readonly kind: 'email';
      readonly address: string;
      readonly language: Language;
      readonly zone: string;
      readonly time: string;
      readonly code?: string;
    }
  | { readonly kind: 'trapped' }
  | {
      readonly kind: 'wrong';
      readonly values: SignUpValues;
      readonly wrong: readonly SignUpField[];
      /** The places that may be meant, if several. */
      readonly zoneChoices: readonly PlaceChoice[];
    };

/** The form as it is first shown, with tips in the language of the page. */
export const blankSignUp = (language: Language, code = ''): SignUpValues => ({
  address: '',
  time: '09:00',
  zone: '',
  language,
  code,
  consent: false,
});

/**
 * The times on offer: every half hour at which a tip may be sent. They are made without asking Intl about a zone, whose
 * first question costs a cold start 12 ms or more.
 */
export const signUpTimes: readonly string[] = Array.from({ length: 48 }, (_, index) =>
  timeOfMinutes(30 * index),
).filter(isSlotInWindow);

/** The text of a field; a file, or far too much text, counts as left empty. */
const typed = (value: unknown): string => {
  const text = readField(typeof value === 'string' ? value.trim() : undefined);
  return text.success ? text.data : '';
};

/**
 * Whether an address looks like a phone number: 7 to 15 digits (E.164), with what people write between them. Whether it
 * exists does not matter: it is neither stored nor texted, and the answer is how to text us from it.
 */
const isPhone = (address: string): boolean =>
  /^\+?[\d\s().\-\u2010-\u2015/]+$/.test(address) && /^\d{7,15}$/.test(address.replace(/\D/g, ''));

/** Reads a time at which a tip may be sent: on the 5-minute grid, within the sending window. */
const readTime = (text: string, zone: string | undefined, now: number): string | undefined => {
  const read = readLocalTime(text);
  if (!read.success || minutesOf(read.data) % 5 !== 0) return undefined;
  return isAllowedTime([zone ?? 'UTC'], read.data, now) ? read.data : undefined;
};

/**
 * Reads the zone of a place as people write it, or the places that it may mean. An exact id that is no place's name
 * (UTC) is accepted as well.
 */
const readZone = (
  written: string,
  { country, places, pageLanguage }: Pick<SignUpReading, 'country' | 'places' | 'pageLanguage'>,
): { readonly zone: string | undefined; readonly choices: readonly PlaceChoice[] } => {
  const found = places.find(written, country);
  if (found && 'choices' in found) return { zone: undefined, choices: places.name(found.choices, pageLanguage) };
  return { zone: found?.zone ?? canonicalZone(written), choices: [] };
};

/** How a sign-up is reached: by a phone, which has to text first, or by a mailbox in its one spelling. */
type Reach = { readonly by: 'phone'; readonly smsNumber: string } | { readonly by: 'email'; readonly address: string };

/** Reads how a sign-up is reached; undefined for an address of a channel that the deployment has not. */
const reachOf = (
  written: string,
  { smsNumber, replyAddress }: Pick<SignUpReading, 'smsNumber' | 'replyAddress'>,
): Reach | undefined => {
  const email = readEmail(written);
  if (!email.success) return smsNumber !== undefined && isPhone(written) ? { by: 'phone', smsNumber } : undefined;
  const address = email.data;
  if (replyAddress === undefined) return undefined;
  return isReplyAddress(replyAddress, address) || isMachineAddress(address) ? undefined : { by: 'email', address };
};

/** What a form is read with: its deployment, the page it was posted from, and who posted it. */
interface SignUpReading {
  readonly now: number;
  /** The number to text; undefined where there are no texts. */
  readonly smsNumber: string | undefined;
  /** The address of our own mails, which is nobody's mailbox; undefined where there are no mails. */
  readonly replyAddress: string | undefined;
  readonly pageLanguage: Language;
  /** The browser's country; of several places of one name, the one in that country is meant. */
  readonly country: string;
  readonly places: Places;
}

/** Reads the posted form, or names every field that was not understood. */
export const readSignUp = (
  body: unknown,
  { now, smsNumber, replyAddress, pageLanguage, country, places }: SignUpReading,
): SignUpRequest => {
  const form = readForm(body);
  const fields = form.success ? form.data : {};
  const posted = {
    address: typed(fields['address']),
    time: typed(fields['time']),
    zone: typed(fields['zone']),
    language: typed(fields['language']),
    code: typed(fields['code']),
    consent: typed(fields['consent']),
    website: typed(fields['website']),
  };
  if (posted.website !== '') return { kind: 'trapped' };
  const reach = reachOf(posted.address, { smsNumber, replyAddress });
  const { zone, choices } = readZone(posted.zone, { country, places, pageLanguage });
  const chosenTime = readTime(posted.time, zone, now);
  const chosenLanguage = readLanguage(posted.language);
  const consent = posted.consent === 'on';
  const code = readCode(posted.code);
  const hasCode = code !== undefined || posted.code === '';
  if (reach && zone && chosenTime && chosenLanguage.success && consent && hasCode) {
    const wanted = { language: chosenLanguage.data, time: chosenTime, ...(code === undefined ? {} : { code }) };
    return reach.by === 'phone'
      ? { kind: 'phone', smsNumber: reach.smsNumber, ...wanted }
      : { kind: 'email', address: reach.address, zone, ...wanted };
  }
  const checks: readonly (readonly [SignUpField, boolean])[] = [
    ['address', reach !== undefined],
    ['time', chosenTime !== undefined],
    ['zone', zone !== undefined],
    ['language', chosenLanguage.success],
    ['code', hasCode],
    ['consent', consent],
  ];
  const blank = blankSignUp(pageLanguage);
  return {
    kind: 'wrong',
    values: {
      address: posted.address,
      time: posted.time || blank.time,
      zone: posted.zone,
      language: posted.language || blank.language,
      code: posted.code,
      consent,
    },
    zoneChoices: choices,
    wrong: checks.flatMap(([name, right]) => (right ? [] : [name])),
  };
};
