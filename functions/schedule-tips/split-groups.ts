/** The workers of a channel's queue, and how much each takes at a time (infra/pace.ts). */
export interface Workforce {
  readonly workers: number;
  /** The most members of a queue message. */
  readonly groupSize: number;
  /** Messages per second that the provider accepts from all workers together. */
  readonly perSecond: number;
}

/**
 * Divides members into as few groups as possible, of about equal size. If there are more groups than workers, every
 * worker gets as many: with fifteen groups for two workers, one would work on the last while half of the rate goes
 * unused.
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
