import type { ScoreText } from './score-text.ts';

/** "6, for my wife", "6 (my wife)"; but "6 my dog pulled me" tells why it hurts. */
export const isForSomebody = (text: ScoreText, at: number): boolean => {
  const to = text.startsAt(at, 'for-somebody');
  // "Mes frères" are spoken to.
  if (to === undefined || text.tokens[at]?.text === 'mes') return false;
  return /^(?:for|pour|according|de)$/.test(text.tokens[at]?.text ?? '') || text.tokens[to]?.kind !== 'word';
};
