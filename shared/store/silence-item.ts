import { addDays, daysBetween } from '../domain/time/local-time.ts';
import type { Silence, SilenceStep } from '../domain/tips/silence-step.ts';

const firstDay = '1970-01-01';
/** Days since 1970 to the base of 36: three digits until 2097. */
const base = 36;
const digits = 3;

const letters: Readonly<Record<SilenceStep, string>> = { nudged: 'n', fewer: 'f', gone: 'g' };
const stepsByLetter: Readonly<Record<string, SilenceStep>> = { n: 'nudged', f: 'fewer', g: 'gone' };

/**
 * A silence as a profile stores it in 4 bytes: three digits for the day it is counted from, then a letter for the step.
 */
export const silenceAttribute = ({ since, step }: Silence): string =>
  daysBetween(firstDay, since).toString(base).padStart(digits, '0') + (step ? letters[step] : '');

/** Reads a stored silence. */
export const silenceOfItem = (item: string): Silence => {
  const step = stepsByLetter[item.slice(digits)];
  return {
    since: addDays(firstDay, Number.parseInt(item.slice(0, digits), base)),
    ...(step ? { step } : {}),
  };
};
