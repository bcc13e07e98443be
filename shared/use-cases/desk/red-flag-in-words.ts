import type { RedFlagEvent } from '../../domain/desk/red-flag-event.ts';
import type { RedFlagKind } from '../../domain/desk/red-flag-kind.ts';
import type { ReadingClinic } from '../../domain/desk/red-flag-readers.ts';
import type { Language } from '../../domain/people/subscriber.ts';
import type { Alert } from '../../providers/sns/publish-alert.ts';
import type { WaitingFlag } from './handle-worklist.ts';
import { onClockOf } from './tip-in-words.ts';

/** What a red flag asks of staff. What the person said is never told. */
export const kindInWords: Readonly<Record<Language, Readonly<Record<RedFlagKind, string>>>> = {
  en: {
    call: 'call',
    now: 'may need help now',
    today: 'to be seen today',
    asked: 'wants to be called',
    worse: 'three days in a row 2 or more above their own mean',
  },
  fr: {
    call: 'appeler',
    now: 'peut avoir besoin d’aide maintenant',
    today: 'à voir aujourd’hui',
    asked: 'veut être rappelée',
    worse: 'trois jours de suite à 2 ou plus au-dessus de sa propre moyenne',
  },
};

interface OwnerWords {
  readonly has: (who: string, since: string) => string;
  readonly nobody: string;
  readonly told: (contact: string, at: string) => string;
  readonly next: (contact: string, at: string, isFirst: boolean) => string;
  readonly times: (count: number) => string;
}

const ownerWords: Readonly<Record<Language, OwnerWords>> = {
  en: {
    has: (who, since) => `${who} has it since ${since}`,
    nobody: 'nobody has it: ',
    told: (contact, at) => `${contact} was told last (${at})`,
    next: (contact, at) => `${contact} is told next (${at})`,
    times: (count) => (count === 1 ? 'told once' : `told ${count} times`),
  },
  fr: {
    has: (who, since) => `${who} s’en occupe depuis le ${since}`,
    nobody: 'personne ne s’en occupe : ',
    told: (contact, at) => `${contact} a été prévenu en dernier (${at})`,
    next: (contact, at, isFirst) =>
      isFirst ? `${contact} sera prévenu en premier (${at})` : `${contact} le sera ensuite (${at})`,
    times: (count) => `prévenu ${count} fois`,
  },
};

/** Who has a red flag, by name; while nobody does, which contact was told last and which is next, by the clinic's clock. */
export const ownerInWords = (language: Language, flag: WaitingFlag): string => {
  const words = ownerWords[language];
  const { acknowledgedAt, acknowledgedBy = '', acknowledgedAs = acknowledgedBy, told, next, alerts, zone } = flag;
  if (acknowledgedAt !== undefined) return words.has(acknowledgedAs, onClockOf(zone, acknowledgedAt));
  const parts = [
    ...(told === undefined ? [] : [words.told(told.contact, onClockOf(zone, told.at))]),
    ...(next === undefined ? [] : [words.next(next.contact, onClockOf(zone, next.at), told === undefined)]),
    words.times(alerts),
  ];
  return `${words.nobody}${parts.join(', ')}`;
};

interface AlertWords {
  readonly flags: (count: number) => string;
  readonly worse: (count: number) => string;
  readonly and: string;
  readonly wait: (count: number) => string;
  readonly intro: (waiting: string) => string;
  readonly line: (kind: string, since: string, zone: string, told: number) => string;
  readonly who: string;
  readonly haveIt: string;
  readonly lineBelow: string;
  readonly next: string;
}

const alertWords: Readonly<Record<Language, AlertWords>> = {
  en: {
    flags: (count) => (count === 1 ? 'a red flag' : `${count} red flags`),
    worse: (count) => (count === 1 ? 'a pain that is worse' : `${count} pains that are worse`),
    and: 'and',
    wait: (count) => (count === 1 ? 'waits' : 'wait'),
    intro: (waiting) =>
      `For you: ${waiting}. A red flag was answered at once with where to turn; nobody else has it yet.`,
    line: (kind, since, zone, told) => `- ${kind}, since ${since} (${zone}), told before: ${told}`,
    who: 'Who that is, and their number if they said CALL ME:',
    haveIt: 'That you have it, so that nobody else is told:',
    lineBelow: '<the line below the dash>',
    next: 'If nobody has it in 15 minutes, the next contact is told.',
  },
  fr: {
    flags: (count) => (count === 1 ? 'un signal d’alerte' : `${count} signaux d’alerte`),
    worse: (count) => (count === 1 ? 'une douleur qui augmente' : `${count} douleurs qui augmentent`),
    and: 'et',
    wait: (count) => (count === 1 ? 'attend' : 'attendent'),
    intro: (waiting) =>
      `Pour vous : ${waiting}. La personne a aussitôt reçu une réponse qui dit où s’adresser ; personne d’autre ne s’en occupe encore.`,
    line: (kind, since, zone, told) => `- ${kind}, depuis ${since} (${zone}), déjà signalé : ${told}`,
    who: 'Qui c’est, et son numéro si elle a dit RAPPELEZ-MOI :',
    haveIt: 'Que vous vous en occupez, pour que personne d’autre ne soit prévenu :',
    lineBelow: '<la ligne sous le tiret>',
    next: 'Si personne ne s’en occupe dans les 15 minutes, le contact suivant est prévenu.',
  },
};

const waitingInWords = (events: readonly RedFlagEvent[], words: AlertWords): string => {
  const flags = events.filter(({ kind }) => kind !== 'worse').length;
  const worse = events.length - flags;
  const parts = [...(flags > 0 ? [words.flags(flags)] : []), ...(worse > 0 ? [words.worse(worse)] : [])];
  return `${parts.join(` ${words.and} `)} ${words.wait(events.length)}`;
};

/** The alert to a contact of the clinic, in the clinic's language: pseudonyms, how urgent, since when, and what to do. */
export const alertInWords = (
  events: readonly RedFlagEvent[],
  { zone, language = 'en' }: Pick<ReadingClinic, 'zone' | 'language'>,
): Alert => {
  const words = alertWords[language];
  const waiting = waitingInWords(events, words);
  const lines = events.map(
    ({ kind, at, event, alerts }) =>
      `${words.line(kindInWords[language][kind], onClockOf(zone, at), zone, alerts)}\n  ${event}`,
  );
  return {
    // SNS takes a subject of at most 100 ASCII characters.
    subject: `Backbeat: ${waiting.replaceAll('’', "'")}`,
    text: [
      words.intro(waiting),
      '',
      ...lines,
      '',
      words.who,
      '  npm run operator -- worklist',
      words.haveIt,
      `  npm run operator -- acknowledge ${words.lineBelow}`,
      words.next,
    ].join('\n'),
  };
};
