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

/** A number in the text says that it is about something else. */
const hasNoNumber = ({ said }: OptOutView): boolean => !said.tokens.some(({ kind }) => kind === 'number');

/** What should be asked about although no rule decides it. */
export const rulesWorthAsking: readonly OptOutRule[] = [
  {
    why: 'looks for a way out, and nothing says of what',
    needs: [['way-out']],
    holds: (view) => hasNoNumber(view) && asksForWayOut(view),
  },
  {
    why: 'says whose phone it is, and nothing else',
    needs: [['phone-of-another', 'other-phone']],
    holds: (view) => hasNoNumber(view) && saysOnlyWhose(view.said),
  },
  { why: 'knows nobody of that name', needs: [['no-such-person']], holds: hasNoNumber },
  { why: 'somebody died, and we write', needs: [['died'], ['contacting']], holds: hasNoNumber },
  {
    why: 'names an end that no rule carries out',
    needs: [['opt-out-word', 'not-continuing']],
    holds: (view) => hasNoNumber(view) && view.meantForGood('opt-out-word', 'not-continuing').length > 0,
  },
];
