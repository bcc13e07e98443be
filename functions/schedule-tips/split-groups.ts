/** Who works off a channel's queue, and how much of it at a time (infra/pace.ts). */
export interface Workforce {
  readonly workers: number;
  /** The most members of a queue message. */
  readonly groupSize: number;
  /** Messages a second that the provider takes from all of them together. */
  readonly perSecond: number;
}

/**
 * Shares members out in as few groups as may be, all about as large. More groups than workers become as many for each
 * worker: with fifteen for two of them, one would work on the last while the other half of the rate goes unused.
 */
export const splitGroups = <Member>(
  members: readonly Member[],
  { workers, groupSize }: Pick<Workforce, 'workers' | 'groupSize'>,
): readonly (readonly Member[])[] => {
  const fewest = Math.ceil(members.length / groupSize);
  const even = fewest > workers ? workers * Math.ceil(fewest / workers) : fewest;
  const groups = Math.min(members.length, even);
  const start = (group: number): number => Math.floor((group * members.length) / groups);
  return Array.from({ length: groups }, (_, group) => members.slice(start(group), start(group + 1)));
};
