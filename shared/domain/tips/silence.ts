import type { DiaryEvent } from '../diary/diary.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { wantedDoseOf } from './course.ts';
import type { Prompt } from './prompt.ts';
import type { Silence, SilenceStep } from './silence-step.ts';

type Quiet = Pick<Subscriber, 'silence' | 'pausedUntil' | 'course'>;

/** Days of silence before each step. Whoever wants one tip a week has left two unanswered before they are asked. */
const nudgeAfter = 7;
const nudgeWeeklyAfter = 14;
const fewerAfter = 14;
const goodbyeAfter = 60;

/** Whether we said goodbye to somebody who said nothing for two months: nothing comes until they write. */
export const isGone = ({ silence }: Pick<Subscriber, 'silence'>): boolean => silence?.step === 'gone';

/** Somebody we hear from, or begin to listen to, on that local date. */
export const heardOn = <Person extends Pick<Subscriber, 'silence'>>(person: Person, date: LocalDate): Person => ({
  ...person,
  silence: { since: date },
});

/** The subscriber as their diary knows them: with the day of their last reply, if that is younger than what stands in the profile. */
export const heardInDiary = <Person extends Pick<Subscriber, 'silence' | 'zone'>>(
  person: Person,
  events: readonly Pick<DiaryEvent, 'at'>[],
): Person => {
  const last = events.reduce<number | undefined>((latest, { at }) => Math.max(latest ?? at, at), undefined);
  if (last === undefined) return person;
  const { date } = localDateTime(person.zone, last);
  return person.silence && date <= person.silence.since ? person : heardOn(person, date);
};

/** What is said to somebody in place of that day's tip, and what stands in their profile from then on. */
export interface SilencePrompt {
  readonly prompt: Prompt;
  readonly silence: Silence;
}

/** No day of a pause is one of silence. */
const silentDays = ({ silence, pausedUntil = '' }: Quiet, date: LocalDate): number => {
  const since = silence?.since ?? date;
  return daysBetween(pausedUntil > since ? pausedUntil : since, date);
};

/**
 * The step that is due on a local date, if one is. Each comes once, in this order: a question after 7 days (14 for one tip a
 * week), fewer tips after 14, goodbye after 60. Who has one tip a week is left with it.
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

/** Whether what was to be said, and surely was not, still is to be: nothing was heard meanwhile. */
export const stillHolds = ({ silence, course }: Pick<Subscriber, 'silence' | 'course'>, prompt: Prompt): boolean =>
  prompt === 'summary' ? course?.ended === true : steps[prompt] === undefined || steps[prompt] === silence?.step;
