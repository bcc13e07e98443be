import { normalise } from '../text/normalise.ts';
import { goalWords } from './goal-words.ts';

/** What ACTIVITY says: the word alone asks what the activity is, words behind it name one. */
export type ActivityWords = { readonly kind: 'ask' } | { readonly kind: 'named'; readonly words: string };

/** As many words as name an activity; more are a sentence that begins with that word. */
const mostWords = 4;
/** As many signs: the name stands in the weekly question, and beside each answer. */
const longestName = 40;
/** What is said of an activity, and names none: "activity makes it worse", "activité physique impossible". */
const saidOfIt =
  /^(?:is|are|was|were|has|had|have|makes?|made|helps?|helped|hurts?|level|levels|today|yesterday|physique|sportive|est|etait|fait|me|m|a|ce|au|du|normale|normal|none|no|not|and|et|after|apres|limited|limitee?|reduced|reduite?|impossible|again)\b/;

/**
 * What stands behind ACTIVITY ("gardening", in their own words); undefined for what says something of activity. A
 * number is never part of a name: it may be a score.
 */
export const readActivityWords = (said: string): ActivityWords | undefined => {
  const words = goalWords(said)
    .replace(/[.!]+$/, '')
    .trim();
  if (words === '') return { kind: 'ask' };
  const plain = normalise(words).text.trim();
  const isName = !/\d|\?/.test(plain) && /\p{L}{3}/u.test(words) && words.split(/\s+/).length <= mostWords;
  return isName && words.length <= longestName && !saidOfIt.test(plain) ? { kind: 'named', words } : undefined;
};
