import * as z from 'zod';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const tipId = z
  .string('must be the name of a tip file without .md')
  .regex(
    /^(?!00)\d\d-[a-z0-9-]+$/,
    'must be a number of two digits and a name, as 07-exercise: what people have had is kept by the number',
  );

const atMost = (most: number, unit: string) =>
  z
    .int(`must be a whole number of ${unit}`)
    .min(1, `must be 1 to ${most} ${unit}`)
    .max(most, `must be 1 to ${most} ${unit}`);

const programmeFile = z.strictObject({
  version: z.string('is missing: put the date of the last change in quotes').min(1, 'is empty: write a date'),
  days: atMost(366, 'days'),
  // More than one message a day is no programme: nobody gets two on one local date.
  dose: atMost(7, 'messages a week'),
  tips: z
    .array(
      z.strictObject({
        tip: tipId,
        topic: z.string('is missing: name what the tip is about').regex(/^[a-z-]+$/, 'must be a word in lower case'),
        /** Waits in a flare. */
        effort: z.literal(true, 'is `true`, or is left out').optional(),
      }),
      'is missing: list the tips in order',
    )
    .min(1, 'is empty: list the tips in order'),
  /** The programme whose tips come first in a flare. */
  flare: z.string('must be the name of a file of content/programmes/ without .yaml').optional(),
  formerly: z.array(tipId).default([]),
  /** What a clinic leaves out: one line, whatever the list above. */
  skip: z.array(tipId).default([]),
});

type ProgrammeFile = z.infer<typeof programmeFile>;

/** A file of content/programmes/ that could be read. */
export interface ProgrammeSource {
  readonly path: string;
  readonly programme: TipProgramme;
  /** All tips that the file lists, those that are skipped among them: they stay written, and keep their numbers. */
  readonly listed: TipProgramme['tips'];
  /** The programme whose tips come first in a flare, and the line that says so. */
  readonly flare?: { readonly id: string; readonly line: number };
  /** The line on which a tip is listed. */
  lineOf(id: string): number;
}

const numberOf = (id: string): number => Number(id.slice(0, 2));

/** Places in a list at which something stands that stood before. */
const repeats = (list: readonly string[]): readonly number[] =>
  list.flatMap((id, index) => (list.indexOf(id) < index ? [index] : []));

/** Each day that is promised has its message, and none is listed that nobody would get. */
const promiseProblem = ({ days, dose, tips }: ProgrammeFile): string | undefined => {
  const needed = Math.ceil((days * dose) / 7);
  return needed === tips.length
    ? undefined
    : `${days} days at ${dose} messages a week take ${needed} tips, and ${tips.length} are listed: change the days or the list`;
};

/** A name in `skip` that leaves nothing out is most likely misspelt; what leaves out everything is no programme. */
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
  };
  const flare = value.flare === undefined ? {} : { flare: { id: value.flare, line: lineOf('flare') } };
  const lineOfTip = (tip: string): number => lineOf('tips', ids.indexOf(tip));
  return { source: { path, programme, listed, ...flare, lineOf: lineOfTip }, problems: found };
};

/** Days of a flare at most (shared/domain/diary/flare.ts). */
const flareDays = 10;

/** What is wrong with a programme's choice of another for a flare. */
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

/** The programmes, each with the tips that come in a flare: those of the programme it names, with its own topics. */
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
