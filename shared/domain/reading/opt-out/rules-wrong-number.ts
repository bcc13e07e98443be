import type { OptOutRule } from './opt-out-rule.ts';

/** The phone is somebody else's. That is an opt-out too, by a person who never had a diary. */
export const wrongNumberRules: readonly OptOutRule[] = [
  {
    why: 'says so',
    holds: (view) =>
      view.said.has('wrong-number') &&
      !view.said.has('of-a-score') &&
      !view.said.tokens.some(({ kind }) => kind === 'number'),
  },
  { why: 'says whose the phone is', holds: (view) => view.meant('phone-of-another').length > 0 },
  {
    why: 'the phone has another owner',
    holds: (view) =>
      view.said.has('other-phone') &&
      view.said.has(
        'not-theirs',
        'negation-of-contact',
        'removing',
        'ending',
        'stop-word',
        'leave-alone',
        'our-messages',
        'somebody-else-speaks',
        'contacting',
      ),
  },
  {
    why: 'the person died or is cared for, and somebody else writes',
    holds: (view) => view.said.has('died') && view.said.has('somebody-else-speaks', 'other-phone'),
  },
  {
    why: 'somebody else writes, and wants no more',
    holds: (view) =>
      view.said.has('somebody-else-speaks') && view.said.has('stop-word', 'removing', 'not-wanting', 'other-phone'),
  },
];
