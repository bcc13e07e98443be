import type { PersonAtDesk } from '../../domain/desk/person-at-desk.ts';
import type { Language, StopReason, SubscriptionStatus } from '../../domain/people/subscriber.ts';
import { cityOf } from '../../domain/time/zone-names.ts';
import type { ShownCohort } from './show-person.ts';
import { doseInWords, minute } from './tip-in-words.ts';

const status: Readonly<Record<Language, Readonly<Record<SubscriptionStatus, string>>>> = {
  en: { active: 'active', pending: 'pending', stopped: 'stopped', erasing: 'erasing' },
  fr: {
    active: 'active',
    pending: 'à confirmer',
    stopped: 'partie',
    erasing: 'en cours d’effacement',
  },
};
const stopReasons: Readonly<Record<Language, Readonly<Record<StopReason, string>>>> = {
  en: {
    'opt-out': 'opt-out',
    'wrong-number': 'wrong-number',
    'carrier-opt-out': 'carrier-opt-out',
    unreachable: 'unreachable',
    bounce: 'bounce',
    complaint: 'complaint',
  },
  fr: {
    'opt-out': 'à sa demande',
    'wrong-number': 'numéro d’une autre personne',
    'carrier-opt-out': 'STOP chez l’opérateur',
    unreachable: 'injoignable',
    bounce: 'courriel revenu',
    complaint: 'courriel signalé comme indésirable',
  },
};

interface PersonWords {
  readonly [name: string]: string;
}
const english = {
  pseudonym: 'pseudonym',
  status: 'status',
  tips: 'tips',
  sms: 'by sms',
  email: 'by email',
  at: 'at',
  guess: '(a guess)',
  nextTip: 'next tip',
  none: 'none',
  pausedUntil: 'paused until',
  failing: 'their address fails',
  notPaused: 'not paused',
  language: 'language',
  en: 'en',
  fr: 'fr',
  country: 'country',
  joined: 'joined',
  given: 'tips given',
  programme: 'programme',
  messages: 'messages',
  over: ': all had, nothing comes before they say what is next',
  fewer: ' (fewer while nothing is heard from them)',
  has: 'has',
  phone: 'phone',
  mailbox: 'mailbox',
  waits: '(one waits to be confirmed)',
  cameBy: 'came by',
  clinic: 'clinic may read',
  research: 'in research',
  yes: 'yes',
  no: 'no',
} as const satisfies PersonWords;
const words: Readonly<Record<Language, Readonly<Record<keyof typeof english, string>>>> = {
  en: english,
  fr: {
    pseudonym: 'pseudonyme',
    status: 'état',
    tips: 'conseils',
    sms: 'par texto',
    email: 'par courriel',
    at: 'à',
    guess: '(supposé)',
    nextTip: 'prochain conseil',
    none: 'aucun',
    pausedUntil: 'en pause jusqu’au',
    failing: 'son adresse ne répond pas',
    notPaused: 'pas en pause',
    language: 'langue',
    en: 'anglais',
    fr: 'français',
    country: 'pays',
    joined: 'inscription',
    given: 'conseils donnés',
    programme: 'programme',
    messages: 'messages',
    over: ' : tous reçus, rien ne vient avant que la personne dise la suite',
    fewer: ' (moins, tant que cette personne ne dit rien)',
    has: 'a',
    phone: 'téléphone',
    mailbox: 'courriel',
    waits: '(une adresse attend d’être confirmée)',
    cameBy: 'est venue par',
    clinic: 'la clinique peut lire',
    research: 'dans la recherche',
    yes: 'oui',
    no: 'non',
  },
};

/** How far somebody is in a programme. It is named by its file, as `codes add --programme` takes it. */
const progress: Readonly<Record<Language, (programme: PersonAtDesk['programme']) => string>> = {
  en: ({ id, had, of }) => `${id}, ${had} of its ${of} tips had`,
  fr: ({ id, had, of }) => `${id}, ${had} de ses ${of} conseils reçus`,
};

/** Somebody's settings as named rows, for the command line and for the desk's page. `cohort` adds the code by which they came. */
export const personInWords = (
  language: Language,
  person: PersonAtDesk,
  cohort?: ShownCohort,
): readonly (readonly [name: string, value: string])[] => {
  const own = words[language];
  const yesNo = (is: boolean): string => (is ? own.yes : own.no);
  const state = status[language][person.status];
  return [
    [own.pseudonym, person.id],
    [own.status, person.stopReason === undefined ? state : `${state} (${stopReasons[language][person.stopReason]})`],
    [
      own.tips,
      `${own[person.tipsBy]} ${own.at} ${person.time}, ${person.zone}${person.zoneSource === 'guess' ? ` ${own.guess}` : ''}`,
    ],
    [own.nextTip, person.nextTip ?? own.none],
    [own.pausedUntil, person.pausedUntil ?? (person.addressFails ? own.failing : own.notPaused)],
    [own.language, own[person.language]],
    [own.country, person.country],
    [own.joined, minute(Date.parse(person.joinedAt))],
    [own.programme, `${progress[language](person.programme)}${person.programme.isOver ? own.over : ''}`],
    [own.messages, `${doseInWords(language, person.dose)}${person.isFewer ? own.fewer : ''}`],
    [own.given, String(person.tipsGiven)],
    [
      own.has,
      `${own.phone} ${yesNo(person.hasPhone)}, ${own.mailbox} ${yesNo(person.hasMailbox)}${person.mailboxWaits ? ` ${own.waits}` : ''}`,
    ],
    ...(cohort ? [[own.cameBy, `${cohort.code}: ${cohort.clinic}, ${cohort.contact}`] as const] : []),
    [own.clinic, yesNo(person.letsClinicRead)],
    [own.research, yesNo(person.letsResearch)],
  ];
};

const moved: Readonly<
  Record<Language, (at: { readonly time: string; readonly place: string; readonly next: string | undefined }) => string>
> = {
  en: ({ time, place, next }) =>
    `Done: their tips come at ${time} by the clock of ${place}, ${next === undefined ? 'but none is to come: the days say why' : `the next on ${next}`}.`,
  fr: ({ time, place, next }) =>
    `C’est fait : les conseils viennent à ${time}, à l’heure de ${place}, ${next === undefined ? 'mais aucun n’est à venir : les jours disent pourquoi' : `le prochain le ${next}`}.`,
};

/** What a move led to: the hour, and the place as it was understood. */
export const movedInWords = (language: Language, { time, zone, nextTip }: PersonAtDesk): string =>
  moved[language]({ time, place: `${cityOf(zone)} (${zone})`, next: nextTip });
