import { describe, expect, it } from 'vitest';
import { programme, tip, useContentFolder } from './content-set-up.ts';

const { problemsOf } = useContentFolder();

/** A sound programme that may be chosen, as a clinic writes one: each line has a field of content/programmes/walking.yaml. */
const lines = [
  'version: "1"',
  'number: 1',
  'days: 7',
  'dose: 3',
  'asks: minutes',
  'choice:',
  '  en: { word: WALK, name: "walking" }',
  '  fr: { word: MARCHE, name: "de la marche" }',
  'tips:',
  '  - { tip: 02-other, topic: begin-walking, effort: true }',
  '  - { tip: 03-third, topic: begin-walking }',
];
const sound = `${lines.join('\n')}\n`;
const second = tip.replaceAll('walk', 'stroll').replaceAll('Walk', 'Stroll');
const third = tip.replaceAll('walk', 'saunter').replaceAll('Walk', 'Saunter');
/** The same with one line changed. */
const faulty = (line: string, instead: string): string => {
  expect(lines, line).toContain(line);
  return sound.replace(`${line}\n`, instead === '' ? '' : `${instead}\n`);
};
const problemsIn = (other: string, first = programme) => problemsOf({ second, third, programme: first, other });

describe('a programme that may be chosen', () => {
  it('is sound as a clinic writes it', () => expect(problemsIn(sound)).toEqual([]));

  it.each([
    ['a number of two digits', 'number: 1', 'number: 12', '2: `number` must be 1 to 9: a profile has one digit for it'],
    ['a number that is none', 'number: 1', 'number: one', '2: `number` must be a whole number'],
    ['no number', 'number: 1', '', '5: `choice` needs a `number` of 1 to 9'],
    ['too many days', 'days: 7', 'days: 367', '3: `days` must be 1 to 366 days'],
    [
      'days without a message',
      'days: 7',
      'days: 14',
      '3: 14 days at 3 messages a week take 4 tips beside the weekly question, and 2 are listed',
    ],
    [
      'five a week',
      'dose: 3',
      'dose: 5',
      '4: `dose` must be 7, 4, 3, 1 messages a week where the programme may be chosen',
    ],
    ['a question nobody knows', 'asks: minutes', 'asks: steps', '5: `asks` is `minutes`, or is left out'],
    [
      'a word in small letters',
      '  en: { word: WALK, name: "walking" }',
      '  en: { word: walk, name: "walking" }',
      '7: `choice.en.word` must be one word of 3 to 12 capital letters without accents',
    ],
    [
      'a word with an accent',
      '  fr: { word: MARCHE, name: "de la marche" }',
      '  fr: { word: MARCHÉ, name: "de la marche" }',
      '8: `choice.fr.word` must be one word of 3 to 12 capital letters',
    ],
    [
      'no name',
      '  en: { word: WALK, name: "walking" }',
      '  en: { word: WALK }',
      '7: `choice.en.name` is missing: what it is',
    ],
    [
      'a name no text has room for',
      '  en: { word: WALK, name: "walking" }',
      `  en: { word: WALK, name: "${'x'.repeat(61)}" }`,
      '7: `choice.en.name` is longer than 60 letters',
    ],
    ['one language alone', '  fr: { word: MARCHE, name: "de la marche" }', '', '6: `choice.fr`'],
    [
      'a tip that is in no file',
      '  - { tip: 03-third, topic: begin-walking }',
      '  - { tip: 04-fourth, topic: begin-walking }',
      '11: 04-fourth has no file content/en/tips/04-fourth.md',
    ],
    [
      'a field that is none',
      'asks: minutes',
      'asks: minutes\nfrequency: 3',
      '6: `frequency` is not known here: look at its name',
    ],
  ])('is told with file and line where it has %s', (_fault, line, instead, problem) => {
    expect(problemsIn(faulty(line, instead))).toContainEqual(
      expect.stringContaining(`content/programmes/other.yaml:${problem}`),
    );
  });

  it('needs a choice to have a number or a question', () => {
    const unchosen = faulty('choice:', '').replace(/ {2}(?:en|fr): .*\n/g, '');
    const problems = problemsIn(unchosen).join('\n');
    expect(problems).toContain('other.yaml:2: `number` is of no use without `choice`');
    expect(problems).toContain('other.yaml:5: `asks` is of no use without `choice`');
  });

  it('is told from the first by its number, which that has not, and its word', () => {
    const choice = 'choice:\n  en: { word: WALK, name: "tips" }\n  fr: { word: CONSEILS, name: "des conseils" }\n';
    expect(problemsIn(sound, programme.replace('tips:', `${choice}tips:`))).toContainEqual(
      expect.stringContaining('other.yaml:6: is chosen by the word of back-care'),
    );
    expect(problemsIn(sound, programme.replace('days: 1', 'number: 2\ndays: 1'))).toContainEqual(
      expect.stringContaining('back-care.yaml:2: `number` must be left out: everybody begins with this programme'),
    );
  });
});
