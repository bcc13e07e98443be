import { addDays, daysBetween } from '../domain/time/local-time.ts';
import type { Course } from '../domain/tips/course.ts';

/**
 * The marks, each stored as its index here. There are at most six, so that two marks make one of the 36 digits and
 * letters.
 */
const marks = '-ghlx';
const base = 6;

const pack = (text: string): string =>
  (text.match(/..?/g) ?? [])
    .map((pair) => marks.indexOf(pair.charAt(0)) * base + Math.max(0, marks.indexOf(pair.charAt(1) || '-')))
    .map((pair) => pair.toString(36))
    .join('');

const unpack = (packed: string): string =>
  [...packed]
    .map((letter) => Number.parseInt(letter, 36))
    .map((pair) => marks.charAt(Math.floor(pair / base)) + marks.charAt(pair % base))
    .join('')
    .replace(/-+$/, '');

const firstDay = '1970-01-01';
/** The sign before the day of the last weekly message, in days since 1970, of which three digits suffice until 2097. */
const askedMark = '.';

/**
 * A course as the profile stores it: one text, because attribute names cost room. It is the digit of a chosen
 * programme, if any; a letter for the dose (a capital once the programme is over); a letter for each two tips' marks;
 * and, after a weekly message, its day. 23 bytes for 36 tips, 32 for 52 in a second programme.
 */
export const courseAttribute = ({ dose, marks: text, ended, asked, programme }: Course): string => {
  const letter = (dose ?? 'daily').charAt(0);
  const day = asked === undefined ? '' : askedMark + daysBetween(firstDay, asked).toString(36);
  return (programme ?? '') + (ended ? letter.toUpperCase() : letter) + pack(text) + day;
};

const doses: Readonly<Record<string, Course['dose']>> = { l: 'less', t: 'three', w: 'weekly' };

/** Reads a stored course. */
export const courseOfItem = (item: string): Course => {
  const [, digit = '', letter = '', rest = ''] = /^(\d?)(.)(.*)$/.exec(item) ?? [];
  const dose = doses[letter.toLowerCase()];
  const ended = letter !== letter.toLowerCase();
  const [packed = '', day] = rest.split(askedMark);
  return {
    marks: unpack(packed),
    ...(dose ? { dose } : {}),
    ...(ended ? { ended } : {}),
    ...(digit === '' ? {} : { programme: Number(digit) }),
    ...(day === undefined ? {} : { asked: addDays(firstDay, Number.parseInt(day, 36)) }),
  };
};
