import type { Before } from './before-number.ts';
import { isForSomebody } from './behind-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import { holds, leadWords, type Region, type Regions } from './region.ts';
import type { ScoreText } from './score-text.ts';

/** "6 for my wife", "6, for my wife", "6 today for my wife"; not "2 after pilates for mums". */
const isSaidOf = (text: ScoreText, number: NumberSpan, at: number): boolean =>
  at === number.to ||
  text.tokens[at - 1]?.kind === 'mark' ||
  text.longestUpTo(at, [
    'right-now',
    'opening',
    'link',
    'copula',
    'says-score',
    'pain-named',
    'back-named',
    'score-named',
    'clause-start',
    'yesterday',
  ]) !== undefined ||
  leadWords.has(text.tokens[at - 1]?.text ?? '');

const reports = /^(?:says|reckons|thinks|claims|swears|guesses|dit|disent|pense|trouve|croit|estime)$/;
const ownSubjects =
  /^(?:back|spine|body|it|that|scale|pain|je|j|i|on|dos|corps|douleur|ca|me|m|c|moi|vous|tu|et|deja|l|gut|app|diary|book|note|thermometer)$/;

/** "Luke says I look like a 6": what somebody else makes of it; "my back says 6" is the person's own. */
const isReported = (text: ScoreText, region: Region, clause: number | undefined): boolean => {
  for (let at = region.from + 1; at < region.to; at += 1) {
    const token = text.tokens[at];
    if (token !== undefined && reports.test(token.text) && !ownSubjects.test(text.tokens[at - 1]?.text ?? ''))
      return token.clause === clause;
  }
  return false;
};

const possessive = new Set(['her', 'his', 'their', 'sa', 'leur']);
const ofDay =
  /^(?:todays|yesterdays|tonights|mornings|evenings|afternoons|nights|weeks|days|its|lets|thats|whats|heres|theres)$/;

/** "Daddy's back is 8", "my momma back stay on 8": somebody's name, or somebody, right before the pain. */
const isOwnedByOther = (text: ScoreText, from: number): boolean => {
  const owner = text.tokens[from - 1];
  if (owner === undefined) return false;
  if (possessive.has(owner.text) || text.endsAt(from, 'somebody') !== undefined) return true;
  const { original, normalised } = text.read;
  const typed = original.slice(normalised.at[owner.start], normalised.at[owner.end]);
  return /\p{L}['’]s$/u.test(typed) && !ofDay.test(owner.text);
};

/** Where the pain or the back is named last before a number, if it is. */
const namedAt = (text: ScoreText, region: Region): number | undefined => {
  for (let at = region.to - 1; at >= region.from; at -= 1)
    if (text.startsAt(at, 'pain-named') !== undefined || text.startsAt(at, 'back-named') !== undefined) return at;
  return undefined;
};

/** Whether a number is, or may be, somebody else's. */
export const isSomebodys = (text: ScoreText, number: NumberSpan, before: Before, region: Regions): boolean => {
  const clause = text.tokens[number.from]?.clause;
  const named = namedAt(text, region.before);
  const isOwned = before.isNamed || before.kind === 'pain';
  if (named !== undefined && isOwned && isOwnedByOther(text, named)) return true;
  if (isOwned ? isOwnedByOther(text, before.from) : holds(text, region.before, 'somebody', clause)) return true;
  if (isReported(text, region.before, clause)) return true;
  for (let at = number.to; at < region.behind.to; at += 1)
    if (isForSomebody(text, at) && isSaidOf(text, number, at)) return true;
  return false;
};
