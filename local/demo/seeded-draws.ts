/** Random numbers that a seed repeats, so that the demo clinic is the same each time it is filled. */
export interface SeededDraws {
  /** In [0, 1). */
  next(): number;
  /** Draws whether something of this probability (0 to 1) happens. */
  happens(often: number): boolean;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** A linear congruential generator (Numerical Recipes' constants): even enough for fiction. */
export const seededDraws = (seed: number): SeededDraws => {
  // A few steps apart, or neighbouring seeds would begin alike.
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    happens: (often) => next() < often,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
  };
};
