import type { Concept } from '../lexicon/concept.ts';
import type { Span } from '../said.ts';
import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';

/** What may surround "no longer needed" where the text does not say what is not needed. */
const reasons: readonly Concept[] = [
  'unneeded',
  'elsewhere-now',
  'asking',
  'trailing',
  'farewell',
  'insult',
  'any-longer',
  'these-of-ours',
];
const ours = ['our-messages', 'receiving'] as const;

/** Mentions of us as the senders, with nothing behind them that we are to do: "don't need you", not "don't want you to worry". */
const us = (view: OptOutView): readonly Span[] =>
  view.said.all('who-sends').filter((span) => view.said.endsClause(span, view.tails));

/** Mentions of writing to the person or of our writing: not "I don't want to bother the ward". */
const contactWithUs = (view: OptOutView): readonly Span[] => {
  const { said } = view;
  const sides = said.named('me-or-mine', 'who-sends');
  return said.all('contacting').filter(({ from, to }) => sides.slice(Math.max(0, from - 3), to + 2).some(Boolean));
};

/** Plurals only. "It" may be life or pain. */
const several = new Set(['these', 'those', 'them', 'em', 'ces', 'yours']);

/** The text refuses what we send, now and from now on. */
export const refusalRules: readonly OptOutRule[] = [
  {
    why: 'is weary of what we send',
    needs: [['weary-of']],
    holds: (view) =>
      view.follow(view.meantForGood('weary-of'), [
        ...view.ofOurs('our-messages', 'tips', 'receiving'),
        ...view.pointing.filter(({ from }) => several.has(view.said.tokens[from]?.text ?? '')),
      ]),
  },
  {
    why: 'is weary of us, or does not need us any more',
    needs: [['weary-of', 'not-wanting', 'unneeded'], ['who-sends']],
    holds: (view) =>
      view
        .meantForGood('weary-of', 'not-wanting', 'unneeded')
        .some(({ to }) => us(view).some(({ from }) => from >= to && from - to <= 1)),
  },
  {
    why: 'does not want what we send',
    needs: [['not-wanting']],
    holds: (view) => view.follow(view.meantForGood('not-wanting'), [...view.ofOurs(...ours), ...contactWithUs(view)]),
  },
  {
    why: 'does not want tips; "plus de conseils" alone asks for more of them',
    needs: [['not-wanting'], ['tips']],
    holds: (view) =>
      view.follow(view.meantForGood('not-wanting'), view.said.all('tips')) &&
      view.said.tokens.some(
        ({ text }) => text === 'n' || text === 'ne' || text === 'vos' || text === 'tes' || text === 'aucun',
      ),
  },
  {
    why: 'does not want "these" any more',
    needs: [['not-wanting'], ['these-of-ours']],
    // "It's never like this" compares.
    holds: (view) =>
      view.follow(
        view.meantForGood('not-wanting').filter(({ to }) => view.said.tokens[to - 1]?.text !== 'like'),
        view.pointing,
        0,
      ),
  },
  {
    why: 'what we send is of no more use',
    needs: [['unneeded']],
    holds: (view) => {
      const unneeded = view.meantForGood('unneeded');
      return (
        view.follow(view.said.all('our-messages'), unneeded) ||
        view.follow(
          view.said.all('these-of-ours'),
          unneeded.filter((mention) => view.said.endsClause(mention, view.loose)),
        ) ||
        view.follow(unneeded, view.said.all('our-messages')) ||
        (unneeded.length > 0 && view.said.covered([...reasons, 'unneeded']).every(Boolean))
      );
    },
  },
  {
    why: 'wants no more of it',
    needs: [['no-more-of-it']],
    holds: (view) => {
      const noMore = view.meantForGood('no-more-of-it');
      return (
        noMore.some((no) => view.said.endsClause(no, view.tails)) ||
        view.follow(noMore, view.said.all('our-messages', 'tips'))
      );
    },
  },
  {
    why: 'is not interested',
    needs: [['bare-refusal']],
    holds: (view) => view.meantForGood('bare-refusal').some((no) => view.said.endsClause(no, view.tails)),
  },
];
