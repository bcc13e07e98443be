import { leastCount } from './small-counts.ts';

/** People, by their places in a list, of whom the same value is told. */
export interface Cell<V> {
  readonly value: V;
  readonly people: readonly number[];
}

/** A range of scores, both ends included. */
export interface ScoreRange {
  readonly from: number;
  readonly to: number;
}

/** What is told of several values that too few people share each. */
export const otherValue = 'other';

const isFew = (count: number): boolean => count > 0 && count < leastCount;
const sizeOf = (cells: readonly Cell<unknown>[]): number => cells.reduce((sum, { people }) => sum + people.length, 0);
const bySize = <V>(cells: readonly Cell<V>[]): readonly Cell<V>[] =>
  cells.toSorted((one, other) => one.people.length - other.people.length);

/** The people who have each value. */
export const cellsOf = <V extends string | number>(values: ReadonlyMap<number, V>): readonly Cell<V>[] => {
  const byValue = new Map<V, number[]>();
  for (const [person, value] of values) byValue.set(value, [...(byValue.get(value) ?? []), person]);
  return [...byValue].map(([value, people]) => ({ value, people }));
};

/**
 * The cells that may be told. A small one is left out; whoever was in it is then among those of whom nothing is told. These
 * must not be few either, or they could be had by subtraction: so the smallest cells are left out, one after another, until
 * they are five or more. `silent`: how many are told nothing of before that, once for each crowd that they may be subtracted
 * from (everybody; those who were with us by then).
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
 * Scores as whole numbers, neighbours put together until five people or more share each range. Fewer than five scores are
 * one range, which is then too small to be told.
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

/** Names, those that fewer than five people share put together as `other`, with the next smallest until it is five. */
export const withOther = (names: ReadonlyMap<number, string>): readonly Cell<string>[] => {
  const rising = bySize(cellsOf(names));
  const few = rising.filter(({ people }) => isFew(people.length));
  if (few.length === 0) return rising;
  let count = few.length;
  while (count < rising.length && sizeOf(rising.slice(0, count)) < leastCount) count += 1;
  const other = rising.slice(0, count).flatMap(({ people }) => people);
  return [{ value: otherValue, people: other }, ...rising.slice(count)];
};
