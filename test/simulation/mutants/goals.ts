import { type Mutant, property } from './mutant.ts';

/** Bugs in what is kept of a goal. */
export const goalMutants: readonly Mutant[] = [
  {
    name: 'a goal is a note',
    within: 'setGoal',
    find: property("kind: 'goal'"),
    replace: "kind: 'note'",
  },
  {
    name: 'what is said of a goal forgets its words',
    within: 'sayOfGoal',
    find: property('note: goal.words'),
    replace: "note: ''",
  },
  {
    name: 'a goal that is not reached is',
    within: 'sayOfGoal',
    find: property('progress: as'),
    replace: "progress: 'done'",
  },
  {
    name: 'a goal is over when it is set',
    within: 'openGoal',
    find: "last?.state === 'open'",
    replace: "last?.state === 'done'",
  },
];
