/** The words of the pages that the buttons of the weekly mail lead to. */
export const week = {
  title: 'Your week',
  reach: 'In the last week, on how many days did you walk as far as you wanted?',
  reachOwn: 'In the last week, on how many days did you do this as much as you wanted: {activity}?',
  minutes: 'How many minutes do you walk with ease now?',
  minutesHint: 'One number, from 0 to 240. A few are fine.',
  goal: 'Your goal: “{goal}”. How far has it come?',
  choose: 'Choose one of the answers.',
  chooseMinutes: 'Enter one number, from 0 to 240.',
  walkNext: 'For this week: {from} or {to} minutes, on three days. Half is enough on a bad day.',
  walkEnough: 'There is no need for more. Keep to what feels good, on most days.',
  walkFlare: 'Your pain is above your usual, so no more than that this week; half is fine.',
  walkNone: 'Such weeks come. Two or three minutes indoors are a start.',
  over: {
    title: 'This question is over',
    text: ['It was about an earlier week. The buttons of our newest weekly message work.'],
  },
};
