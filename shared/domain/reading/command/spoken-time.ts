import type { LocalTime } from '../../time/local-time.ts';
import { numberWords } from '../score/number-words.ts';
import { readClockTime } from './clock-time.ts';

const parts: ReadonlyMap<string, string> = new Map([
  ['quarter', '15'],
  ['quart', '15'],
  ['half', '30'],
  ['demi', '30'],
  ['demie', '30'],
]);
const inDigits = (word: string): string => parts.get(word) ?? String(numberWords.get(word) ?? word);
/** Joins tens and what is added to them into one number: "dix neuf", "vingt et une", "twenty five". */
const joined = (digits: string): string =>
  digits
    .replace(/\b([2-5]0) (?:et )?([1-9])\b/g, (_, tens, more) => String(Number(tens) + Number(more)))
    .replace(/\b10 ([7-9])\b(?= h)/g, (_, more) => String(10 + Number(more)));

/** Words for the half of the day: "in the evening", "du soir". */
const behindHour = [
  [/ (?:pm|(?:in the )?(?:evening|afternoon|eve)|at night|(?:du|le) soir|de l apres midi)$/, ' pm'],
  [/ (?:am|(?:in the )?morning|(?:du|le) matin)$/, ' am'],
] as const;

const minutesOfHour = 60;
const beforeHour = (hour: number, minutes: number, half: string): LocalTime | undefined =>
  readClockTime(`${hour === 1 && half !== '' ? 12 : hour - 1}:${minutesOfHour - minutes}${half}`);

/**
 * A time of day as people speak it and dictation writes it: "half past nine", "nine thirty", "quarter to ten in the
 * morning", "neuf heures et demie", "sept heures du soir"; undefined if it is none. An hour alone is taken from the 24-hour
 * clock, as in digits.
 */
export const readSpokenTime = (written: string): LocalTime | undefined => {
  const words = written
    .trim()
    .replace(/['’.,-]+/g, ' ')
    .replace(/\s+/g, ' ');
  const [ending, half] = behindHour.find(([pattern]) => pattern.test(words)) ?? ['', ''];
  const digits = words
    .replace(ending, '')
    .replace(/^(?:around|about|vers|environ|a) /, '')
    .replace(/ (?:o ?clock|sharp|pile)$/, '')
    .split(' ')
    .map(inDigits)
    .join(' ')
    .replace(/ ?\b(?:heures?|h)\b/, ' h');
  const said = joined(digits);
  const past = /^(?:an? )?(15|30|[1-5]?\d) (?:past|after) (\d{1,2})$/.exec(said);
  if (past) return readClockTime(`${past[2]}:${(past[1] ?? '').padStart(2, '0')}${half}`);
  const until = /^(?:an? )?(15|[1-5]?\d) (?:to|before|til|till|of) (\d{1,2})$/.exec(said);
  if (until) return beforeHour(Number(until[2]), Number(until[1]), half);
  const moins = /^(\d{1,2}) h moins (?:le |un )?(15|[1-5]?\d)$/.exec(said);
  if (moins) return beforeHour(Number(moins[1]), Number(moins[2]), half);
  const plain = /^(\d{1,2})(?: h)?(?: (?:et )?(?:un )?(\d\d?))?$/.exec(said);
  if (plain?.[1] === undefined) return undefined;
  return readClockTime(`${plain[1]}:${(plain[2] ?? '0').padStart(2, '0')}${half}`);
};
