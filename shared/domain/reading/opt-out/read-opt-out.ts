import type { Concept } from '../lexicon/concept.ts';
import type { ReadWords } from '../read-words.ts';
import { Said, type Span } from '../said.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import { hints, optOutRules } from './opt-out-rules.ts';
import { OptOutView } from './opt-out-view.ts';
import { wrongNumberRules } from './rules-wrong-number.ts';

/**
 * What a text says about being left alone. `likely`: by two hints, which a cry for help
 * gives as well. `doubt`: it may, and has to be asked.
 */
export type OptOutReading = 'stop' | 'wrong-number' | 'likely' | 'doubt';

/** More words than this, and what sounds weary is about something else. */
const longestHint = 12;
/** These hints must be among two that go together: thanks and many messages are no farewell. */
const telling: readonly Concept[] = ['had-enough', 'doubt-in-us', 'elsewhere-now', 'bare-refusal', 'not-continuing'];

const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

const readHints = (view: OptOutView): OptOutReading | undefined => {
  // The same words are one hint: "moved on to" is no farewell and a new service at once.
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

/** The way out is looked for, and nothing says whether of the texts or of the pain: "how can I stop this". */
const asksForWayOut = ({ said, loose }: OptOutView): boolean =>
  !said.has('pain-or-back') &&
  said.tokens.length <= longestHint &&
  said
    .all('way-out')
    .some((way) => /^(?:how|where|comment|ou)$/.test(said.tokens[way.from]?.text ?? '') && said.endsClause(way, loose));

/** What a text names that is worth asking about: one of these, at least. */
const worthAsking: readonly Concept[] = ['way-out', 'no-such-person', 'died', 'opt-out-word', 'not-continuing'];
/** What no rule carries out and no careful reader passes over. */
const isWorthAsking = (view: OptOutView): boolean => {
  const { said } = view;
  if (said.tokens.some(({ kind }) => kind === 'number')) return false;
  const isOfNobody = said.has('no-such-person') || (said.has('died') && said.has('contacting'));
  return (
    asksForWayOut(view) ||
    isOfNobody ||
    view.meantForGood('opt-out-word').length > 0 ||
    view.meantForGood('not-continuing').length > 0
  );
};

/** What keeps a wish in these words from being carried out: only thought of, or an end of a part of what is ours. */
export const askedAbout: readonly Concept[] = ['only-thought-of', 'part-of-ours'];

/** Whether a text says that it shall go on, or names an end of what it asks for: "off to Poland two weeks, not send please". */
export const saysToGoOn = (said: Said): boolean =>
  said.has('keep-on', ...askedAbout) || (said.has('with-end') && said.has('ask-pause'));

const isLookedAt =
  (said: Said) =>
  ({ needs }: OptOutRule): boolean =>
    needs.every((concepts) => said.has(...concepts));

/** Whether a text names what some rule of leaving needs; a part of it can only be a wish by itself if it does. */
export const mayAskToLeave = (said: Said): boolean => optOutRules.some(isLookedAt(said));

/**
 * Whether a text asks to be left alone, in any reasonable wording (docs/facts.md#c1), or says that the phone is somebody else's.
 * What asks us to go on, or only tells of other stops, is neither.
 */
export const readOptOut = (words: ReadWords): OptOutReading | undefined => {
  const said = new Said(words);
  const ofStrangers = wrongNumberRules.filter(isLookedAt(said));
  const ofLeaving = optOutRules.filter(isLookedAt(said));
  // Most texts name nothing that any of this could begin with.
  if (ofStrangers.length + ofLeaving.length === 0 && !said.has(...telling, ...worthAsking)) return undefined;
  const view = new OptOutView(said);
  const holds = (rule: OptOutRule): boolean => rule.holds?.(view) ?? true;
  // "It's my wife's number too, carry on".
  if (ofStrangers.some(holds)) return said.has('keep-on') ? 'doubt' : 'wrong-number';
  // Who will not be here needs no texts: that is no wish about them.
  // "I report you if you go on" is no wish that we should.
  const goesOn = said.has('keep-on') && !said.has('another-message');
  if (goesOn || said.has('not-here-soon')) return undefined;
  // "My son says I should stop these, but I like them": a question costs less than either.
  if (ofLeaving.some(holds)) return said.has(...askedAbout) ? 'doubt' : 'stop';
  return readHints(view) ?? (isWorthAsking(view) ? 'doubt' : undefined);
};
