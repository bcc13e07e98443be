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

/**
 * A course as the profile's item holds it: one text, because attribute names cost room. A letter for the dose, then a
 * letter for each two tips' marks; 19 bytes for 36 tips.
 */
export const courseAttribute = ({ dose, marks: text }: Course): string => (dose ?? 'daily').charAt(0) + pack(text);

const doses: Readonly<Record<string, Course['dose']>> = { l: 'less', w: 'weekly' };

export const courseOfItem = (item: string): Course => {
  const dose = doses[item.charAt(0)];
  return { marks: unpack(item.slice(1)), ...(dose ? { dose } : {}) };
};
