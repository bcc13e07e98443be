import type { Concept } from '../lexicon/concept.ts';
import type { ReadWords } from '../read-words.ts';
import { Said, type Span } from '../said.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import { hints, optOutRules } from './opt-out-rules.ts';
import { OptOutView } from './opt-out-view.ts';
import { rulesWorthAsking } from './rules-worth-asking.ts';
import { wrongNumberRules } from './rules-wrong-number.ts';

/**
 * What a text says about being left alone. `likely`: two hints were found, which a cry for help gives as well. `doubt`: it
 * may say so and has to be asked about.
 */
export type OptOutReading = 'stop' | 'wrong-number' | 'likely' | 'doubt';

/** In a longer text weariness is about something else. */
const longestHint = 12;
/** Two hints count only if one of them is among these: thanks and many messages together are no farewell. */
const telling: readonly Concept[] = ['had-enough', 'doubt-in-us', 'elsewhere-now', 'bare-refusal', 'not-continuing'];

const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

const readHints = (view: OptOutView): OptOutReading | undefined => {
  // The same words count for one hint only: "moved on to" would otherwise be a farewell and a new service at once.
  let reached: readonly Span[] = [];
  const given = hints.filter((hint) => {
    const own = view.meantForGood(hint).filter((mention) => !reached.some((span) => overlaps(span, mention)));
    reached = [...reached, ...own];
    return own.length > 0;
  });
  if (!given.some((hint) => telling.includes(hint))) return undefined;
  if (given.length > 1) return given.includes('had-enough') || given.includes('doubt-in-us') ? 'likely' : 'doubt';
  const [hint] = given;
  if (hint !== 'had-enough' && hint !== 'doubt-in-us' && hint !== 'not-continuing') return undefined;
  const covered = view.said.covered([hint, 'asking', 'trailing', 'insult', 'these-of-ours', 'any-longer']);
  const isAll = view.meantForGood(hint).some((mention) => view.said.endsClause(mention, covered));
  if (!isAll || view.said.tokens.some(({ kind }) => kind === 'number')) return undefined;
  const strange = covered.filter((isCovered) => !isCovered).length;
  return view.said.tokens.length <= longestHint && strange <= 2 ? 'doubt' : undefined;
};

/** Concepts that make an opt-out uncertain: it is only thought of, or is about a part of what we send. */
export const askedAbout: readonly Concept[] = ['only-thought-of', 'part-of-ours'];

/**
 * Whether a text says that messages shall go on, or that they shall stop for a limited time: "off to Poland two weeks, not
 * send please".
 */
export const saysToGoOn = (said: Said): boolean =>
  said.has('keep-on', ...askedAbout) || (said.has('with-end') && said.has('ask-pause'));

const isLookedAt =
  (said: Said) =>
  ({ needs }: OptOutRule): boolean =>
    needs.every((concepts) => said.has(...concepts));

/** Whether a text names what some rule of leaving needs; a part of it can only be a wish by itself if it does. */
export const mayAskToLeave = (said: Said): boolean => optOutRules.some(isLookedAt(said));

/**
 * Whether a text asks to be left alone, in any reasonable wording (docs/facts.md#c1), or says that the phone is somebody
 * else's. Undefined if it asks us to go on, or tells of other stops alone.
 */
export const readOptOut = (words: ReadWords): OptOutReading | undefined => {
  const said = new Said(words);
  const ofStrangers = wrongNumberRules.filter(isLookedAt(said));
  const ofLeaving = optOutRules.filter(isLookedAt(said));
  const inDoubt = rulesWorthAsking.filter(isLookedAt(said));
  // Most texts name nothing that any of this could begin with.
  if (ofStrangers.length + ofLeaving.length + inDoubt.length === 0 && !said.has(...telling)) return undefined;
  const view = new OptOutView(said);
  const holds = (rule: OptOutRule): boolean => rule.holds?.(view) ?? true;
  // "It's my wife's number too, carry on" tells of another person and still wants the texts.
  if (ofStrangers.some(holds)) return said.has('keep-on') ? 'doubt' : 'wrong-number';
  // Who will not be here needs no texts: that is no wish about them.
  // "I report you if you go on" is no wish that we should.
  const goesOn = said.has('keep-on') && !said.has('another-message');
  if (goesOn || said.has('not-here-soon')) return undefined;
  // "My son says I should stop these, but I like them": being asked costs the person less than either mistake.
  if (ofLeaving.some(holds)) return said.has(...askedAbout) ? 'doubt' : 'stop';
  const hasNumber = said.tokens.some(({ kind }) => kind === 'number');
  return readHints(view) ?? (!hasNumber && inDoubt.some(holds) ? 'doubt' : undefined);
};
