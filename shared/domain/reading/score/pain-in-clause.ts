import type { Behind } from './behind-rules.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** As far as a pain leads to its number over words that no lexicon knows, tokens. */
const farthest = 7;

const subjects: readonly WordClass[] = ['pain-named', 'back-named'];
/** What makes something else of a number, wherever it stands between the two. */
const turning: readonly WordClass[] = [
  ...(['somebody', 'other-part', 'other-measure', 'other-day', 'yesterday', 'wishes', 'supposed', 'in-doubt'] as const),
  ...(['bound', 'denied', 'time-before', 'label', 'unit', 'clause-start', 'takes-back', 'fixes'] as const),
];
/** Verbs of a beginning and an end make an hour of what follows: "my back went at 7", "le dos m'a réveillé à 5". */
const ofAnHour =
  /^(?:start|began|begin|beg|commenc|debut|arriv|woke|wake|reveil|lev|went|go|goes|gone|stop|arret|cess|last|dur|since|depuis|from|until|pass|rdv|physio|kine|appoint|doc|op|surgery|exercis|class|session)/;
const leads = /^(?:a|an|at|to|un|une|is|it|that|me|m|dit|says?|around|about|round|like)$/;

/**
 * "My back got me at 8", "mon dos me dit 7": the pain or the back is what its clause is about, the number ends the clause or
 * a remark follows, and nothing between them counts, dates or hopes.
 */
export const isSaidOfPain = (text: ScoreText, number: NumberSpan, behind: Behind): boolean => {
  if (number.value === null || number.form !== 'plain') return false;
  if (behind.kind !== 'end' && behind.kind !== 'note') return false;
  const last = text.tokens[number.from - 1];
  if (last === undefined || !leads.test(last.text)) return false;
  for (let at = number.from - 1; at >= Math.max(0, number.from - farthest); at -= 1) {
    const token = text.tokens[at];
    if (token === undefined || token.kind === 'number' || token.clause !== text.tokens[number.from]?.clause)
      return false;
    if (text.isMark(at) || ofAnHour.test(token.text)) return false;
    const isSubject = subjects.some((name) => text.startsAt(at, name) !== undefined);
    // "Back at 7" is a return, "mal à 7" may be the hour.
    if (isSubject) return number.from - at > 2;
    if (at < number.from - 1 && turning.some((name) => text.startsAt(at, name) !== undefined)) return false;
  }
  return false;
};
