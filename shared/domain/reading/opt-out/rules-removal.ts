import type { Said, Span } from '../said.ts';
import { widest } from './beside.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';

/** Forms that report a removal ("removing", "removed") rather than order one. */
const told = /(?:ing|ed)$/;
const clitics = new Set(['m', 'me', 'nous', 'lui']);
/** Words before a removal with which the person wants to stay, or speaks of a noun: "don't drop me", "ne me retirez pas". */
const noes = new Set(['not', 'never', 'pas', 'n', 'ne', 'the', 'a', 'my']);
const asks = new Set([
  'can',
  'could',
  'will',
  'would',
  'may',
  'might',
  'want',
  'beg',
  'if',
  'like',
  'that',
  'ask',
  'must',
  'please',
]);
/** Whether the text asks what we did rather than orders it: "you forget me?", "where did you get my number from". */
const isOfYou = (said: Said, removing: Span): boolean => {
  const [who, verb] = said.before(removing, 2);
  return who === 'you' && !asks.has(verb ?? '');
};
const isForbidden = (said: Said, removing: Span): boolean =>
  isOfYou(said, removing) ||
  said.before(removing, 3).some((word) => noes.has(word)) ||
  said.tokens[removing.to]?.text === 'pas';

/**
 * Whether somebody is to be removed. The text must say whom, and from what of ours if it names anything: "take me off the
 * pills" is for the doctor.
 */
const asksForRemoval = (view: OptOutView): boolean => {
  const { said } = view;
  const after = said.covered([
    'trailing',
    'insult',
    'any-longer',
    'list-of-ours',
    'our-messages',
    'sending-filler',
    'these-of-ours',
    'me-or-mine',
    'farewell',
    'asking',
    'had-enough',
  ]);
  return view.meant('removing').some((removing) => {
    if (told.test(said.tokens[removing.from]?.text ?? '') || isForbidden(said, removing)) return false;
    if (said.hasBeside(removing, 'with-end')) return false;
    // Only mentions close by are compared, because a text may name many.
    const whoms = said.all('me-or-mine').filter(({ from, to }) => to >= removing.from && from <= removing.to + widest);
    return whoms.some(
      (whom) =>
        (view.follow([removing], [whom]) ||
          (whom.to === removing.from && clitics.has(said.tokens[whom.from]?.text ?? ''))) &&
        (said.hasBeside(removing, 'list-of-ours') ||
          said.endsClause({ from: Math.min(removing.from, whom.from), to: Math.max(removing.to, whom.to) }, after)),
    );
  });
};

/** Whether the text looks for the way out of our list: "how do I get off this list?", not "how do I stop the pain?" */
const leaves = (view: OptOutView): boolean => {
  const ways = view.meantForGood('way-out');
  return ways.some((way) => view.said.endsClause(way, view.loose));
};

/** The person wants to be removed, or looks for the way out. */
export const removalRules: readonly OptOutRule[] = [
  { why: 'is to be taken off a list', needs: [['removing'], ['me-or-mine']], holds: asksForRemoval },
  { why: 'looks for the way out', needs: [['way-out']], holds: leaves },
];
