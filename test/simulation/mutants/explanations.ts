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
    name: 'the desk foretells a tip where a prompt comes',
    within: 'saidBy',
    find: 'claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip, why }',
    replace: '({ tip: claim.tip, why })',
  },
];
