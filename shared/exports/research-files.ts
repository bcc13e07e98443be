import { noArm, type ResearchRelease } from '../domain/desk/research-release.ts';
import { otherValue } from '../domain/desk/shared-cells.ts';
import { leastCount } from '../domain/desk/small-counts.ts';
import { cellOf } from './csv-cell.ts';

/** A file of a release. */
export interface ResearchFile {
  readonly name: string;
  readonly text: string;
}

type Value = string | number | undefined;

interface Column<L> {
  readonly name: string;
  readonly of: (line: L) => Value;
  readonly values: string;
  readonly meaning: string;
}

const plain = { separator: ',', number: String };
const csv = (heading: readonly string[], lines: readonly (readonly Value[])[]): string =>
  [heading, ...lines].map((cells) => `${cells.map((cell) => cellOf(cell ?? null, plain)).join(',')}\r\n`).join('');

const code = {
  name: 'code',
  of: (line: { readonly code: string }): Value => line.code,
  values: '8 letters and digits',
  meaning: 'one person; drawn for this export: the same person has another code in the next',
};
const day = {
  name: 'day',
  of: (line: { readonly day: number }): Value => line.day,
  values: 'whole number from 0',
  meaning: 'days since joining, by the clock where the person is; 0 is the day of joining',
};
const leftOut = `empty: fewer than ${leastCount} people would share it`;

const people: readonly Column<ResearchRelease['people'][number]>[] = [
  code,
  {
    name: 'joined',
    of: ({ joined }) => joined,
    values: 'date from 2100-01-01 to 2199-12-31',
    meaning:
      'the day of joining, shifted by a random number of days, the same for all days of that person: joined + day',
  },
  {
    name: 'arm',
    of: ({ arm }) => arm,
    values: `name of the arm; ${noArm}: in none; ${leftOut}`,
    meaning: 'the arm of a study into which the code on their card brought them',
  },
  {
    name: 'dose',
    of: ({ dose }) => dose,
    values: `daily: 7 tips a week; less: 4; weekly: 1; ${leftOut}`,
    meaning: 'how many tips a week they want, on the day of the export',
  },
  {
    name: 'weeks',
    of: ({ weeks }) => weeks,
    values: `0 to 3; 4 to 11; 12 to 25; 26 to 51; 52 and more; ${leftOut}`,
    meaning: 'whole weeks since joining, on the day of the export',
  },
];

const scores: readonly Column<ResearchRelease['scores'][number]>[] = [
  code,
  day,
  {
    name: 'from',
    of: ({ from }) => from,
    values: '0 to 10',
    meaning:
      'pain on that day (numeric rating scale: 0 none, 10 the worst imaginable): the lowest it may be, of the mean of that day rounded to a whole number',
  },
  {
    name: 'to',
    of: ({ to }) => to,
    values: '0 to 10',
    meaning: `the highest it may be: as from where ${leastCount} people or more had that very score on that day, else the end of the narrowest range that so many share`,
  },
];

const answers: readonly Column<ResearchRelease['answers'][number]>[] = [
  code,
  {
    name: 'week',
    of: ({ week }) => week,
    values: 'whole number from 1',
    meaning: 'which week since joining it is about',
  },
  {
    name: 'answer',
    of: ({ answer }) => answer,
    values: 'all; some; none',
    meaning: 'function: on how many days of that week they walked as far as they wanted',
  },
];

const tips: readonly Column<ResearchRelease['tips'][number]>[] = [
  code,
  day,
  {
    name: 'tip',
    of: ({ tip }) => tip,
    values: `name of the tip; ${otherValue}: one that fewer than ${leastCount} people got on that day`,
    meaning: 'the tip that the provider took for them on that day',
  },
];

const fileOf = <L>(name: string, columns: readonly Column<L>[], lines: readonly L[]): ResearchFile => ({
  name,
  text: csv(
    columns.map((column) => column.name),
    lines.map((line) => columns.map(({ of }) => of(line))),
  ),
});

/** The files given out for research: four plain CSVs (RFC 4180, UTF-8, commas, points), and what each column means. */
export const researchFiles = (release: ResearchRelease): readonly ResearchFile[] => {
  const described = { 'people.csv': people, 'scores.csv': scores, 'answers.csv': answers, 'tips.csv': tips };
  const dictionary = Object.entries(described).flatMap(([name, columns]) =>
    columns.map((column) => [name, column.name, column.values, column.meaning]),
  );
  return [
    fileOf('people.csv', people, release.people),
    fileOf('scores.csv', scores, release.scores),
    fileOf('answers.csv', answers, release.answers),
    fileOf('tips.csv', tips, release.tips),
    { name: 'dictionary.csv', text: csv(['file', 'column', 'values', 'meaning'], dictionary) },
  ];
};
