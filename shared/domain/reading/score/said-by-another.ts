import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const verbs =
  /^(?:says|said|saying|reckons|thinks|thought|claims|swears|guesses|guess|opinion|words|verdict|view|idea|dit|disait|pense|trouve|croit|estime|affirme|avis|mots)$/;
const according = /^(?:selon|dixit|apparently|according|apres)$/;
/** Behind one of these "says" introduces something else than the number: "my daughter says I should rest". */
const goesOn = /^(?:i|im|ive|id|that|to|we|you|my|the|its|it|que|qu|je|j|de|d|on|ca|c)$/;

/**
 * Whether the number is somebody else's word: "5, that's what my wife says", "6 selon ma femme", "4 enfin c'est mon mari
 * qui dit ça".
 */
export const isSaidByAnother = (text: ScoreText, { from, to: end }: NumberSpan): boolean => {
  const { tokens } = text;
  const sentence = tokens[from]?.sentence;
  for (let at = end; at < tokens.length && at - end < 14 && tokens[at]?.sentence === sentence; at += 1) {
    const to = text.startsAt(at, 'somebody');
    if (to === undefined) continue;
    const near = tokens.slice(Math.max(end, at - 3), at).map(({ text: word }) => word);
    if (near.some((word) => according.test(word))) return true;
    // "Says my wife" and "my wife says" count if nothing else is said behind them.
    if (near.some((word) => verbs.test(word)) && near.length <= 3 && at - end <= 3) return true;
    const verb = [to, to + 1].find((where) => verbs.test(tokens[where]?.text ?? ''));
    if (verb === undefined) continue;
    const behind = tokens[verb + 1];
    const isWhole =
      behind === undefined || behind.kind === 'mark' || /^(?:ca|cela|so|it|that|anyway)$/.test(behind.text);
    const ends = tokens[verb + 2];
    if (isWhole && (behind === undefined || behind.kind === 'mark' || ends === undefined || ends.kind === 'mark'))
      return true;
    if (isWhole && !goesOn.test(ends?.text ?? '')) return true;
  }
  return false;
};
