import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

const exceptives = /^(?:except|excepting|excluding|bar|barring|sauf|excepte|hormis)$/;
const wholes = /^(?:all|every|each|everything|none|nothing|any|tous|toutes|chaque)$/;
const partsOfWholes = /^(?:days?|times?|nights?|mornings?|weeks?|one|of|them)$/;
const leavesOut = /^(?:miss|missed|skipped|forgot|manque|saute|rate|oublie)$/;
/** Whether the number counts what was left out: "all but one", "every day except 2", "missed 2". */
export const countsWhatIsLeftOut = (text: ScoreText, number: NumberSpan): boolean => {
  const wordAt = (far: number): string => text.tokens[number.from - far]?.text ?? '';
  const far = /^(?:for|only|just)$/.test(wordAt(1)) ? 2 : 1;
  if (exceptives.test(wordAt(far)) || leavesOut.test(wordAt(far))) return true;
  if (wordAt(far) !== 'but') return false;
  let at = far + 1;
  while (partsOfWholes.test(wordAt(at))) at += 1;
  return wholes.test(wordAt(at)) && wordAt(at + 1) !== 'at';
};
