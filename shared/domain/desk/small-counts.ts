/** A count under this may point at somebody: 1 to 4 people are not told apart from one another. */
export const leastCount = 5;

/** A count as it may be shown; undefined: hidden. */
export type ShownCount = number | undefined;

const isSmall = (count: number): boolean => count > 0 && count < leastCount;

/**
 * Counts that add up to a total which is shown as well. A small one is hidden, and so are as many of the next larger, until
 * what is hidden is two counts or more of five or more together: else it could be had by subtraction. What is hidden for
 * itself and what is hidden for another look the same.
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

/** Some of a number of people that is shown: hidden if they, or the others, are few. */
export const someOf = (some: number, all: number): ShownCount =>
  isSmall(some) || isSmall(all - some) ? undefined : some;

/** A total: hidden if it is small itself. */
export const total = (count: number): ShownCount => (isSmall(count) ? undefined : count);
