import type { Mutant } from './mutant.ts';

/** Bugs in what comes while somebody's pain is well above their usual. */
export const flareMutants: readonly Mutant[] = [
  {
    name: 'efforts go on in a flare',
    within: 'chooseMessage',
    find: 'waits && reading?.flare',
    replace: 'waits && reading?.flare && position < 0',
  },
  {
    name: 'the diary is not asked about a flare',
    within: 'chooseMessage',
    find: "if (waits && !reading) return { kind: 'read-diary' };",
    replace: '',
  },
  {
    name: 'a flare is over the day after it began',
    within: 'flareOn',
    find: 'flare && !hasRunOut(flare, date)',
    replace: 'flare && flare.since === date',
  },
];
