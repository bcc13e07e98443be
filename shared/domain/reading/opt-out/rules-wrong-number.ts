import type { OptOutRule } from './opt-out-rule.ts';
import { saysOnlyWhose } from './whose-phone.ts';

/** The phone is somebody else's. That is an opt-out too, by a person who never had a diary. */
export const wrongNumberRules: readonly OptOutRule[] = [
  {
    why: 'says so',
    needs: [['wrong-number']],
    holds: (view) => !view.said.has('of-a-score') && !view.said.tokens.some(({ kind }) => kind === 'number'),
  },
  {
    why: 'says that it is not theirs, or whose it is now',
    needs: [['phone-of-another']],
    holds: (view) => view.meant('phone-of-another').length > 0 && !saysOnlyWhose(view.said),
  },
  {
    why: 'the phone has another owner',
    needs: [
      ['other-phone'],
      [
        'not-theirs',
        'negation-of-contact',
        'removing',
        'ending',
        'stop-word',
        'leave-alone',
        'our-messages',
        'somebody-else-speaks',
        'contacting',
      ],
    ],
    holds: ({ said }) => !saysOnlyWhose(said),
  },
  {
    why: 'the person died or is cared for, and somebody else writes',
    needs: [['died'], ['somebody-else-speaks', 'other-phone']],
  },
  {
    why: 'somebody else writes, and wants no more',
    needs: [['somebody-else-speaks'], ['stop-word', 'removing', 'not-wanting', 'other-phone']],
    holds: ({ said }) => !saysOnlyWhose(said),
  },
];
