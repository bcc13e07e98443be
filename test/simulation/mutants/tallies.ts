import type { Mutant } from './mutant.ts';

/** Bugs in how a day's tips are counted. */
export const tallyMutants: readonly Mutant[] = [
  {
    name: 'a batch that comes again is counted again',
    within: 'createTallyStore',
    find: "'attribute_not_exists(#last) OR #last < :first'",
    replace: "'attribute_not_exists(#last) OR #last < :first OR #last >= :first'",
  },
  {
    name: 'a batch of which a part was counted is counted no more',
    within: 'createTallyStore',
    find: 'left = left.filter(({ sequence }) => sequence > last);',
    replace: 'left = left.filter(({ sequence }) => sequence > last && last === sequence);',
  },
  {
    name: 'what a receipt says is counted beside what was said before',
    within: 'tallySums',
    find: 'add(was, -1);',
    replace: 'add(undefined, -1);',
  },
  {
    name: 'a batch of two days is counted for the first of them',
    within: 'createKeepTallies',
    find: 'tallies.count(shardId, date, ofDay)',
    replace: 'tallies.count(shardId, changes[0]?.date ?? date, ofDay)',
  },
];
