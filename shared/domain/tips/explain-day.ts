import type { Subscriber } from '../people/subscriber.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import type { Why } from './choose-tip.ts';
import { doseOf } from './course.ts';
import { decideTip, type TipDecision } from './decide-tip.ts';
import { nextDue } from './due.ts';
import type { SkipReason, TipOutcome } from './tip-outcome.ts';
import type { TipProgramme } from './tip-programme.ts';

/** Why a tip was, will or will not be sent on a local date. */
export interface Explanation {
  readonly date: LocalDate;
  /** The state of what was recorded; else `send`, `skip` and the like of what will be decided, or `none`. */
  readonly decision: string;
  readonly reason: string;
  /** The tip that was or will be sent. */
  readonly tip?: string;
}

const whys: Readonly<Record<Why, string>> = {
  next: 'it is the next of the programme that they have not had',
  relative: 'another tip of its topic helped them, and relatives come first',
  later: 'they had put it aside, and have had all the others',
  again: 'they have had all that fit, and a new round begins',
  asked: 'they asked for it with TIP',
};

const doses = {
  daily: 'seven tips a week',
  less: 'four tips a week: Monday, Wednesday, Friday, Sunday',
  weekly: 'one tip a week',
};

const skips: Readonly<Record<SkipReason, string>> = {
  late: 'it was more than two hours late',
  'outside-window': 'it was outside 08:00 to 20:00 where they may be',
  'too-soon': 'their last tip was less than ten hours before',
  paused: 'tips are paused that day',
  'failing-address': 'tips to their address fail; one is tried each week',
  'spend-cap': 'the texts or mails of that month are used up',
  'unconfirmed-mailbox': 'their mailbox has not been confirmed',
  dose: 'they want fewer tips than one a day, and this is none of their days',
  'nothing-fits': 'they have said of every topic that it is not for them',
  stopped: 'they are not subscribed',
};

/** How far ahead a date is foretold, in days: what is said until then changes it anyway. */
const mostDays = 400;

const recorded = ({ date, state, reason, tip, why }: TipOutcome): Explanation => ({
  date,
  decision: state,
  reason: reason ? skips[reason] : why ? whys[why] : 'it was sent; why this one was lost with the worker that chose it',
  ...(tip ? { tip } : {}),
});

const foretold = (date: LocalDate, subscriber: Subscriber, decision: TipDecision): Explanation => {
  switch (decision.kind) {
    case 'send': {
      const { claim, why } = decision;
      const reason = why ? whys[why] : 'it was chosen before and surely not sent, so it is tried again';
      return { date, decision: 'send', reason: `${reason} (${doses[doseOf(subscriber)]})`, tip: claim.tip };
    }
    case 'skip':
      return { date, decision: 'skip', reason: skips[decision.reason] };
    case 'check':
      return { date, decision: 'check', reason: 'its provider is asked whether it was sent', tip: decision.claim.tip };
    case 'offer':
      return { date, decision: 'offer', reason: 'their mailbox was not confirmed: one text offers tips by text' };
    default:
      return { date, decision: 'none', reason: 'nothing is due then' };
  }
};

/** The subscriber after what was decided of a day, as the next day finds them. */
const afterwards = (subscriber: Subscriber, decision: TipDecision): Subscriber =>
  decision.kind === 'send'
    ? { ...subscriber, lastTip: decision.claim, position: decision.position, course: decision.course }
    : subscriber;

/**
 * Why a tip was, will or will not be sent on a local date: what was recorded of it, else what the very functions that send
 * will decide if nothing is said until then, day by day from `now` (epoch ms).
 */
export const explainDay = (
  subscriber: Subscriber | undefined,
  outcome: TipOutcome | undefined,
  date: LocalDate,
  now: number,
  programme: TipProgramme,
): Explanation => {
  if (outcome) return recorded(outcome);
  if (!subscriber) return { date, decision: 'none', reason: 'nobody is subscribed at this address' };
  if (subscriber.status !== 'active') return { date, decision: 'none', reason: skips.stopped };
  const { zone, time, lastTip } = subscriber;
  if (lastTip?.date === date)
    return { date, decision: lastTip.state, reason: 'it is on its way, nothing is recorded yet', tip: lastTip.tip };
  if (date < localDateTime(zone, now).date || date > addDays(localDateTime(zone, now).date, mostDays))
    return { date, decision: 'none', reason: 'nothing is recorded of that day, and it is not to come soon' };
  let person = subscriber;
  let due = nextDue(zone, time, now);
  for (; due.date < date; due = nextDue(zone, time, due.at)) {
    person = afterwards(
      person,
      decideTip(person, { ...due, dueAt: due.at, channel: person.tipsBy, owner: '' }, due.at, programme),
    );
  }
  return due.date === date
    ? foretold(
        date,
        person,
        decideTip(person, { ...due, dueAt: due.at, channel: person.tipsBy, owner: '' }, due.at, programme),
      )
    : { date, decision: 'none', reason: 'the hour of that day was over before it could be due' };
};
