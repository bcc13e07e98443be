import { dayMs } from './durations.ts';
/** A calendar date at the subscriber's place, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A time of day at the subscriber's place, `HH:mm`, 24 h. */
export type LocalTime = string;

/** The date `days` after (before, if negative) a local date. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Days from one local date to another; negative if that one is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** Minutes since midnight. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The time of day so many minutes after midnight; the day wraps. */
export const timeOfMinutes = (minutes: number): LocalTime => {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};
