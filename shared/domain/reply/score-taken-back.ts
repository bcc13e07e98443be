import { gatedPattern } from '../gated-pattern.ts';
import { lazily } from '../lazily.ts';
import type { Token } from './tokens.ts';

const corrections = new Set(
  `wrong wait mistake mistaken oops meant mean typo ignore undo fix correction correct instead erreur trompe incorrect
  false nvm nevermind kidding joking jk disregard`.split(/\s+/),
);
const somebody =
  '(?:wife|husband|mum|mom|mother|dad|father|son|daughter|sister|brother|friend|partner|girlfriend|boyfriend|spouse|kid|child|dog|cat|patient|boss|neighbou?r|femme|mari|mere|pere|fils|fille)';
/** Words that take back, or belong to somebody else, wherever they stand. */
export const takenBackAnywhere = gatedPattern(
  'scratch strike cancel forget delete remove never take right true for pour'.split(' '),
  () =>
    `(?:^| )(?:(?:scratch|strike|cancel|forget|delete|remove) (?:that|it|this)|never mind|take (?:it|that) back|not (?:right|true)|isn?'?t (?:right|true)|for (?:my|his|her|our) ${somebody}|pour (?:ma|mon) ${somebody})(?= |$)`,
);
/** Words that follow a number to say of it what it is not: "is too low", "at least", "and up". */
const atTheStart = lazily(
  () =>
    new RegExp(
      `^(?:${[
        'is|isnt|was|wasnt|were|seems|should|would|might|may|could be|its not|not (?:sure|really)|(?:no )?sorry',
        'i (?:think|guess|suppose|lied)|too (?:low|high)|and (?:up|rising|climbing|counting|above|over|increasing|growing|beyond|below|under)',
        '(?:at|the) (?:the )?(?:least|most|max|maximum|minimum)|at (?:its |the )?(?:worst|best|peak)|(?:worst|best|peak)$',
        'on average|in average|on (?:a )?(?:good|bad) days?|en moyenne|au (?:moins|plus|maximum|minimum)',
        `for (?:him|her|them)|(?:his|hers|theirs)$|(?:my|his|her|our) ${somebody}s?$`,
      ].join('|')})(?= |$)`,
    ),
);

/** Whether a note takes the number before it back, bounds it, or gives it to somebody else. `parted`: a line end is between. */
export const takesBack = (note: readonly Token[], parted: boolean): boolean => {
  if (note.some((token) => corrections.has(token.text))) return true;
  const words = note
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.text.replaceAll("'", ''))
    .join(' ');
  return takenBackAnywhere.test(words) || (!parted && atTheStart().test(words));
};
