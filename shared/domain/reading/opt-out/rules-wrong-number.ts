import type { OptOutRule } from './opt-out-rule.ts';

/** The phone is somebody else's: also an opt-out, by somebody who never had a diary. */
export const wrongNumberRules: readonly OptOutRule[] = [
  {
    why: 'says so',
    needs: [['wrong-number']],
    holds: (view) => !view.said.has('of-a-score') && !view.said.tokens.some(({ kind }) => kind === 'number'),
  },
  {
    why: 'says whose the phone is',
    needs: [['phone-of-another']],
    holds: (view) => view.meant('phone-of-another').length > 0,
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
  },
  {
    why: 'the person died or is cared for, and somebody else writes',
    needs: [['died'], ['somebody-else-speaks', 'other-phone']],
  },
  {
    why: 'somebody else writes, and wants no more',
    needs: [['somebody-else-speaks'], ['stop-word', 'removing', 'not-wanting', 'other-phone']],
  },
];
