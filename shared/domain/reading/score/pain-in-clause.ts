import type { Behind } from './behind-rules.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** A pain leads to its number over at most this many unknown words. */
const farthest = 7;

const subjects: readonly WordClass[] = ['pain-named', 'back-named'];
/** Words that make something else of a number, wherever they stand between it and the pain. */
const turning: readonly WordClass[] = [
  ...(['somebody', 'other-part', 'other-measure', 'other-day', 'yesterday', 'wishes', 'supposed', 'in-doubt'] as const),
  ...(['bound', 'denied', 'time-before', 'label', 'unit', 'clause-start', 'takes-back', 'fixes'] as const),
];
/** Verbs of a beginning or an end make an hour of what follows: "my back went at 7", "le dos m'a réveillé à 5". */
const ofAnHour =
  /^(?:start|began|begin|beg|commenc|debut|arriv|woke|wake|reveil|lev|went|go$|goes|gone|goin|stop|arret|cess|last|dur|since|depuis|from|until|pass|rdv|physio|kine|appoint|doc|op|surgery|exercis|class|session)/;
const leads = /^(?:a|an|at|to|un|une|is|it|that|me|m|dit|says?|around|about|round|like)$/;

/**
 * Whether the pain or the back is the subject of the number's clause: "my back got me at 8", "mon dos me dit 7". The number
 * must end the clause or lead on to a remark, and nothing between may count, date or hope.
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
    // "Back at 7" is a return, and "mal à 7" may tell the hour.
    if (isSubject) return number.from - at > 2;
    if (at < number.from - 1 && turning.some((name) => text.startsAt(at, name) !== undefined)) return false;
  }
  return false;
};
