import type { TipWords } from './tip-words.ts';

/** What is said of a tip, in English. */
export const englishTip: TipWords = {
  reasons: {
    late: 'it was more than 2 hours late',
    'outside-window': 'it is not between 08:00 and 20:00 where they may be',
    'too-soon': 'it is less than 10 hours after their last tip',
    paused: 'tips are paused that day',
    'failing-address': 'three days in a row did not arrive; one tip is tried each week',
    'spend-cap': 'the texts or mails of this month are used up',
    'unconfirmed-mailbox': 'their mailbox has not confirmed',
    'text-offered': 'their mailbox has not confirmed for a day: one text offers them tips by text',
    dose: 'they want fewer tips than one a day, and this is none of their days',
    'nothing-fits': 'they have said of every topic that it is not for them',
    unanswered: 'they have had all tips and say nothing: the summary waits until they write',
    stopped: 'they have left',
    pending: 'they signed up, and their mailbox has not confirmed',
    erasing: 'they are being erased',
    nobody: 'nobody is with us at this address',
    'before-joining': 'they joined after its time',
    'already-given': 'a later tip was given already',
    ended: 'they have had all tips and a summary, and have not said what next (AGAIN, WEEKLY)',
    silent: 'they said nothing for 60 days and were told goodbye; whatever they write brings their tips back',
    'no-record': 'nothing was written down: it did not go out, or their time or zone was another then',
    'too-far': 'it is too far ahead to be foretold',
  },

  states: {
    accepted: 'taken by the provider, not known to have arrived',
    sent: 'on its way, not known to have arrived',
    delivered: 'arrived',
    undelivered: 'did not arrive',
    failed: 'refused',
    unknown: 'in doubt: the provider never said, and a mail is not sent twice',
    claimed: 'being sent, or the provider has said nothing yet',
    due: 'its time has come: in the queue',
    'to-come': 'to come',
  },

  whys: {
    next: 'it is the next of the programme that they have not had',
    relative: 'another tip of its topic helped them, and relatives come first',
    later: 'they had put it aside, and have had all the others',
    gentle:
      'their pain is 2 or more above their mean of four weeks: it is one of the gentle ones, and what would be next asks for an effort',
    again: 'they have had all that fit, and a new round begins',
    asked: 'they asked for it with TIP',
  },

  prompts: {
    nudge:
      'they said nothing for a week (two, if they want one tip a week): they are asked how they are, in place of a tip',
    fewer: 'they said nothing for two weeks: they are told, in place of a tip, that four a week come from now on',
    fewest: 'they said nothing for two weeks: they are told, in place of a tip, that one a week comes from now on',
    summary: 'they have had all that fit: a summary, and the question what they want next',
    weekly: 'a week has passed: how it was, and one question about what they could do, in place of a tip',
    ease: 'their pain is 2 or more above their mean of four weeks: the tips that are left ask for an effort, and wait',
    goodbye: 'they said nothing for 60 days: they are told goodbye, and that a word brings their tips back',
  },

  doses: {
    daily: 'seven tips a week',
    less: 'four tips a week: Monday, Wednesday, Friday, Sunday',
    three: 'three messages a week: Monday, Wednesday, Friday',
    weekly: 'one tip a week',
  },

  failures: {
    'out-of-reach': 'the phone was off or out of reach',
    blocked: 'the phone or its carrier blocks our texts',
    'number-gone': 'nobody has that number any more',
    landline: 'it is no mobile phone',
    'no-number': 'it is no number that can be texted',
    'no-route': 'no way leads from our number to theirs',
    country: 'texts to their country are switched off in the account',
    'carrier-opt-out': 'they have said STOP to the carrier',
    unexplained: 'the carrier did not say why',
    expired: 'it waited too long at the provider',
    'mailbox-refuses': 'the mailbox does not exist, or refuses mail',
    'mailbox-full': 'the mailbox is full',
    'mailbox-not-now': 'the mailbox did not take it this time',
    'mailbox-silent': 'the mailbox did not take it, and did not say why',
    passing: 'the provider was overrun or out of order for a moment',
    ours: 'the fault is ours: tell whoever runs the service',
  },
  inPlace: 'a message in place of a tip',
  because: (state, why) => `${state}: ${why}`,
  none: (why) => `none: ${why}`,
  toComeAt: (when) => `to come at ${when}`,
  claimed: 'it is being sent, or the provider has said nothing yet',
  chosenBefore: 'it was chosen before and surely not sent, so it is tried again',
  notWritten: 'why this one was not written down',
};
