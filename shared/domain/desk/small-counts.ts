/** The least count that is shown: a smaller one might point at somebody. */
export const leastCount = 5;

/** A count as it may be shown; undefined if it is hidden. */
export type ShownCount = number | undefined;

const isSmall = (count: number): boolean => count > 0 && count < leastCount;

/**
 * Hides small counts among counts whose total is shown as well. A small one is hidden, and the next larger ones too,
 * until at least two counts are hidden that are five or more together: otherwise one could be found by subtraction. The
 * two reasons for hiding look the same.
 */
export const hideSmall = (counts: readonly number[]): readonly ShownCount[] => {
  const rising = [...counts.entries()].filter(([, count]) => count > 0).toSorted(([, one], [, other]) => one - other);
  const hidden = new Set<number>();
  let sum = 0;
  for (const [place, count] of rising) {
    const isEnough = hidden.size === 0 || (hidden.size > 1 && sum >= leastCount);
    if (!isSmall(count) && isEnough) break;
    hidden.add(place);
    sum += count;
  }
  return counts.map((count, place) => (hidden.has(place) ? undefined : count));
};

/** A part of a number of people that is shown: hidden if the part, or the rest, is small. */
export const someOf = (some: number, all: number): ShownCount =>
  isSmall(some) || isSmall(all - some) ? undefined : some;

/** A total, hidden if it is small. */
export const total = (count: number): ShownCount => (isSmall(count) ? undefined : count);
