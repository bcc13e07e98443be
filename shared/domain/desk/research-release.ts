import type { Reach } from '../diary/diary.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import type { Dose } from '../tips/dose.ts';
import { type Cell, cellsOf, inRanges, type ScoreRange, tellable, withOther } from './shared-cells.ts';
import { leastCount } from './small-counts.ts';

/** Somebody who said RESEARCH YES. Days are counted from the one on which they joined, which is 0, by their own clock. */
export interface ResearchPerson {
  /** How many days they have been with us. */
  readonly days: number;
  readonly arm?: string;
  readonly dose: Dose;
  /** Each day's mean. */
  readonly scores: ReadonlyMap<number, number>;
  /** What they answered to the weekly question, by the week that it is about: the first is 1. */
  readonly answers: ReadonlyMap<number, Reach>;
  /** Which tip came or is on its way, by its id. */
  readonly tips: ReadonlyMap<number, string>;
}

/** Somebody under a code. What is left out would be shared by too few. */
export interface ReleasedPerson {
  readonly code: string;
  /** The day on which they joined, shifted: any day of a century is as likely. */
  readonly joined: LocalDate;
  readonly arm?: string;
  readonly dose?: Dose;
  readonly weeks?: string;
}

type Released<Slot extends string, Value> = Readonly<Record<Slot, number>> & { readonly code: string } & Value;

/** What may be given out. Every line of it, but for the code and the shifted day, holds for five people or more. */
export interface ResearchRelease {
  readonly people: readonly ReleasedPerson[];
  readonly scores: readonly Released<'day', ScoreRange>[];
  readonly answers: readonly Released<'week', { readonly answer: string }>[];
  readonly tips: readonly Released<'day', { readonly tip: string }>[];
}

/** A whole number from 0 up to, not including, `below`: each is as likely. */
export type Draw = (below: number) => number;

/** A century far from any true date, so that nobody takes one for it (MIMIC, a database of intensive care, does so too). */
const firstShifted = '2100-01-01';
const shiftedDays = 36_525;

// No 0/O, 1/I/L: codes are read out and typed.
const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 8;

const drawCodes = (count: number, draw: Draw): readonly string[] => {
  const codes = new Set<string>();
  while (codes.size < count)
    codes.add(Array.from({ length: codeLength }, () => codeLetters.charAt(draw(codeLetters.length))).join(''));
  return [...codes];
};

/** How long they have been with us, as it is told. */
const weekBands = [
  [52, '52 and more'],
  [26, '26 to 51'],
  [12, '12 to 25'],
  [4, '4 to 11'],
  [0, '0 to 3'],
] as const;
const weeksOf = ({ days }: ResearchPerson): string =>
  weekBands.find(([from]) => Math.floor(days / 7) >= from)?.[1] ?? weekBands[4][1];

/** In no arm of a study, as it is told. */
export const noArm = 'none';

type Traits = Pick<ReleasedPerson, 'arm' | 'dose' | 'weeks'>;
const traitsOf = (person: ResearchPerson): Required<Traits> => ({
  arm: person.arm ?? noArm,
  dose: person.dose,
  weeks: weeksOf(person),
});

/** What is told of people together, the most first; the last tells nothing. */
const recodings: readonly (readonly (keyof Traits)[])[] = [['arm', 'dose', 'weeks'], ['arm', 'dose'], ['arm'], []];
/** Of so many people nothing may be told for the sake of telling more of the others. */
const mostUntold = 0.1;

const picked = (traits: Required<Traits>, names: readonly (keyof Traits)[]): Traits =>
  Object.fromEntries(names.map((name) => [name, traits[name]]));

/** What is told of each person: the most that leaves at most a tenth of them with nothing, each line of it five people's. */
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
 * What is told of everybody, slot after slot (a day, a week). Of each slot the values are put together as `together` does, and
 * those that are told leave five people or more, or none, of whom nothing is.
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
 * What may be given out of the people who agreed to it; undefined of fewer than five. Codes and shifts are drawn anew each
 * time; lines stand in the order of codes, which tells nothing.
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
