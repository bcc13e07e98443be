import type { Reach } from '../diary/diary.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import type { Dose } from '../tips/dose.ts';
import { type Cell, cellsOf, inRanges, type ScoreRange, tellable, withOther } from './shared-cells.ts';
import { leastCount } from './small-counts.ts';

/** Somebody who said RESEARCH YES. Days are counted by their own clock, from day 0 on which they joined. */
export interface ResearchPerson {
  /** How many days they have been with us. */
  readonly days: number;
  readonly arm?: string;
  readonly dose: Dose;
  /** Each day's mean. */
  readonly scores: ReadonlyMap<number, number>;
  /** Their answers to the weekly question, by the week they are about; the first week is 1. */
  readonly answers: ReadonlyMap<number, Reach>;
  /** The id of the tip of each day that came or is on its way. */
  readonly tips: ReadonlyMap<number, string>;
}

/** A person under a code. Values that too few people share are left out. */
export interface ReleasedPerson {
  readonly code: string;
  /** The day on which they joined, shifted at random within a century. */
  readonly joined: LocalDate;
  readonly arm?: string;
  readonly dose?: Dose;
  readonly weeks?: string;
}

type Released<Slot extends string, Value> = Readonly<Record<Slot, number>> & { readonly code: string } & Value;

/**
 * The data that may be given out. Every line of it, except the code and the shifted day, is shared by five people or
 * more.
 */
export interface ResearchRelease {
  readonly people: readonly ReleasedPerson[];
  readonly scores: readonly Released<'day', ScoreRange>[];
  readonly answers: readonly Released<'week', { readonly answer: string }>[];
  readonly tips: readonly Released<'day', { readonly tip: string }>[];
}

/** Draws a whole number from 0 to below `below`, each equally likely. */
export type Draw = (below: number) => number;

/**
 * The start of the shifted dates, a century far from any true one, so that nobody takes them for true (MIMIC, a
 * database of intensive care, does the same).
 */
const firstShifted = '2100-01-01';
const shiftedDays = 36_525;

// No 0/O or 1/I/L, because codes are read out and typed.
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 8;

const drawCodes = (count: number, draw: Draw): readonly string[] => {
  const codes = new Set<string>();
  while (codes.size < count)
    codes.add(Array.from({ length: codeLength }, () => codeLetters.charAt(draw(codeLetters.length))).join(''));
  return [...codes];
};

/** The bands in which the time with us is given out. */
const weekBands = [
  [52, '52 and more'],
  [26, '26 to 51'],
  [12, '12 to 25'],
  [4, '4 to 11'],
  [0, '0 to 3'],
] as const;
const weeksOf = ({ days }: ResearchPerson): string =>
  weekBands.find(([from]) => Math.floor(days / 7) >= from)?.[1] ?? weekBands[4][1];

/** How somebody in no arm of a study is given out. */
export const noArm = 'none';

type Traits = Pick<ReleasedPerson, 'arm' | 'dose' | 'weeks'>;
const traitsOf = (person: ResearchPerson): Required<Traits> => ({
  arm: person.arm ?? noArm,
  dose: person.dose,
  weeks: weeksOf(person),
});

/** The sets of traits that may be given out together, largest first; the last is empty. */
const recodings: readonly (readonly (keyof Traits)[])[] = [['arm', 'dose', 'weeks'], ['arm', 'dose'], ['arm'], []];
/** The largest share of people about whom no trait is given out so that more is given out of the others. */
const mostUntold = 0.1;

const picked = (traits: Required<Traits>, names: readonly (keyof Traits)[]): Traits =>
  Object.fromEntries(names.map((name) => [name, traits[name]]));

/**
 * Chooses the traits given out of each person: the largest set that leaves at most a tenth of them without any, each
 * combination shared by five people.
 */
const tellTraits = (people: readonly ResearchPerson[]): ReadonlyMap<number, Traits> => {
  for (const names of recodings) {
    const keys = people.map((person) => JSON.stringify(picked(traitsOf(person), names)));
    const told = tellable(cellsOf(new Map(keys.entries())), [0]);
    const traits = new Map(
      told.flatMap(({ people: places }) =>
        places.map((place) => [place, people[place] ? picked(traitsOf(people[place]), names) : {}] as const),
      ),
    );
    if (traits.size >= (1 - mostUntold) * people.length) return traits;
  }
  return new Map();
};

/**
 * Chooses the values given out slot by slot (a day, a week). In each slot values are grouped by `together`; those given
 * out leave either nobody or at least five people about whom nothing is.
 */
const tellSlots = <T, V>(
  people: readonly ResearchPerson[],
  valuesOf: (person: ResearchPerson) => ReadonlyMap<number, T>,
  isThere: (person: ResearchPerson, slot: number) => boolean,
  together: (values: ReadonlyMap<number, T>) => readonly Cell<V>[],
): readonly { readonly person: number; readonly slot: number; readonly value: V }[] => {
  const slots = new Map<number, Map<number, T>>();
  for (const [place, person] of people.entries())
    for (const [slot, value] of valuesOf(person)) {
      const values = slots.get(slot) ?? new Map<number, T>();
      slots.set(slot, values.set(place, value));
    }
  return [...slots].flatMap(([slot, values]) => {
    const present = people.filter((person, place) => isThere(person, slot) || values.has(place)).length;
    const silent = [people.length - values.size, present - values.size];
    return tellable(together(values), silent).flatMap(({ value, people: places }) =>
      places.map((person) => ({ person, slot, value })),
    );
  });
};

/**
 * Makes the release of the people who agreed to it; undefined for fewer than five. Codes and shifts are drawn anew each
 * time, and lines are ordered by code, which reveals nothing.
 */
export const releaseResearch = (people: readonly ResearchPerson[], draw: Draw): ResearchRelease | undefined => {
  if (people.length < leastCount) return undefined;
  const codes = drawCodes(people.length, draw);
  const codeOf = (place: number): string => codes[place] ?? '';
  const traits = tellTraits(people);
  const inOrder = <L extends { readonly code: string }>(
    lines: readonly L[],
    slotOf: (line: L) => number,
  ): readonly L[] =>
    lines.toSorted((a, b) => Number(a.code > b.code) - Number(a.code < b.code) || slotOf(a) - slotOf(b));
  const onDay = ({ days }: ResearchPerson, day: number): boolean => days >= day;
  const inWeek = ({ days }: ResearchPerson, week: number): boolean => days >= 7 * week;
  const scores = tellSlots(people, (person) => person.scores, onDay, inRanges);
  const answers = tellSlots(people, (person) => person.answers, inWeek, cellsOf);
  const tips = tellSlots(people, (person) => person.tips, onDay, withOther);
  return {
    people: inOrder(
      people.map((_, place) => ({
        code: codeOf(place),
        joined: addDays(firstShifted, draw(shiftedDays)),
        ...traits.get(place),
      })),
      () => 0,
    ),
    scores: inOrder(
      scores.map(({ person, slot, value }) => ({ code: codeOf(person), day: slot, ...value })),
      ({ day }) => day,
    ),
    answers: inOrder(
      answers.map(({ person, slot, value }) => ({ code: codeOf(person), week: slot, answer: value })),
      ({ week }) => week,
    ),
    tips: inOrder(
      tips.map(({ person, slot, value }) => ({ code: codeOf(person), day: slot, tip: value })),
      ({ day }) => day,
    ),
  };
};
