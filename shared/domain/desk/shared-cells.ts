import { leastCount } from './small-counts.ts';

/** The people, by their indices in a list, who share a value. */
export interface Cell<V> {
  readonly value: V;
  readonly people: readonly number[];
}

/** A range of scores, both ends included. */
export interface ScoreRange {
  readonly from: number;
  readonly to: number;
}

/** The value given out for several values that too few people share. */
export const otherValue = 'other';

const isFew = (count: number): boolean => count > 0 && count < leastCount;
const sizeOf = (cells: readonly Cell<unknown>[]): number => cells.reduce((sum, { people }) => sum + people.length, 0);
const bySize = <V>(cells: readonly Cell<V>[]): readonly Cell<V>[] =>
  cells.toSorted((one, other) => one.people.length - other.people.length);

/** Groups people by their value. */
export const cellsOf = <V extends string | number>(values: ReadonlyMap<number, V>): readonly Cell<V>[] => {
  const byValue = new Map<V, number[]>();
  for (const [person, value] of values) byValue.set(value, [...(byValue.get(value) ?? []), person]);
  return [...byValue].map(([value, people]) => ({ value, people }));
};

/**
 * The cells that may be given out. A small one is left out, and its people join those about whom nothing is said. These
 * must not be few either, or they could be found by subtraction, so the smallest cells are left out one by one until
 * they are five or more. `silent` holds how many people are already without a value, once for each crowd that they may
 * be subtracted from (everybody; those who were with us by then).
 */
export const tellable = <V>(cells: readonly Cell<V>[], silent: readonly number[]): readonly Cell<V>[] => {
  const few = cells.filter(({ people }) => isFew(people.length));
  let hidden = sizeOf(few);
  let told = bySize(cells.filter(({ people }) => people.length >= leastCount));
  while (told.length > 0 && silent.some((count) => isFew(count + hidden))) {
    hidden += told[0]?.people.length ?? 0;
    told = told.slice(1);
  }
  return told;
};

/**
 * Groups scores, as whole numbers, into ranges that five people or more share. Fewer than five scores become one range,
 * which is then too small to be given out.
 */
export const inRanges = (scores: ReadonlyMap<number, number>): readonly Cell<ScoreRange>[] => {
  const ranges: Cell<ScoreRange>[] = [];
  let open: Cell<ScoreRange> | undefined;
  const whole = new Map([...scores].map(([person, score]) => [person, Math.round(score)]));
  for (const { value, people } of cellsOf(whole).toSorted((one, other) => one.value - other.value)) {
    open = {
      value: { from: open?.value.from ?? value, to: value },
      people: [...(open?.people ?? []), ...people],
    };
    if (open.people.length < leastCount) continue;
    ranges.push(open);
    open = undefined;
  }
  const last = ranges.at(-1);
  if (!open || !last) return open ? [open] : ranges;
  const joined = {
    value: { from: last.value.from, to: open.value.to },
    people: [...last.people, ...open.people],
  };
  return [...ranges.slice(0, -1), joined];
};

/**
 * Groups names; those that fewer than five people share become `other`, together with the next smallest until it has
 * five.
 */
export const withOther = (names: ReadonlyMap<number, string>): readonly Cell<string>[] => {
  const rising = bySize(cellsOf(names));
  const few = rising.filter(({ people }) => isFew(people.length));
  if (few.length === 0) return rising;
  let count = few.length;
  while (count < rising.length && sizeOf(rising.slice(0, count)) < leastCount) count += 1;
  const other = rising.slice(0, count).flatMap(({ people }) => people);
  return [{ value: otherValue, people: other }, ...rising.slice(count)];
};
