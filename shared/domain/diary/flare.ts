import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { type DiaryEntry, recentDays } from './diary.ts';
import { roundScore } from './diary-statistics.ts';

/** A spell in which somebody's pain is well above their own usual. */
export interface Flare {
  readonly since: LocalDate;
  /** The mean of the four weeks before it, to one decimal. */
  readonly usual: number;
}

/** How far above their usual a day's score must be. A change of two is one that people feel (docs/facts.md#d1). */
const riseOfFlare = 2;
/** The rise from which somebody is asked about the signs that need a doctor. */
const riseToAskAbout = 3;
/** The most days of a flare; then tips go on as before, so that nobody is kept from moving for longer. */
const mostDays = 10;
const weeksOfUsual = 4;
/** The fewest reported days whose mean a bad day can be compared with. */
const fewestDays = 3;

type Score = Pick<DiaryEntry, 'date' | 'score'>;

/** The last score of each day from one date to another, oldest first. `entries` are in the order of the fold. */
const lastOfDays = (entries: readonly Score[], first: LocalDate, last: LocalDate): ReadonlyMap<LocalDate, number> =>
  new Map(
    entries.flatMap(({ date, score }) =>
      score === null || date < first || date > last ? [] : [[date, score] as const],
    ),
  );

/** The mean of the reported days in the four weeks before a date; undefined if they are too few. */
const usualBefore = (days: ReadonlyMap<LocalDate, number>, date: LocalDate): number | undefined => {
  const first = addDays(date, -7 * weeksOfUsual);
  const scores = [...days].flatMap(([day, score]) => (day >= first && day < date ? [score] : []));
  return scores.length < fewestDays
    ? undefined
    : roundScore(scores.reduce((sum, score) => sum + score, 0) / scores.length);
};

const isAbove = (score: number, usual: number | undefined, rise: number): boolean =>
  usual !== undefined && roundScore(score - usual) >= rise;

/** A reported day; `usual` is the mean of the four weeks before it. */
interface Day {
  readonly date: LocalDate;
  readonly score: number;
  readonly usual: number | undefined;
}

/**
 * The state of flares after a day. `over`: a flare took its ten days, and no new one begins before scores have come
 * down again.
 */
interface Spell {
  readonly flare?: Flare;
  readonly over?: true;
}

const hasRunOut = ({ since }: Flare, date: LocalDate): boolean => daysBetween(since, date) >= mostDays;

const afterDay = ({ flare, over }: Spell, { date, score, usual }: Day): Spell => {
  if (flare && !hasRunOut(flare, date)) return isAbove(score, flare.usual, riseOfFlare) ? { flare } : {};
  if (usual === undefined || !isAbove(score, usual, riseOfFlare)) return {};
  return flare || over ? { over: true } : { flare: { since: date, usual } };
};

/**
 * The flare that somebody is in on a local date, from the forty days of their diary that end with it; undefined if in
 * none. It begins with a day whose last score is 2 above their own mean of the four weeks before (a steady 7 is no
 * flare), and ends with the first day that is not, or after ten days.
 */
export const flareOn = (entries: readonly Score[], date: LocalDate): Flare | undefined => {
  const days = lastOfDays(entries, addDays(date, 1 - recentDays), date);
  let spell: Spell = {};
  for (const [day, score] of days) spell = afterDay(spell, { date: day, score, usual: usualBefore(days, day) });
  const { flare } = spell;
  return flare && !hasRunOut(flare, date) ? flare : undefined;
};

/** Whether a score is so far above the usual that the signs that need a doctor are asked about. */
export const isSharpRise = (score: number, { usual }: Flare): boolean => isAbove(score, usual, riseToAskAbout);
