import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const takes =
  /^(?:knocked|knock|took|taken|take|shaved|dropped|drop|lost|shed|gained|gagne|gagnes|perdu|perds|enleve|retire|baisse|monte|down|up|improved|better|worse|mieux)$/;
const by = /^(?:de|by|about|environ|at|least|another|a|good|the)$/;

/** Whether the number is a change and not a score: "knocked 2 off", "gagné 2", "hop, plus 2". */
export const isChange = (text: ScoreText, number: NumberSpan): boolean => {
  const word = (at: number): string => text.tokens[at]?.text ?? '';
  const behind = `${word(number.to)} ${word(number.to + 1)}`;
  let before = number.from - 1;
  while (before >= 0 && number.from - before <= 3 && by.test(word(before))) before -= 1;
  const isTaken = takes.test(word(before));
  if (isTaken && /^(?:off|points?|de (?:moins|plus|mieux)|crans?|notch|notches)\b/.test(behind)) return true;
  if (/^(?:de moins|de mieux|de plus|points? de|crans? de)\b/.test(behind) && number.value !== null) return true;
  // "2 down on yesterday".
  if (/^(?:down|up|off) on\b/.test(behind)) return true;
  // "Plus 2", "moins 2", by itself in its clause.
  const isSigned = /^(?:plus|moins|minus)$/.test(word(number.from - 1));
  const start = text.tokens[number.from - 2];
  return isSigned && (start === undefined || start.kind === 'mark') && text.tokens[number.to]?.kind !== 'number';
};
