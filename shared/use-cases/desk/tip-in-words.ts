import type { Why } from '../../domain/tips/choose-tip.ts';
import type { Dose } from '../../domain/tips/dose.ts';
import type { NoTipReason, TipExplanation } from '../../domain/tips/explain-day.ts';
import type { Prompt } from '../../domain/tips/prompt.ts';

type State = Exclude<TipExplanation['decision'], 'none' | 'skipped'>;

// All that whoever looks after people is told of a tip, in the one place where it is put into words: for the command line
// and for /_local/explain. Each table is whole by its type: a reason that is added is refused until it has words.

const reasons: Readonly<Record<NoTipReason, string>> = {
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
};

const states: Readonly<Record<State, string>> = {
  accepted: 'taken by the provider, not known to have arrived',
  sent: 'on its way, not known to have arrived',
  delivered: 'arrived',
  undelivered: 'did not arrive',
  failed: 'refused',
  unknown: 'in doubt: the provider never said, and a mail is not sent twice',
  claimed: 'being sent, or the provider has said nothing yet',
  due: 'its time has come: in the queue',
  'to-come': 'to come',
};

const whys: Readonly<Record<Why, string>> = {
  next: 'it is the next of the programme that they have not had',
  relative: 'another tip of its topic helped them, and relatives come first',
  later: 'they had put it aside, and have had all the others',
  gentle:
    'their pain is 2 or more above their mean of four weeks: it is one of the gentle ones, and what would be next asks for an effort',
  again: 'they have had all that fit, and a new round begins',
  asked: 'they asked for it with TIP',
};

const prompts: Readonly<Record<Prompt, string>> = {
  nudge:
    'they said nothing for a week (two, if they want one tip a week): they are asked how they are, in place of a tip',
  fewer: 'they said nothing for two weeks: they are told, in place of a tip, that four a week come from now on',
  fewest: 'they said nothing for two weeks: they are told, in place of a tip, that one a week comes from now on',
  summary: 'they have had all that fit: a summary, and the question what they want next',
  weekly: 'a week has passed: how it was, and one question about what they could do, in place of a tip',
  ease: 'their pain is 2 or more above their mean of four weeks: the tips that are left ask for an effort, and wait',
  goodbye: 'they said nothing for 60 days: they are told goodbye, and that a word brings their tips back',
};

const doses: Readonly<Record<Dose, string>> = {
  daily: 'seven tips a week',
  less: 'four tips a week: Monday, Wednesday, Friday, Sunday',
  three: 'three messages a week: Monday, Wednesday, Friday',
  weekly: 'one tip a week',
};

/** Counts by state or reason, each with its words. */
export const countsInWords = (
  counts: Readonly<Partial<Record<State | NoTipReason, number>>>,
): readonly (readonly [words: string, count: number])[] =>
  Object.entries<string>({ ...states, ...reasons })
    .map(([key, words]) => [words, new Map(Object.entries(counts)).get(key) ?? 0] as const)
    .filter(([, count]) => count > 0);

/** An instant, to the minute. */
export const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A tip's fate in a line. */
export const fateInWords = (tip: TipExplanation): string => {
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return `none: ${reasons[tip.reason]}`;
    case 'to-come':
      return `to come at ${minute(tip.at)}`;
    case 'due':
    case 'claimed':
      return states[tip.decision];
    default: {
      const code = tip.code === undefined ? '' : ` (${tip.channel === 'email' ? 'SES' : 'Twilio'} ${tip.code})`;
      return `${states[tip.decision]}${code}, ${minute(tip.at)}`;
    }
  }
};

/** Why it is so, in a sentence: why that tip, or why none. */
export const reasonInWords = (tip: TipExplanation): string => {
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return reasons[tip.reason];
    case 'claimed':
      return `it is ${states.claimed}`;
    case 'due':
    case 'to-come':
      if (tip.prompt) return `${prompts[tip.prompt]} (${doses[tip.dose]})`;
      return `${tip.why ? whys[tip.why] : 'it was chosen before and surely not sent, so it is tried again'} (${doses[tip.dose]})`;
    default:
      if (tip.prompt) return prompts[tip.prompt];
      return tip.why ? whys[tip.why] : 'why this one was not written down';
  }
};
