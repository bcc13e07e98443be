import type { Sentence } from '../../domain/desk/sentence.ts';
import type { Language } from '../../domain/people/subscriber.ts';
import { zoneLabel } from '../../domain/time/zone-names.ts';
import type { ImportedRow, ListedRow, RowFate } from './invite-people.ts';

const hourOf = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** The fates that read the same for every row. */
const plain: Readonly<
  Record<
    Exclude<RowFate['kind'], 'no-proof' | 'faulty' | 'same-as' | 'waits' | 'invite' | 'invited' | 'no-such-code'>,
    Sentence
  >
> = {
  number: {
    en: 'a number, which is never texted first: give them a card',
    fr: 'un numéro, auquel nous n’écrivons jamais les premiers : donnez une carte',
  },
  'opted-out': {
    en: 'not invited: they opted out where the list comes from',
    fr: 'pas d’invitation : cette personne s’est désinscrite là d’où vient la liste',
  },
  'other-channel': {
    en: 'left out: neither a mailbox nor a number',
    fr: 'laissée de côté : ni adresse de courriel ni numéro',
  },
  'with-us': { en: 'with us already', fr: 'déjà parmi nous' },
  stopped: {
    en: 'not invited: they have left, and only they can come back',
    fr: 'pas d’invitation : cette personne est partie, et elle seule peut revenir',
  },
  erasing: {
    en: 'not invited: everything about them is being deleted',
    fr: 'pas d’invitation : tout ce qui concerne cette personne est en cours d’effacement',
  },
  asked: {
    en: 'asked already: their mail waits to be confirmed',
    fr: 'invitation déjà envoyée : le courriel attend d’être confirmé',
  },
  'invited-before': {
    en: 'invited before, and nobody is invited twice: give them a card',
    fr: 'invitation envoyée auparavant, et jamais deux fois : donnez une carte',
  },
  suppressed: {
    en: 'not invited: mail to that address bounced or was called spam; give them a card',
    fr: 'pas d’invitation : un courriel à cette adresse est revenu ou a été signalé comme indésirable ; donnez une carte',
  },
  'in-doubt': {
    en: 'in doubt: a run that broke off may have invited them, and it is not done again: give them a card',
    fr: 'incertain : un essai interrompu a peut-être envoyé l’invitation, et elle n’est pas renvoyée : donnez une carte',
  },
  busy: {
    en: 'another run is at it, or broke off just now: run this again in ten minutes',
    fr: 'un autre essai est en cours, ou vient de s’interrompre : recommencez dans dix minutes',
  },
};

const sentenceOf = (fate: RowFate): Sentence => {
  switch (fate.kind) {
    // The zone is named as it was understood, because a misspelt place may be taken for another one.
    case 'invite':
      return {
        en: `would be invited, by one mail that asks to confirm (${zoneLabel(fate.zone, 'en')})`,
        fr: `invitation prévue, par un courriel qui demande de confirmer (${zoneLabel(fate.zone, 'fr')})`,
      };
    case 'invited':
      return {
        en: `invited, by one mail that asks to confirm (${zoneLabel(fate.zone, 'en')})`,
        fr: `invitation envoyée, par un courriel qui demande de confirmer (${zoneLabel(fate.zone, 'fr')})`,
      };
    case 'no-such-code':
      return {
        en: `not invited: nobody gets in by the code ${fate.code}: write one that codes lists, or none`,
        fr: `pas d’invitation : personne n’entre par le code ${fate.code} : écrivez un code en vigueur, ou aucun`,
      };
    case 'no-proof':
      return {
        en: `not invited, because ${fate.why.en}: give them a card`,
        fr: `pas d’invitation, car ${fate.why.fr} : donnez une carte`,
      };
    case 'faulty':
      return { en: `not read: ${fate.why.en}`, fr: `pas lue : ${fate.why.fr}` };
    case 'same-as':
      return {
        en: `left out: the same mailbox as line ${fate.line}`,
        fr: `laissée de côté : la même adresse de courriel qu’à la ligne ${fate.line}`,
      };
    case 'waits':
      return fate.until === undefined
        ? { en: 'waits: this month’s mails are used up', fr: 'attend : les courriels de ce mois sont épuisés' }
        : {
            en: `waits: this hour’s mails are used up, run this again after ${hourOf(fate.until)}`,
            fr: `attend : les courriels de cette heure sont épuisés, recommencez après ${hourOf(fate.until)}`,
          };
    default:
      return plain[fate.kind];
  }
};

/** What becomes of a row, in a sentence that names no address: whoever holds the list sees which line is meant. */
export const importedRowInWords = (language: Language, fate: RowFate): string => sentenceOf(fate)[language];

const groups: readonly (readonly [words: Sentence, kinds: readonly RowFate['kind'][]])[] = [
  [{ en: 'would be invited', fr: 'invitations prévues' }, ['invite']],
  [{ en: 'invited', fr: 'invitations envoyées' }, ['invited']],
  [
    { en: 'to be given a card', fr: 'cartes à donner' },
    ['number', 'no-proof', 'invited-before', 'suppressed', 'in-doubt'],
  ],
  [
    {
      en: 'faulty rows: mend them in the list and run this again',
      fr: 'lignes fautives : corrigez-les dans la liste et recommencez',
    },
    ['faulty', 'no-such-code'],
  ],
  [{ en: 'wait: run this again', fr: 'en attente : recommencez' }, ['waits', 'busy']],
  [
    { en: 'need nothing', fr: 'rien à faire' },
    ['with-us', 'asked', 'same-as', 'stopped', 'erasing', 'opted-out', 'other-channel'],
  ],
];

/** How many rows came to what. Groups without a row are left out. */
export const importCountsInWords = (
  language: Language,
  rows: readonly ImportedRow[],
): readonly (readonly [count: number, words: string])[] =>
  groups.flatMap(([words, kinds]) => {
    const amount = rows.filter(({ fate }) => kinds.includes(fate.kind)).length;
    return amount > 0 ? [[amount, words[language]] as const] : [];
  });

/** Gives a row the code that was named for the whole list, unless the row names one itself. */
export const withCode = (row: ListedRow, code: string | undefined): ListedRow =>
  code !== undefined && 'fields' in row && !row.fields.code ? { ...row, fields: { ...row.fields, code } } : row;
