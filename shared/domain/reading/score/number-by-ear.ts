import { numberHeard } from './number-homophones.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

/** Words that are rare in themselves. Where the pain leads to one, it is a number that was misheard. */
const rare = /^(?:won|tree|fore|fife|sics|ate)$/;
const leads: readonly WordClass[] = ['pain-named', 'copula'];

/**
 * The score that a text without a number seems to have been dictated as, to be asked about: "ate" alone, "pain for" at the
 * end, "pain score is ate and…". Undefined if there is none.
 */
export const scoreByEar = (text: ScoreText): number | undefined => {
  const { tokens } = text;
  const [first] = tokens;
  if (tokens.length === 1) return rare.test(first?.text ?? '') ? numberHeard(first) : undefined;
  let isNamed = false;
  for (let at = 1; at < tokens.length; at += 1) {
    const isLed = leads.some((name) => text.endsAt(at, name) !== undefined);
    isNamed ||= text.startsAt(at - 1, 'pain-named') !== undefined;
    if (!isLed || !isNamed || numberHeard(tokens[at]) === undefined) continue;
    if (rare.test(tokens[at]?.text ?? '') || (at === tokens.length - 1 && at <= 2)) return numberHeard(tokens[at]);
  }
  return undefined;
};

const eaters = /^(?:i|we|he|she|they|you|just|have|has|had|and|never|only|who|it|dog|cat|not)$/;
/** Whether a second number was heard as another word beside the one that was read: "pain six mornin ate by dark". */
export const hasRivalByEar = ({ tokens }: ScoreText): boolean =>
  tokens.some(
    ({ text: word }, at) =>
      word === 'ate' &&
      /^(?:by|now|tonight)$/.test(tokens[at + 1]?.text ?? '') &&
      !eaters.test(tokens[at - 1]?.text ?? ''),
  );
