import type { DiaryEvent } from '../diary/diary.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { wantedDoseOf } from './course.ts';
import type { Prompt } from './prompt.ts';
import type { Silence, SilenceStep } from './silence-step.ts';

type Quiet = Pick<Subscriber, 'silence' | 'pausedUntil' | 'course'>;

/** The days of silence before each step. Somebody with one tip a week has left two unanswered before they are asked. */
const nudgeAfter = 7;
const nudgeWeeklyAfter = 14;
const fewerAfter = 14;
const goodbyeAfter = 60;

/** Whether we said goodbye to somebody after two months of silence; nothing comes until they write. */
export const isGone = ({ silence }: Pick<Subscriber, 'silence'>): boolean => silence?.step === 'gone';

/** Records that somebody was heard from, or is first counted, on that local date. */
export const heardOn = <Person extends Pick<Subscriber, 'silence'>>(person: Person, date: LocalDate): Person => ({
  ...person,
  silence: { since: date },
});

/** The subscriber with the day of their last reply from the diary, if it is younger than the profile's. */
export const heardInDiary = <Person extends Pick<Subscriber, 'silence' | 'zone'>>(
  person: Person,
  events: readonly Pick<DiaryEvent, 'at'>[],
): Person => {
  const last = events.reduce<number | undefined>((latest, { at }) => Math.max(latest ?? at, at), undefined);
  if (last === undefined) return person;
  const { date } = localDateTime(person.zone, last);
  return person.silence && date <= person.silence.since ? person : heardOn(person, date);
};

/** What comes in place of that day's tip, and the silence that the profile then holds. */
export interface SilencePrompt {
  readonly prompt: Prompt;
  readonly silence: Silence;
}

/** The number of silent days; days of a pause do not count. */
const silentDays = ({ silence, pausedUntil = '' }: Quiet, date: LocalDate): number => {
  const since = silence?.since ?? date;
  return daysBetween(pausedUntil > since ? pausedUntil : since, date);
};

/**
 * The step that is due on a local date, if any. Each comes once, in this order: a question after 7 days (14 for one tip
 * a week), fewer tips after 14, goodbye after 60. Somebody with one tip a week keeps it.
 */
export const silencePromptOn = (person: Quiet, date: LocalDate): SilencePrompt | undefined => {
  const { silence } = person;
  const dose = wantedDoseOf(person);
  const days = silentDays(person, date);
  const step = (after: number, prompt: Prompt, to: SilenceStep): SilencePrompt | undefined =>
    days >= after ? { prompt, silence: { since: addDays(date, -after), step: to } } : undefined;
  if (silence?.step === undefined) return step(dose === 'weekly' ? nudgeWeeklyAfter : nudgeAfter, 'nudge', 'nudged');
  if (silence.step === 'nudged' && dose !== 'weekly')
    return step(fewerAfter, dose === 'daily' ? 'fewer' : 'fewest', 'fewer');
  return silence.step === 'gone' ? undefined : step(goodbyeAfter, 'goodbye', 'gone');
};

const steps: Readonly<Partial<Record<Prompt, SilenceStep>>> = {
  nudge: 'nudged',
  fewer: 'fewer',
  fewest: 'fewer',
  goodbye: 'gone',
};

/** Whether a prompt that was certainly not sent is still due: nothing was heard meanwhile. */
export const stillHolds = ({ silence, course }: Pick<Subscriber, 'silence' | 'course'>, prompt: Prompt): boolean =>
  prompt === 'summary' ? course?.ended === true : steps[prompt] === undefined || steps[prompt] === silence?.step;
