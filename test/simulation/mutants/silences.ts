import type { Mutant } from './mutant.ts';

/** Bugs in the messages to people who are silent, and at the end of the programme. */
export const silenceMutants: readonly Mutant[] = [
  {
    name: 'whoever only sends scores is taken for silent',
    within: 'chooseMessage',
    find: "if (said && !reading) return { kind: 'read-diary' };",
    replace: '',
  },
  {
    name: 'nobody is asked how they are',
    within: 'silencePromptOn',
    find: "return step(dose === 'weekly' ? nudgeWeeklyAfter : nudgeAfter, 'nudge', 'nudged');",
    replace: 'return undefined;',
  },
  {
    name: 'who has been asked is asked again',
    within: 'silencePromptOn',
    find: '{ since: addDays(date, -after), step: to }',
    replace: "{ since: addDays(date, -after), ...(to === 'nudged' ? {} : { step: to }) }",
  },
  {
    name: 'who writes again is still sent fewer',
    within: 'withReturn',
    find: 'const next = decision.next ?? heard;',
    replace: 'if (decision.next === undefined) return decision; const next = decision.next;',
  },
  {
    name: 'tips go on after goodbye, and after the end',
    within: 'decideTip',
    find: "if (subscriber.status === 'active' && isResting(subscriber) && lastTip?.date !== due.date) return { kind: 'rest' };",
    replace: '',
  },
  {
    name: 'the programme begins again without a word',
    within: 'chooseMessage',
    find: "choice.why === 'again'",
    replace: 'position < 0',
  },
  {
    name: 'another programme begins before the end',
    within: 'chooseProgramme',
    find: '!isOver(subscriber, first)',
    replace: 'false',
  },
];
