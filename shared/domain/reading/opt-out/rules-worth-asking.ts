import type { OptOutRule } from './opt-out-rule.ts';
import type { OptOutView } from './opt-out-view.ts';
import { saysOnlyWhose } from './whose-phone.ts';

/** In a longer text the way out is of something else. */
const longestQuestion = 12;

/** Whether the text looks for a way out without saying out of what: "how can I stop this" may be about the texts or the pain. */
const asksForWayOut = ({ said, loose }: OptOutView): boolean =>
  !said.has('pain-or-back') &&
  said.tokens.length <= longestQuestion &&
  said
    .all('way-out')
    .some((way) => /^(?:how|where|comment|ou)$/.test(said.tokens[way.from]?.text ?? '') && said.endsClause(way, loose));

/** What should be asked about although no rule decides it, in a text without a number: with one it is about something else. */
export const rulesWorthAsking: readonly OptOutRule[] = [
  {
    why: 'looks for a way out',
    needs: [['way-out']],
    holds: asksForWayOut,
  },
  {
    why: 'only says whose phone it is',
    needs: [['phone-of-another', 'other-phone']],
    holds: ({ said }) => saysOnlyWhose(said),
  },
  { why: 'no such person', needs: [['no-such-person']] },
  { why: 'somebody died, and we write', needs: [['died'], ['contacting']] },
  {
    why: 'names an end',
    needs: [['opt-out-word', 'not-continuing']],
    holds: (view) => view.meantForGood('opt-out-word', 'not-continuing').length > 0,
  },
];
