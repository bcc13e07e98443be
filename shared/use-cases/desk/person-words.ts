import type { Channel, Language, StopReason, SubscriptionStatus } from '../../domain/people/subscriber.ts';
import { languageInWords } from './language-in-words.ts';

/** All that staff are told of somebody, in one language, for the command line and the desk's pages. */
export interface PersonWords {
  readonly statuses: Readonly<Record<SubscriptionStatus, string>>;
  readonly stopReasons: Readonly<Record<StopReason, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly byChannel: Readonly<Record<Channel, string>>;
  /** The names of what is told. */
  readonly names: Readonly<Record<Name, string>>;
  readonly tipsAt: (channel: string, time: string) => string;
  /** A city, and the date and time that it is there. */
  readonly place: (city: string, date: string, time: string) => string;
  readonly guess: string;
  readonly none: string;
  readonly until: (date: string) => string;
  readonly failing: string;
  readonly notPaused: string;
  readonly progress: (name: string, had: number, of: number) => string;
  readonly over: string;
  readonly fewer: string;
  readonly phone: Readonly<Record<'yes' | 'no', string>>;
  readonly mailbox: Readonly<Record<'yes' | 'no', string>>;
  readonly waits: string;
  readonly yes: string;
  readonly no: string;
  readonly moved: (at: { readonly time: string; readonly place: string; readonly next: string | undefined }) => string;
}

type Name =
  | 'pseudonym'
  | 'status'
  | 'tips'
  | 'place'
  | 'nextTip'
  | 'pause'
  | 'language'
  | 'country'
  | 'joined'
  | 'programme'
  | 'messages'
  | 'given'
  | 'has'
  | 'cameBy'
  | 'clinic'
  | 'research';

const english: PersonWords = {
  statuses: {
    active: 'with us',
    pending: 'signed up; their mailbox has not confirmed',
    stopped: 'has left, and gets nothing',
    erasing: 'is being deleted',
  },
  stopReasons: {
    'opt-out': 'they asked for it, or said STOP',
    'wrong-number': 'the number is somebody else’s',
    'carrier-opt-out': 'they said STOP to the carrier',
    unreachable: 'texts do not reach that number',
    bounce: 'their mailbox refuses mail',
    complaint: 'they marked a mail as unwanted',
  },
  languages: languageInWords.en,
  byChannel: { sms: 'by text', email: 'by mail' },
  names: {
    pseudonym: 'pseudonym',
    status: 'how it stands',
    tips: 'tips',
    place: 'where they are',
    nextTip: 'next tip',
    pause: 'paused',
    language: 'language',
    country: 'country',
    joined: 'joined',
    programme: 'programme',
    messages: 'messages',
    given: 'tips given',
    has: 'has given',
    cameBy: 'came by',
    clinic: 'clinic may read',
    research: 'in research',
  },
  tipsAt: (channel, time) => `${channel} at ${time}`,
  place: (city, date, time) => `${city}, where it is ${date} ${time}`,
  guess: ' now (a guess by their number: nobody has said)',
  none: 'none',
  until: (date) => `up to and including ${date}`,
  failing: 'nothing arrives: one tip is tried a week',
  notPaused: 'no',
  progress: (name, had, of) => `${name}: ${had} of ${of} had`,
  over: '; nothing comes before they say what is next',
  fewer: ' (fewer while nothing is heard from them)',
  phone: { yes: 'a phone', no: 'no phone' },
  mailbox: { yes: 'a mailbox', no: 'no mailbox' },
  waits: ' (one waits to be confirmed)',
  yes: 'yes',
  no: 'no',
  moved: ({ time, place, next }) =>
    `Done: their tips come at ${time} by the clock of ${place} now, ${next === undefined ? 'but none is to come: the days say why' : `the next on ${next}`}.`,
};

const french: PersonWords = {
  statuses: {
    active: 'parmi nous',
    pending: 'inscription faite ; son adresse de courriel n’a pas confirmé',
    stopped: 'partie, ne reçoit rien',
    erasing: 'en cours d’effacement',
  },
  stopReasons: {
    'opt-out': 'à sa demande, ou par STOP',
    'wrong-number': 'le numéro est celui d’une autre personne',
    'carrier-opt-out': 'STOP a été dit à l’opérateur',
    unreachable: 'les textos n’atteignent pas ce numéro',
    bounce: 'son adresse de courriel refuse le courrier',
    complaint: 'un courriel a été signalé comme indésirable',
  },
  languages: languageInWords.fr,
  byChannel: { sms: 'par texto', email: 'par courriel' },
  names: {
    pseudonym: 'pseudonyme',
    status: 'état',
    tips: 'conseils',
    place: 'lieu',
    nextTip: 'prochain conseil',
    pause: 'pause',
    language: 'langue',
    country: 'pays',
    joined: 'inscription',
    programme: 'programme',
    messages: 'messages',
    given: 'conseils donnés',
    has: 'a donné',
    cameBy: 'est venue par',
    clinic: 'la clinique peut lire',
    research: 'dans la recherche',
  },
  tipsAt: (channel, time) => `${channel} à ${time}`,
  place: (city, date, time) => `${city}, où il est ${time} le ${date}`,
  guess: ' (supposé d’après son numéro : personne ne l’a dit)',
  none: 'aucun',
  until: (date) => `jusqu’au ${date} compris`,
  failing: 'rien n’arrive : un conseil est essayé par semaine',
  notPaused: 'aucune',
  progress: (name, had, of) => `${name} : ${had} sur ${of} reçus`,
  over: ' ; rien ne vient avant que cette personne dise la suite',
  fewer: ' (moins, tant que cette personne ne dit rien)',
  phone: { yes: 'un téléphone', no: 'pas de téléphone' },
  mailbox: { yes: 'une adresse de courriel', no: 'pas d’adresse de courriel' },
  waits: ' (une attend d’être confirmée)',
  yes: 'oui',
  no: 'non',
  moved: ({ time, place, next }) =>
    `C’est fait : les conseils viennent à ${time}, à l’heure de ${place}, ${next === undefined ? 'mais aucun n’est à venir : les jours disent pourquoi' : `le prochain le ${next}`}.`,
};

/** What staff are told of somebody, by language. */
export const personWords: Readonly<Record<Language, PersonWords>> = { en: english, fr: french };
