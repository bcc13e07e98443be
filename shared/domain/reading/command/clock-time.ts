import type { LocalTime } from '../../time/local-time.ts';
import { timeOfMinutes } from '../../time/local-time.ts';

const noon = new Set(['noon', 'midday', '12 noon', 'midi']);
const midnight = new Set(['midnight', 'minuit']);
const clock = /^(\d{1,2})(?:[:.h](\d\d)?|(\d\d))?( ?(?:am|pm|h|heures?|o'?clock))?$/;

/**
 * A time of day as people write it (7:30pm, 7.30 pm, 1930, 19h30, 8 o'clock, noon), to the minute; undefined if it is none.
 * Without am or pm it is taken from the 24-hour clock. That may be a wrong guess, which the person sees because the answer
 * names the time.
 */
export const readClockTime = (written: string): LocalTime | undefined => {
  const text = written
    .trim()
    .replace(/\ba\.? ?m\b\.?/, 'am')
    .replace(/\bp\.? ?m\b\.?/, 'pm')
    .replace(/ ?([:.h]) ?(?=\d)/, '$1')
    .replace(/[.!]$/, '');
  if (noon.has(text)) return '12:00';
  if (midnight.has(text)) return '00:00';
  const parts = clock.exec(text);
  if (parts === null) return undefined;
  const [, hourText = '', minuteText, glued, suffix] = parts;
  const hour = Number(hourText);
  const minutes = Number(minuteText ?? glued ?? 0);
  const half = suffix?.trim();
  const twelveHour = half === 'am' || half === 'pm';
  if (minutes > 59 || hour > 23 || (twelveHour && (hour < 1 || hour > 12))) return undefined;
  const hour24 = twelveHour ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return timeOfMinutes(hour24 * 60 + minutes);
};
