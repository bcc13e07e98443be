import { firstProgramme } from '../content/programmes.ts';
import { tipNamesIn } from '../content/tip-names.ts';
import { foldDiary } from '../domain/diary/fold-diary.ts';
import type { EnrolledPerson } from '../domain/people/person.ts';
import { addDays, type LocalDate } from '../domain/time/local-time.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';
import { markOf } from '../domain/tips/course.ts';
import { explainDay, nextTipDate, type TipExplanation } from '../domain/tips/explain-day.ts';
import { heardInDiary } from '../domain/tips/silence.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import { programmesFrom, tipIn } from '../domain/tips/tip-programme.ts';

/** What becomes of somebody's tips, as they are told; the desk is told the same (explainDay). */
export interface ToldTips {
  readonly today: TipExplanation;
  readonly tomorrow: TipExplanation;
  /** When the next one comes if nothing is said until then; undefined where none will, as `today` says. */
  readonly next: LocalDate | undefined;
}

/** What became of the tip of today, by their clock, and what will of tomorrow's; `outcomes` are those of today at least. */
const tellTips = ({ subscriber, events }: EnrolledPerson, outcomes: readonly TipOutcome[], now: number): ToldTips => {
  const person = heardInDiary(subscriber, events);
  const programme = firstProgramme();
  const { entries } = foldDiary(events);
  const today = localDateTime(person.zone, now).date;
  const tell = (date: LocalDate): TipExplanation =>
    explainDay(
      person,
      outcomes.findLast((outcome) => outcome.date === date),
      date,
      now,
      programme,
      entries,
    );
  return { today: tell(today), tomorrow: tell(addDays(today, 1)), next: nextTipDate(person, now, programme) };
};

/** What a tip of the programme is about, by its id. */
const topicOf = (tip: string): string | undefined => tipIn(firstProgramme(), tip)?.topic;

/** The tips that somebody said helped, in this round. */
const saidToHelp = ({ course }: Pick<EnrolledPerson['subscriber'], 'course'>): readonly string[] =>
  course === undefined
    ? []
    : programmesFrom(firstProgramme())
        .flatMap(({ tips }) => tips)
        .flatMap(({ tip, number }) => (markOf(course, number) === 'helped' ? [tip] : []));

/**
 * What a page tells of somebody's tips; only that page loads it, because no other needs the choosing of tips, or all
 * their titles.
 */
export const tipTeller = { tellTips, tipNamesIn, topicOf, saidToHelp };

/** What the pages ask about tips: the next ones, their names and topics, and which were said to help. */
export type TipTeller = typeof tipTeller;
