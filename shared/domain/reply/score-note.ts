import type { Token } from './tokens.ts';

/** Directly behind a number, these make it the measure of something else. */
const measures = new Set(
  `second minute hour day week month year night morning time pill tablet dose percent per am pm oclock o'clock km mile
  metre meter mg ml g kg lb step lap rep set stair flight cup glass heure jour semaine mois an fois comprime cachet pour
  min sec hr h m x th st rd nd more less better worse higher lower up down out of point points a`.split(/\s+/),
);
/** Behind a number, even after a comma, these make it a range, a guess, or the first of two. */
const alternatives = new Set(
  'or to till til until maybe perhaps possibly probably ish plus minus then half ou puis environ voire'.split(' '),
);
/** Words that end in s and measure nothing. */
const noPlurals = new Set(
  `this is was as always sometimes unless yes across because besides perhaps less thus has his its alas thanks cheers
  regards does dans depuis mais sans apres`.split(/\s+/),
);
const units = new Set(
  `s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week weeks wk wks month months year
  years yr yrs am pm o'clock oclock km kms m metre metres meter meters mile miles feet ft yards block blocks step steps
  lap laps mg ml g gram grams kg kgs lb lbs pound pounds pill pills tablet tablets tab tabs dose doses time times rep reps
  set sets stair stairs flight flights floor floors glass glasses cup cups people percent paracetamol ibuprofen aspirin
  heure heures jour jours semaine semaines mois an ans annee annees comprime comprimes cachet cachets fois pas etage etages
  nights exercises stretches`.split(/\s+/),
);
const corrections = new Set(
  'wrong wait mistake mistaken oops meant mean typo ignore undo fix correction correct instead erreur trompe'.split(
    ' ',
  ),
);
const otherDays = new Set(
  `yesterday yday hier last ago earlier previously tomorrow demain dernier derniere
  monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche`.split(
    /\s+/,
  ),
);
const comparisons = new Set('since as than like until before unlike from depuis que comme avant'.split(' '));
const leadsToDay = new Set('that this it was is for on of from the score i mean le la de pour'.split(' '));
const harmlessSigns = new Set([...`.,:;!()"'-&`]);
const clauseSigns = new Set([...'.,;:!()']);

const isAmountOf = (unit: Token | undefined): boolean => unit?.kind === 'word' && units.has(unit.text);

const looksPlural = (word: string): boolean =>
  word.length > 2 && word.endsWith('s') && !word.endsWith('ss') && !noPlurals.has(word);

/** "One" counts nothing in "one of those days" and "no one"; it may be a second score at the end of a clause. */
const isFigureOfSpeech = (note: readonly Token[], at: number): boolean => {
  const token = note[at];
  const next = note[at + 1];
  return (
    token?.kind === 'number' &&
    token.whole === 1 &&
    token.end - token.start === 3 &&
    next?.kind === 'word' &&
    !isAmountOf(next)
  );
};

const startsWell = (note: readonly Token[], parted: boolean): boolean => {
  const [first] = note;
  const said = note.findIndex((token) => token.kind !== 'mark');
  const firstSaid = note[said];
  if (first === undefined || (first.kind === 'mark' && !harmlessSigns.has(first.text))) return first === undefined;
  if (firstSaid === undefined) return true;
  if (firstSaid.kind === 'number') return isFigureOfSpeech(note, said) && note[said + 1]?.text === 'of';
  if (alternatives.has(firstSaid.text) || (note.length === said + 1 && /^(?:no|nope|not|non)$/.test(firstSaid.text)))
    return false;
  return parted || first.kind === 'mark' || !(measures.has(first.text) || looksPlural(first.text));
};

const numbersAreMeasured = (note: readonly Token[]): boolean =>
  note.every(
    (token, at) =>
      token.kind !== 'number' ||
      (token.measured && note[at + 1]?.text !== '%') ||
      isAmountOf(note[at + 1]) ||
      isFigureOfSpeech(note, at),
  );

/** Whether no word places the number on another day: in its own clause, or at the start of the next ("6, on Monday"). */
const staysOnToday = (note: readonly Token[]): boolean => {
  const said = note.findIndex((token) => token.kind !== 'mark');
  const end = note.findIndex((token, at) => at > said && clauseSigns.has(token.text));
  const clause = note.slice(Math.max(0, said), end < 0 ? note.length : end);
  if (clauseSigns.has(note[0]?.text ?? '')) {
    const day = clause.find((token) => !leadsToDay.has(token.text));
    return day === undefined || !otherDays.has(day.text);
  }
  return clause.every((token, at) => !otherDays.has(token.text) || comparisons.has(clause[at - 1]?.text ?? ''));
};

/**
 * Whether words that follow "PAIN 6" leave the 6 beyond doubt: no second candidate, no unit right behind it, no other
 * day, no correction. Numbers that plainly measure something (20 minutes) may follow. `parted`: a line end is between.
 */
export const isPlainNote = (note: readonly Token[], parted: boolean): boolean =>
  startsWell(note, parted) &&
  numbersAreMeasured(note) &&
  staysOnToday(note) &&
  !note.some((token) => corrections.has(token.text));
