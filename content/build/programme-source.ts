import * as z from 'zod';
import { dosesByNumber } from '../../shared/domain/tips/dose.ts';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const tipId = z
  .string('must be the name of a tip file without .md')
  .regex(
    /^(?!00)\d\d-[a-z0-9-]+$/,
    'must be a number of two digits and a name, as 07-exercise: what people have had is kept by the number',
  );

const list = 'must be a list in brackets, as [16-tennis-ball, 30-shoes]';

const atMost = (most: number, unit: string) =>
  z
    .int(`must be a whole number of ${unit}`)
    .min(1, `must be 1 to ${most} ${unit}`)
    .max(most, `must be 1 to ${most} ${unit}`);

/** How this programme is offered at the end of another, in one language. */
const choice = z.strictObject({
  // The message has room for a word this long: shared/domain/answering/message.ts.
  word: z
    .string('is missing: the word that chooses it')
    .regex(/^[A-Z]{3,12}$/, 'must be one word of 3 to 12 capital letters without accents'),
  name: z
    .string('is missing: what it is, to stand behind "next:"')
    .min(1, 'is empty: say what it is')
    .max(60, 'is longer than 60 letters: a text has no room for it'),
});

const programmeFile = z.strictObject({
  version: z.string('is missing: put the date of the last change in quotes').min(1, 'is empty: write a date'),
  days: atMost(366, 'days'),
  // More than one message a day is no programme: nobody gets two on one local date.
  dose: atMost(7, 'messages a week'),
  /** The number by which profiles store it; only a programme that may be chosen has one. */
  number: z
    .int('must be a whole number')
    .min(1, 'must be 1 to 9: a profile has one digit for it')
    .max(9, 'must be 1 to 9: a profile has one digit for it')
    .optional(),
  asks: z.literal('minutes', 'is `minutes`, or is left out').optional(),
  choice: z.strictObject({ en: choice, fr: choice }).optional(),
  tips: z
    .array(
      z.strictObject({
        tip: tipId,
        topic: z.string('is missing: name what the tip is about').regex(/^[a-z-]+$/, 'must be a word in lower case'),
        /** Whether the tip asks for effort, and so waits during a flare. */
        effort: z.literal(true, 'is `true`, or is left out').optional(),
      }),
      'is missing: list the tips in order',
    )
    .min(1, 'is empty: list the tips in order'),
  /** The programme whose tips come first in a flare. */
  flare: z.string('must be the name of a file of content/programmes/ without .yaml').optional(),
  formerly: z.array(tipId, list).default([]),
  /** The tips that a clinic leaves out: one line, whatever the list above. */
  skip: z.array(tipId, list).default([]),
});

type ProgrammeFile = z.infer<typeof programmeFile>;

/** A file of content/programmes/ that could be read. */
export interface ProgrammeSource {
  readonly path: string;
  readonly programme: TipProgramme;
  /** All tips that the file lists, skipped ones included: they stay written, and keep their numbers. */
  readonly listed: TipProgramme['tips'];
  /** The programme whose tips come first in a flare, and the line that says so. */
  readonly flare?: { readonly id: string; readonly line: number };
  /** The line on which `choice` stands; 1 if it has none. */
  readonly choiceLine: number;
  /** The line on which a tip is listed. */
  lineOf(id: string): number;
}

/** The one that everybody begins with. */
export const firstProgramme = 'back-care';

const numberOf = (id: string): number => Number(id.slice(0, 2));

/** The indices at which a list repeats an earlier item. */
const repeats = (list: readonly string[]): readonly number[] =>
  list.flatMap((id, index) => (list.indexOf(id) < index ? [index] : []));

/**
 * Checks that the promised days and the tips agree: each day has its message, and no tip is listed that nobody would
 * get.
 */
const promiseProblem = ({ days, dose, tips, asks }: ProgrammeFile): string | undefined => {
  // The weekly question, where a programme has it, is one of the week's messages.
  const needed = Math.ceil((days * dose) / 7) - (asks ? Math.floor(days / 7) : 0);
  return needed === tips.length
    ? undefined
    : `${days} days at ${dose} messages a week take ${needed} tips${asks ? ' beside the weekly question' : ''}, and ${tips.length} are listed: change the days or the list`;
};

/** Checks that a programme that may be chosen has a number, a name, and a dose that can be spread over a week. */
const choiceProblems = (
  { number, choice: named, dose, asks }: ProgrammeFile,
  isFirst: boolean,
): readonly (readonly [at: keyof ProgrammeFile, what: string])[] => [
  ...(number !== undefined && !named
    ? [['number', 'is of no use without `choice`: say how it is chosen'] as const]
    : []),
  ...(named && number === undefined && !isFirst
    ? [['choice', 'needs a `number` of 1 to 9 that no other programme has: profiles know it by that'] as const]
    : []),
  ...(isFirst && number !== undefined
    ? [['number', 'must be left out: everybody begins with this programme'] as const]
    : []),
  ...(asks && !named
    ? [['asks', 'is of no use without `choice`: nobody is in this programme for itself'] as const]
    : []),
  ...((named ?? number) !== undefined && !dosesByNumber.has(dose)
    ? [
        [
          'dose',
          `must be ${[...dosesByNumber.keys()].join(', ')} messages a week where the programme may be chosen`,
        ] as const,
      ]
    : []),
];

/**
 * Checks `skip`: a name that leaves nothing out is most likely misspelt, and leaving out everything leaves no
 * programme.
 */
const skipProblems = (
  { skip }: ProgrammeFile,
  ids: readonly string[],
): readonly (readonly [at: number, what: string])[] => [
  ...skip.flatMap((tip, at) =>
    ids.includes(tip)
      ? []
      : [[at, `${tip} is not in \`tips\`, so there is nothing to skip: look at its name`] as const],
  ),
  ...(ids.every((tip) => skip.includes(tip)) ? [[0, 'leaves out every tip: leave one'] as const] : []),
];

/** Reads a programme; that each of its tips is written in every language is checked with the languages. */
export const readProgramme = (
  id: string,
  path: string,
  file: string,
): { readonly source?: ProgrammeSource; readonly problems: readonly Problem[] } => {
  const { value, problems, lineOf } = readYaml(path, file, programmeFile);
  if (value === undefined) return { problems };
  const ids = value.tips.map(({ tip }) => tip);
  const broken = promiseProblem(value);
  const dose = dosesByNumber.get(value.dose);
  const found: Problem[] = [
    ...repeats(ids).map((at) => ({
      path,
      line: lineOf('tips', at),
      what: `${ids[at]} is listed twice: nobody should get a tip again so soon`,
    })),
    ...repeats(value.formerly).map((at) => ({
      path,
      line: lineOf('formerly', at),
      what: `${value.formerly[at]} is listed twice in \`formerly\`: a list that somebody was on held it once`,
    })),
    ...choiceProblems(value, id === firstProgramme).map(([at, what]) => ({
      path,
      line: lineOf(at),
      what: `\`${at}\` ${what}`,
    })),
    ...skipProblems(value, ids).map(([at, what]) => ({ path, line: lineOf('skip', at), what })),
    ...(broken === undefined ? [] : [{ path, line: lineOf('days'), what: broken }]),
  ];
  const listed = value.tips.map(({ tip, topic, effort }) => ({
    tip,
    number: numberOf(tip),
    topic,
    ...(effort ? { effort } : {}),
  }));
  const programme: TipProgramme = {
    id,
    version: value.version,
    tips: listed.filter(({ tip }) => !value.skip.includes(tip)),
    gentle: [],
    formerly: value.formerly.map(numberOf),
    ...(value.number === undefined ? {} : { number: value.number }),
    ...(dose === undefined || dose === 'daily' ? {} : { dose }),
    ...(value.asks ? { asks: value.asks } : {}),
    ...(value.choice ? { choice: value.choice } : {}),
  };
  const flare = value.flare === undefined ? {} : { flare: { id: value.flare, line: lineOf('flare') } };
  const lineOfTip = (tip: string): number => lineOf('tips', ids.indexOf(tip));
  return {
    source: { path, programme, listed, ...flare, choiceLine: lineOf('choice'), lineOf: lineOfTip },
    problems: found,
  };
};

/** Days of a flare at most (shared/domain/diary/flare.ts). */
const flareDays = 10;

/** Checks the programme that another one names for a flare. */
const flareProblems = (
  { path, listed, flare }: ProgrammeSource,
  gentle: ProgrammeSource | undefined,
): readonly Problem[] => {
  if (!flare) return [];
  if (!gentle) return [{ path, line: flare.line, what: `there is no content/programmes/${flare.id}.yaml` }];
  const tooLong =
    gentle.listed.length > flareDays
      ? [
          {
            path: gentle.path,
            line: 1,
            what: `has more than ${flareDays} tips: a flare takes ${flareDays} days at most`,
          },
        ]
      : [];
  return [
    ...tooLong,
    ...gentle.listed.flatMap(({ tip }) => {
      const own = listed.find((each) => each.tip === tip);
      if (own && !own.effort) return [];
      const what = own ? `${tip} asks for an effort in ${path}` : `${tip} is not in ${path}`;
      return [{ path: gentle.path, line: gentle.lineOf(tip), what: `${what}: nobody should get it in a flare` }];
    }),
  ];
};

/** Gives each programme its tips for a flare: those of the programme it names, with its own topics. */
export const withFlares = (
  sources: readonly ProgrammeSource[],
): { readonly sources: readonly ProgrammeSource[]; readonly problems: readonly Problem[] } => {
  const namedBy = ({ flare }: ProgrammeSource) => sources.find(({ programme }) => programme.id === flare?.id);
  return {
    sources: sources.map((source) => {
      const { programme } = source;
      const gentle = (namedBy(source)?.listed ?? []).flatMap(
        ({ tip }) => programme.tips.find((own) => own.tip === tip) ?? [],
      );
      return { ...source, programme: { ...programme, gentle } };
    }),
    problems: sources.flatMap((source) => flareProblems(source, namedBy(source))),
  };
};

/**
 * The most letters of all choosable words together: what the summary has room for (shared/domain/answering/message.ts).
 */
const mostOfWords = 14;

/** Reports words and numbers that two programmes share, and choosable words that are too long together. */
export const sharedChoices = (sources: readonly ProgrammeSource[]): readonly Problem[] => {
  const chosen = sources.filter(({ programme }) => programme.choice);
  const problems = chosen.flatMap(({ path, choiceLine, programme: { number, choice: named } }, at) =>
    chosen
      .slice(0, at)
      .flatMap(({ programme: other }) => [
        ...(number !== undefined && number === other.number
          ? [`has the \`number\` of ${other.id}: give it its own`]
          : []),
        ...(named?.en.word === other.choice?.en.word || named?.fr.word === other.choice?.fr.word
          ? [`is chosen by the word of ${other.id}: give it its own`]
          : []),
      ])
      .map((what) => ({ path, line: choiceLine, what })),
  );
  const tooMany = (['en', 'fr'] as const).flatMap((language) =>
    // The longest list of choices is told in the programme whose own word is the shortest.
    chosen.flatMap(({ path, choiceLine, programme }) => {
      const others = chosen.filter((each) => each.programme !== programme);
      const length = others.reduce((sum, each) => sum + 2 + (each.programme.choice?.[language].word.length ?? 0), 0);
      return length <= mostOfWords
        ? []
        : [
            {
              path,
              line: choiceLine,
              what: `the words of the other programmes take ${length} letters in ${language}, and the summary has room for ${mostOfWords}: shorten them`,
            },
          ];
    }),
  );
  return [...problems, ...tooMany];
};
