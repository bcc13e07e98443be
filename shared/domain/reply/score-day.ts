import { gatedPattern } from '../gated-pattern.ts';
import type { Token } from './tokens.ts';
import { oneTypoApart } from './typo.ts';

const dayNames = `monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
  dimanche`.split(/\s+/);
const mistyped = ['yesterday', 'tomorrow', ...dayNames.filter((name) => name.length >= 6)];
const otherDays = new Set(
  `yesterday yday hier last lastnight tmrw ago earlier previously tomorrow demain dernier derniere tue tues wed thu thur thurs fri
  january february april june july august september october november december janvier fevrier mars avril mai juin
  juillet aout septembre octobre novembre decembre derniers dernieres veille lendemain auparavant autrefois jadis tantot
  lun ven noel`
    .split(/\s+/)
    .concat(dayNames),
);
/** Days and months only behind a word that makes them one: "on sat", and not "sat too long". */
const shortDays = new Set(
  `sat sun mon mar march may jan feb apr jun jul aug sep oct nov dec mer jeu sam dim janv fev fevr avr juil passe
  passee`.split(/\s+/),
);
const beforeShortDay = new Set('on last next this in ce le du en de'.split(' '));
const comparisons = new Set('since as than like until before unlike from depuis que comme avant'.split(' '));
const leadsToDay = new Set(
  `that this it was is for on of in from the score i mean ce le la de pour en du au c'est cest c'etait cetait
  etait`.split(/\s+/),
);
const clauseSigns = new Set([...'.,;:!()']);
/** Several words that place it on another day; but "il y a du mieux" tells of today. */
export const otherDay = gatedPattern(
  `before,other,past,avant,autre,nuit, we,y a,passe,tout a,plus tot,- la,ago,lun ,mar ,mer ,jeu ,ven ,sam ,dim `.split(
    ',',
  ),
  () =>
    `(?:^| )(?:${[
      '(?:day|night|evening|week) before|other (?:day|night|week)|past (?:day|few|week|month)',
      "(?:l'? ?)?avant (?:- )?(?:hier|veille)|(?:l'? ?|1 )?autre (?:jour|matin|soir|nuit|fois|semaine)|cette nuit|(?:ce|le|du) we",
      "(?:il )?y a(?! (?:du|eu|toujours|pas|rien|(?:un|1) peu|beaucoup|trop|de(?! cela| ca)|des(?! (?:jour|semaine|mois|an)))(?= )| d')",
      "(?:(?:l'? ?)?(?:an|annee|ete|hiver|automne)|printemps|mois|semaine|jours?|nuit|soiree|fois|week ?(?:- ?)?end|weekend) passee?s?",
      "(?:jour|soir|nuit|semaine|mois) d'? ?avant|(?:jour|matin|soir|nuit) - la|tout a l'? ?heure|plus tot",
      '(?:lun|mar|mer|jeu|ven|sam|dim) (?:matin|midi|apres|soir|nuit)',
      '(?:(?:an?|few|couple|of|long|[0-9]+) ){1,3}(?:time|hour|day|night|week|month|year)s? ago',
    ].join('|')})(?= |$)`,
);

/** Yesterday as thumbs write it: yest, ystrday, yesterdy. */
const isYesterday = (word: string): boolean => /^y(?:est|st|ets|tes)/.test(word);

/** The word behind this one, with the hyphen before it. */
const behind = (clause: readonly Token[], at: number): string => {
  const next = clause[at + 1]?.text ?? '';
  return next === '-' ? `- ${clause[at + 2]?.text ?? ''}` : next;
};

const isOtherDay = (clause: readonly Token[], at: number): boolean => {
  const word = clause[at]?.text ?? '';
  if (shortDays.has(word)) return clause.length === 1 || beforeShortDay.has(clause[at - 1]?.text ?? '');
  // "After a busy weekend" says why it hurts today.
  if (/^week-?ends?$/.test(word) || (word === 'week' && /^(?:- ?)?ends?$/.test(behind(clause, at))))
    return !clause.slice(Math.max(0, at - 6), at).some((token) => /^(?:after|since|apres|depuis)$/.test(token.text));
  return (
    otherDays.has(word) || isYesterday(word) || (word.length >= 5 && mistyped.some((day) => oneTypoApart(day, word)))
  );
};

/** "Since Monday", "comme la veille", "depuis le mois de mars". */
const isCompared = (clause: readonly Token[], at: number): boolean => {
  const [before, article] = [clause[at - 2]?.text ?? '', clause[at - 1]?.text ?? ''];
  if (comparisons.has(article) || (/^l[ea]$/.test(article) && comparisons.has(before))) return true;
  return clause.slice(Math.max(0, at - 4), at).some((token) => token.text === 'depuis');
};

/** Whether no word places the number on another day: in its own clause, or at the start of the next ("6, on Monday"). */
export const staysOnToday = (note: readonly Token[]): boolean => {
  const said = note.findIndex((token) => token.kind !== 'mark');
  const end = note.findIndex((token, at) => at > said && clauseSigns.has(token.text));
  const clause = note.slice(Math.max(0, said), end < 0 ? note.length : end);
  const first = clause.findIndex((token) => !leadsToDay.has(token.text));
  const words = (from: number): string =>
    clause
      .slice(from)
      .map((token) => token.text)
      .join(' ');
  if (clauseSigns.has(note[0]?.text ?? ''))
    return !isOtherDay(clause, first) && otherDay.exec(words(Math.max(0, first)))?.index !== 0;
  if (otherDay.test(words(0))) return false;
  return clause.every((_, at) => !isOtherDay(clause, at) || isCompared(clause, at));
};
