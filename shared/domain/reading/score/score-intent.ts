import type { Intent } from '../intent.ts';
import type { NumberRole } from './number-role.ts';
import { noteAround } from './score-note.ts';
import type { ScoreText } from './score-text.ts';

/** A score was meant, but it is unknown which. */
export const unclear: Intent = { kind: 'unclear', about: 'score' };

const withNote = (text: ScoreText, role: NumberRole): { readonly note: string } | Record<never, never> => {
  const note = noteAround(text, role);
  return note === undefined ? {} : { note };
};

/** The intent to ask about a number by its value. */
export const inDoubt = (text: ScoreText, role: NumberRole): Intent => {
  const score = role.number.value;
  return score === null ? unclear : { kind: 'score-in-doubt', score, day: role.day, ...withNote(text, role) };
};

/** The intent to write a number down for its day. */
export const logged = (text: ScoreText, role: NumberRole): Intent => {
  const score = role.number.value;
  if (score === null) return unclear;
  return { kind: role.day === 'yesterday' ? 'yesterday' : 'score', score, ...withNote(text, role) };
};
