import type { CountedSpan } from './sign-up-limits.ts';

const dayMs = 86_400_000;

/** How many strangers may begin a subscription by text: each of its days is paid for. */
export interface JoinLimits {
  readonly aDay: number;
  /** Ever: whoever leaves makes no room, so that coming and going costs no more than staying. */
  readonly inTotal: number;
}

/** The day, in UTC, in which joins are counted. */
export const dayOf = (now: number): CountedSpan => {
  const from = Math.floor(now / dayMs) * dayMs;
  return { from, until: from + dayMs };
};

/** All time: what is counted here is never forgotten. */
export const ever: CountedSpan = { from: 0, until: Date.UTC(2999, 0) };
