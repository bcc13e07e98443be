import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';

/** A programme of these tips in this order, each of a topic of its own. */
export const programmeOf = (...tips: readonly string[]): TipProgramme => ({
  id: 'test',
  version: '1',
  tips: tips.map((tip, index) => ({ tip, number: index + 1, topic: tip })),
  formerly: [],
});
