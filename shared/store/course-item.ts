import type { Course } from '../domain/tips/course.ts';

/** The letters that a mark may be, each by its place. Six at most, so that two make one of the 36 digits and letters. */
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

/** What stands in a profile of a course, in one text to save the names: a letter of the dose (a capital once the programme is over), then the marks, two tips a letter; 19 bytes for 36 tips. */
export const courseAttribute = ({ dose, marks: text, ended }: Course): string => {
  const letter = (dose ?? 'daily').charAt(0);
  return (ended ? letter.toUpperCase() : letter) + pack(text);
};

const doses: Readonly<Record<string, Course['dose']>> = { l: 'less', w: 'weekly' };

export const courseOfItem = (item: string): Course => {
  const letter = item.charAt(0);
  const dose = doses[letter.toLowerCase()];
  const ended = letter !== letter.toLowerCase();
  return { marks: unpack(item.slice(1)), ...(dose ? { dose } : {}), ...(ended ? { ended } : {}) };
};
