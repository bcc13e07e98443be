import type { Behind } from './behind-rules.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import type { Situation } from './situate-number.ts';

const heldBy =
  /^(?:a|at|on|about|around|ete|ai|j|jai|suis|jsuis|chui|reste|restee?|encore|toujours|still|been|ive|i|ve|m|im|oui|yes|yeah|hi|hello|doc|bonjour|salut|coucou|mal|dos|douleur|pain|back)$/;
const lastingWords =
  /^(?:all (?:day|week|night|morning|afternoon|evening)|the whole (?:day|week|night)|toute la (?:semaine|journee|matinee|nuit|soiree)|tout le (?:temps|week end)|depuis|since|non stop|nonstop|constantly|every day|tous les jours)\b/;
/** Whether an "at" leads to a level that is held rather than to an hour: "à 7 toute la semaine", "été à 6 depuis lundi". */
export const isHeld = (text: ScoreText, number: NumberSpan, situation: Situation): boolean => {
  if (number.value === null || situation.doubt !== undefined) return false;
  const words = text.tokens.slice(number.to, number.to + 3).map((token) => token.text);
  return lastingWords.test(words.join(' ')) && isHeldBefore(text, number);
};

/** Whether the sentence before the number holds only words of a level that is held. */
const isHeldBefore = (text: ScoreText, number: NumberSpan): boolean =>
  text.tokens
    .slice(0, number.from)
    .every(
      (token) =>
        token.sentence !== text.tokens[number.from]?.sentence || token.kind === 'mark' || heldBy.test(token.text),
    );

/**
 * Whether "still at" tells that the level is as before: "still at 6", "hi doc still at 6 today". An hour would have a
 * subject that is still there.
 */
export const isStillAt = (text: ScoreText, number: NumberSpan, behind: Behind, situation: Situation): boolean => {
  const [two, one] = [text.tokens[number.from - 2]?.text ?? '', text.tokens[number.from - 1]?.text ?? ''];
  return (
    number.value !== null &&
    situation.doubt === undefined &&
    /^(?:still|toujours|encore)$/.test(two) &&
    /^(?:at|a)$/.test(one) &&
    /^(?:end|note)$/.test(behind.kind) &&
    isHeldBefore(text, number)
  );
};
