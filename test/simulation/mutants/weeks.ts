import { type Mutant, property } from './mutant.ts';

/** Bugs in the weekly message and its answer. */
export const weekMutants: readonly Mutant[] = [
  {
    name: 'no week is asked about',
    within: 'chooseMessage',
    find: 'isWeeklyDue(subscriber, due.date)',
    replace: 'isWeeklyDue(subscriber, due.date) && position < 0',
  },
  {
    name: 'the week is asked about every day',
    within: 'isWeeklyDue',
    find: '[joined, course.asked]',
    replace: '[joined]',
  },
  {
    name: 'who is silent is asked about their week',
    within: 'isWeeklyDue',
    find: 'if (silence?.step !== undefined) return false;',
    replace: '',
  },
  {
    name: 'an answer about a week is a note',
    within: 'decideNew',
    find: 'answerQuestion(conversation, intent) ?? answerAboutWeek(conversation)',
    replace: 'answerQuestion(conversation, intent)',
  },
  {
    name: 'an answer about a week stands on the day it came',
    within: 'answerAboutWeek',
    find: property('date: asked'),
    replace: 'date: today',
  },
  {
    name: 'minutes of walking are kept as one more',
    within: 'answerMinutes',
    find: property('minutes: said.minutes'),
    replace: 'minutes: said.minutes + 1',
  },
  {
    name: 'minutes of walking are a note',
    within: 'answerAboutWeek',
    find: 'return answerMinutes(conversation, asked);',
    replace: 'return undefined;',
  },
];
