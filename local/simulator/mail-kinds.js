/** What each kind of mail is called in the list: each that goes out has a name. */
export const mailKinds = {
  tip: 'Tip',
  nudge: 'Question',
  goodbye: 'Goodbye',
  summary: 'Summary',
  weekly: 'Weekly message',
  answer: 'Answer',
  confirmation: 'Confirmation',
  alert: 'Notice',
};
