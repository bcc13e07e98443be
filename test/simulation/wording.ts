import type { Language } from '../../shared/domain/people/subscriber.ts';

/** A text as somebody words it: the same draws say the same things in either language. */
export const worded = ({ language }: { readonly language: Language }, words: string): string =>
  language === 'en' ? words : words.replace(/^[A-Z]+/, (keyword) => inFrench[keyword] ?? keyword);

/** They turn to the other language, and say so. */
export const turn = (person: { language: Language }): string => {
  person.language = person.language === 'en' ? 'fr' : 'en';
  return person.language === 'en' ? 'LANG EN' : 'LANG FR';
};

/** The keywords that have a French one. START and STOP are the carriers' own. */
const inFrench: Readonly<Record<string, string>> = {
  JOIN: 'INSCRIPTION',
  PAIN: 'DOULEUR',
  TIME: 'HEURE',
  ZONE: 'FUSEAU',
  RESUME: 'REPRENDRE',
  TIP: 'CONSEIL',
  DIARY: 'JOURNAL',
  EMAIL: 'COURRIEL',
  ERASE: 'EFFACER',
  UNDO: 'ANNULE',
  HELPED: 'UTILE',
  SKIP: 'PASSE',
  NOTFORME: 'PASPOURMOI',
  AGAIN: 'ENCORE',
  DAILY: 'QUOTIDIEN',
  LESS: 'MOINS',
  ALWAYS: 'TOUJOURS',
  SOMETIMES: 'PARFOIS',
  NEVER: 'JAMAIS',
  WEEKLY: 'HEBDO',
  WALK: 'MARCHE',
  TIPS: 'CONSEILS',
  ACTIVITY: 'ACTIVITE',
  GOAL: 'OBJECTIF',
  DONE: 'FAIT',
  NOTYET: 'PASENCORE',
};
