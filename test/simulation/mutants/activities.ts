import { type Mutant, object } from './mutant.ts';

/** Bugs in what the weekly question is about. */
export const activityMutants: readonly Mutant[] = [
  {
    name: 'an activity that is chosen is a note',
    within: 'setActivity',
    find: object("kind: 'function', note: words"),
    replace: "{ kind: 'note', note: words }",
  },
  {
    name: 'walking does not take an activity back',
    within: 'setActivity',
    find: 'walking.test(normalise(words).text.trim())',
    replace: 'words === undefined',
  },
  {
    name: 'an answer about an activity forgets which',
    within: 'answerAboutWeek',
    find: object('note: activity'),
    replace: '{}',
  },
  {
    name: 'an activity counts from the day on which it is chosen',
    within: 'activityOn',
    find: 'each.date < date',
    replace: 'each.date <= date',
  },
  {
    name: 'the first activity is asked about for good',
    within: 'activityOn',
    find: 'choices.findLast($COUNTS)',
    replace: 'choices.find($COUNTS)',
  },
  {
    name: 'the weekly message asks about walking whatever was chosen',
    within: 'createPromptFacts',
    find: 'activity === undefined ? {} : { activity }',
    replace: '{}',
  },
];
