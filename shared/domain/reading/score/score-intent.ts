import type { Intent } from '../intent.ts';
import type { NumberRole } from './number-role.ts';
import { noteAround } from './score-note.ts';
import type { ScoreText } from './score-text.ts';

/** A number was meant, and which is not known. */
export const unclear: Intent = { kind: 'unclear', about: 'score' };

const withNote = (text: ScoreText, role: NumberRole): { readonly note: string } | Record<never, never> => {
  const note = noteAround(text, role);
  return note === undefined ? {} : { note };
};

/** Asked about by its value. */
export const inDoubt = (text: ScoreText, role: NumberRole): Intent => {
  const score = role.number.value;
  return score === null ? unclear : { kind: 'score-in-doubt', score, day: role.day, ...withNote(text, role) };
};

/** Written down, for its day. */
export const logged = (text: ScoreText, role: NumberRole): Intent => {
  const score = role.number.value;
  if (score === null) return unclear;
  return { kind: role.day === 'yesterday' ? 'yesterday' : 'score', score, ...withNote(text, role) };
};
