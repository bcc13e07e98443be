import { addDays, daysBetween } from '../domain/time/local-time.ts';
import type { Course } from '../domain/tips/course.ts';

/**
 * A mark is written as its place in this list. The list has at most six places, so that two marks make one of the 36
 * digits and letters.
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
/** Behind it stands the day of the last weekly message: days since 1970, of which three digits will do until 2097. */
const askedMark = '.';

/**
 * A course as the profile's item holds it: one text, because attribute names cost room. The digit of a programme that was
 * chosen, if one was; a letter for the dose (a capital once the programme is over), then a letter for each two tips' marks; then, if a
 * weekly message has come, its day. 23 bytes for 36 tips, 32 for 52 in a second programme.
 */
export const courseAttribute = ({ dose, marks: text, ended, asked, programme }: Course): string => {
  const letter = (dose ?? 'daily').charAt(0);
  const day = asked === undefined ? '' : askedMark + daysBetween(firstDay, asked).toString(36);
  return (programme ?? '') + (ended ? letter.toUpperCase() : letter) + pack(text) + day;
};

const doses: Readonly<Record<string, Course['dose']>> = { l: 'less', t: 'three', w: 'weekly' };

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
