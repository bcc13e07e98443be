import type { Mutant } from './mutant.ts';

/** Bugs in what the desk says of a day. */
export const explanationMutants: readonly Mutant[] = [
  {
    name: 'the desk foretells no flare',
    within: 'decideSlot',
    find: 'flareOn(entries, date)',
    replace: 'undefined',
  },
  {
    name: 'the desk foresees no silence',
    within: 'foretold',
    find: 'const decision = decideSlot(person, slot, known);',
    replace: 'const decision = decideSlot({ ...person, silence: undefined }, slot, known);',
  },
];
