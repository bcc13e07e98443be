import type { Token } from './tokens.ts';
import { oneTypoApart } from './typo.ts';

const dayNames = `monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi
  dimanche`.split(/\s+/);
const mistyped = ['yesterday', 'tomorrow', ...dayNames.filter((name) => name.length >= 6)];
const otherDays = new Set(
  `yesterday yday hier last lastnight tmrw ago earlier previously tomorrow demain dernier derniere tue tues wed thu thur thurs fri
  january february april june july august september october november december janvier fevrier avril juin juillet aout
  septembre octobre novembre decembre`
    .split(/\s+/)
    .concat(dayNames),
);
/** Days and months only behind a word that makes them one: "on sat", and not "sat too long". */
const shortDays = new Set('sat sun mon mar march may'.split(' '));
const beforeShortDay = new Set('on last next this in'.split(' '));
const comparisons = new Set('since as than like until before unlike from depuis que comme avant'.split(' '));
const leadsToDay = new Set('that this it was is for on of in from the score i mean le la de pour en'.split(' '));
const clauseSigns = new Set([...'.,;:!()']);
/** Two words that place it on another day. */
const otherDay =
  /(?:^| )(?:(?:day|night|evening|week) before|other (?:day|night|week)|past (?:day|few|week|month)|avant (?:- )?hier)(?= |$)/;

/** Yesterday as thumbs write it: yest, ystrday, yesterdy. */
const isYesterday = (word: string): boolean => /^y(?:est|st|ets|tes)/.test(word);

const isOtherDay = (clause: readonly Token[], at: number): boolean => {
  const word = clause[at]?.text ?? '';
  if (shortDays.has(word)) return clause.length === 1 || beforeShortDay.has(clause[at - 1]?.text ?? '');
  // "After a busy weekend" says why it hurts today.
  if (/^week-?ends?$/.test(word))
    return !clause.slice(Math.max(0, at - 6), at).some((token) => /^(?:after|since|apres|depuis)$/.test(token.text));
  return (
    otherDays.has(word) || isYesterday(word) || (word.length >= 5 && mistyped.some((day) => oneTypoApart(day, word)))
  );
};

/** Whether no word places the number on another day: in its own clause, or at the start of the next ("6, on Monday"). */
export const staysOnToday = (note: readonly Token[]): boolean => {
  const said = note.findIndex((token) => token.kind !== 'mark');
  const end = note.findIndex((token, at) => at > said && clauseSigns.has(token.text));
  const clause = note.slice(Math.max(0, said), end < 0 ? note.length : end);
  const first = clause.findIndex((token) => !leadsToDay.has(token.text));
  const words = clause.map((token) => token.text).join(' ');
  if (clauseSigns.has(note[0]?.text ?? '')) return !isOtherDay(clause, first) && otherDay.exec(words)?.index !== 0;
  if (otherDay.test(words)) return false;
  return clause.every((_, at) => !isOtherDay(clause, at) || comparisons.has(clause[at - 1]?.text ?? ''));
};
