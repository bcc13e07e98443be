import { subjects, textsOf } from '../../test/corpus/labelled.ts';
import { voices } from '../../test/corpus/voices.ts';

const longText = 1600;
/** One text of so many is made a long one. */
const everyText = 40;

/** All texts of the corpora, each subject by each voice. */
export const corpora = (): readonly string[] =>
  subjects.flatMap((subject) => voices.flatMap(({ name }) => textsOf(subject, name).map(({ text }) => text)));

/** Signs and words over and over: what costs most is often what nobody writes. */
const shapes = [
  '6',
  '6 ',
  'pain ',
  'no ',
  'stop ',
  '? ',
  '🙏',
  'a',
  'é',
  '1/2 ',
  "j'ai mal ",
  'and then ',
  '\n',
  '-6 ',
];

/** Texts of 1,600 characters: of what people wrote, each again and again, and running on into its neighbours; and of shapes. */
export const longTexts = (texts: readonly string[]): readonly string[] => {
  const some = texts.filter((_, index) => index % everyText === 0);
  const again = some.map((text) => `${text} `.repeat(Math.ceil(longText / (text.length + 1))));
  const running = some.map((_, index) => texts.slice(index * everyText, (index + 1) * everyText).join('. '));
  const signs = shapes.map((shape) => shape.repeat(longText));
  return [...again, ...running, ...signs].map((text) => text.slice(0, longText));
};
