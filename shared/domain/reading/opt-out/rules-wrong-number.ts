import type { OptOutRule } from './opt-out-rule.ts';
import { saysOnlyWhose } from './whose-phone.ts';

/** The phone is somebody else's. That is an opt-out too, by a person who never had a diary. */
export const wrongNumberRules: readonly OptOutRule[] = [
  {
    why: 'says so',
    holds: (view) =>
      view.said.has('wrong-number') &&
      !view.said.has('of-a-score') &&
      !view.said.tokens.some(({ kind }) => kind === 'number'),
  },
  {
    why: 'says that it is not theirs, or whose it is now',
    holds: (view) => view.meant('phone-of-another').length > 0 && !saysOnlyWhose(view.said),
  },
  {
    why: 'the phone has another owner',
    holds: (view) =>
      view.said.has('other-phone') &&
      !saysOnlyWhose(view.said) &&
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
      view.said.has('somebody-else-speaks') &&
      !saysOnlyWhose(view.said) &&
      view.said.has('stop-word', 'removing', 'not-wanting', 'other-phone'),
  },
];
