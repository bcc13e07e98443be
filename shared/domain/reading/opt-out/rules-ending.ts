import type { Concept } from '../lexicon/concept.ts';
import type { Span } from '../said.ts';
import { bareStops, saysBareStop } from './bare-stop.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';

/** One of these right before an end tells who ended it: "the phone cut it off". */
const subjects = new Set(['i', 'he', 'she', 'it', 'phone', 'signal', 'battery']);

/** Whether the text names what is ours and then its end: "I want these messages to stop", "les sms, ça suffit". */
const endsWhatIsOurs = (view: OptOutView): boolean => {
  const ends = view.meantForGood('stop-word', 'ending', 'had-enough');
  const messages = view.meantForGood('our-messages');
  return ends.some((end) =>
    messages.some((message) => {
      const distance = end.from - message.to;
      if (distance < 0 || distance > 5 || view.said.sentenceOf(end) !== view.said.sentenceOf(message)) return false;
      if (!view.said.endsClause(end, view.tails) || subjects.has(view.said.before(end, 1)[0] ?? '')) return false;
      return distance <= 1 || view.said.hasBeside(end, 'asking', 'not-wanting', 'had-enough');
    }),
  );
};

/** Forms that report an end ("ending", "closed") rather than order one. */
const told = /(?:ing|in|ed)$/;
/** What may stand before an end that is ordered. */
const beforeOrder: readonly Concept[] = [
  'asking',
  'trailing',
  'insult',
  'insists',
  'too-many',
  'had-enough',
  'doubt-in-us',
  'unneeded',
  'weary-of',
];

/**
 * Whether "these" are ordered to end: "please end this", not "he will end it". It must be an order, because the text does
 * not say what "these" are.
 */
const endsThese = (view: OptOutView): boolean => {
  const { said } = view;
  const before = said.covered(beforeOrder);
  const isOrder = ({ from }: Span): boolean => {
    const { clause } = said.tokens[from] ?? { clause: -1 };
    for (let at = from - 1; at >= 0 && said.tokens[at]?.clause === clause; at -= 1) if (!before[at]) return false;
    return !told.test(said.tokens[from]?.text ?? '');
  };
  return view
    .meantForGood('ending')
    .some(
      (end) =>
        isOrder(end) &&
        said.hasBeside(end, 'asking', 'too-many', 'insult', 'insists') &&
        view.follow([end], view.pointing),
    );
};

/** A body part this close behind "unsubscribe" is what is meant: "wish I could unsubscribe from this back". */
const farOfBody = 4;
const of = /^(?:de|du|des|from|ma|mon|mes|my|the)$/;
const concernsUs: readonly Concept[] = [
  'our-messages',
  'list-of-ours',
  'these-of-ours',
  'me-or-mine',
  'who-sends',
  'tips',
  'trailing',
  'sending-filler',
];
/** Whether what stands behind the word of leaving is not ours: "désabonnée de canal", "unsubscribed from the gym". */
const isOfAnother = ({ said }: OptOutView, { to }: Span): boolean =>
  /^(?:desabonn|desinscri|unsub)/.test(said.tokens[to - 1]?.text ?? '') &&
  of.test(said.tokens[to]?.text ?? '') &&
  said.tokens[to + 1]?.kind === 'word' &&
  !said.all(...concernsUs).some(({ from }) => from > to && from <= to + 2);
const unsubscribes = (view: OptOutView): boolean =>
  view
    .meantForGood('opt-out-word')
    .some(
      (word) =>
        !isOfAnother(view, word) &&
        (view.said.has('our-messages') ||
          !view.said.all('pain-or-back').some(({ from }) => from >= word.to && from - word.to <= farOfBody)),
    );

/** The text asks for an end: of what we send, of "these", or of everything. */
export const endingRules: readonly OptOutRule[] = [
  { why: 'nothing else is said in a clause', needs: [bareStops], holds: saysBareStop },
  { why: 'a word that is about subscriptions only', needs: [['opt-out-word']], holds: unsubscribes },
  {
    why: 'an end, and what we send or our writing behind it',
    needs: [
      ['ending', 'stop-word'],
      ['our-messages', 'contacting'],
    ],
    holds: (view) => view.follow(view.meantForGood('ending', 'stop-word'), view.ofOurs('our-messages', 'contacting')),
  },
  {
    why: 'what we send, and an end of it',
    needs: [['stop-word', 'ending', 'had-enough'], ['our-messages']],
    holds: endsWhatIsOurs,
  },
  {
    why: 'an end of "these", with nothing behind that says which',
    needs: [['ending'], ['these-of-ours'], ['asking', 'too-many', 'insult', 'insists']],
    holds: endsThese,
  },
];
