import { normalise } from '../text/normalise.ts';
import { goalWords } from './goal-words.ts';

/** What ACTIVITY asks. The word alone asks what the activity is; words behind it name one. */
export type ActivityWords = { readonly kind: 'ask' } | { readonly kind: 'named'; readonly words: string };

/** An activity is named in at most this many words. More are a sentence that happens to begin with the keyword. */
const mostWords = 4;
/** The name stands in the weekly question and beside each answer, so it must be short. */
const longestName = 40;
/** These begin a remark about activity rather than a name: "activity makes it worse", "activité physique impossible". */
const saidOfIt =
  /^(?:is|are|was|were|has|had|have|makes?|made|helps?|helped|hurts?|level|levels|today|yesterday|physique|sportive|est|etait|fait|me|m|a|ce|au|du|normale|normal|none|no|not|and|et|after|apres|limited|limitee?|reduced|reduite?|impossible|again)\b/;

/**
 * The activity that stands behind ACTIVITY ("gardening", in the person's own words). Undefined for a remark about activity.
 * A name never holds a number, since that may be a score.
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
