import { addDays, type LocalDate } from '../time/local-time.ts';

/** How many messages a week somebody gets: seven, four, three (a programme's own, see tip-programme.ts) or one. */
export type Dose = 'daily' | 'less' | 'three' | 'weekly';

/** Doses by their number of messages a week. */
export const dosesByNumber: ReadonlyMap<number, Dose> = new Map([
  [7, 'daily'],
  [4, 'less'],
  [3, 'three'],
  [1, 'weekly'],
]);

/** The days of LESS, as Date counts them (0 is Sunday): Monday, Wednesday, Friday and Sunday, spread as well as four of seven can be. */
const daysOfLess: ReadonlySet<number> = new Set([0, 1, 3, 5]);
/** The days of three a week: Monday, Wednesday and Friday, with a day of rest between them. */
const daysOfThree: ReadonlySet<number> = new Set([1, 3, 5]);

const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00Z`).getUTCDay();

/**
 * Whether a tip comes on that local date. With one a week it comes seven days after the last, so that a tip that could
 * not be sent is made up for the next day; `last` is the date of the last tip, whatever it was sent for.
 */
export const isDoseDay = (dose: Dose, date: LocalDate, last: LocalDate | undefined): boolean => {
  switch (dose) {
    case 'daily':
      return true;
    case 'less':
      return daysOfLess.has(weekdayOf(date));
    case 'three':
      return daysOfThree.has(weekdayOf(date));
    case 'weekly':
      return last === undefined || last === date || date >= addDays(last, 7);
  }
};
