/**
 * The minutes after which no more are suggested. The coached walkers of WalkBack were led to half an hour on most days
 * (general knowledge); that a little more each week puts off the next bout is in docs/facts.md#d5.
 */
const enough = 30;

/** The minutes to try in the coming week. */
export interface NextMinutes {
  readonly from: number;
  readonly to: number;
}

/**
 * Suggests one or two minutes more than somebody walks with ease; undefined for somebody who walks half an hour
 * already.
 */
export const nextMinutes = (minutes: number): NextMinutes | undefined =>
  minutes >= enough ? undefined : { from: minutes + 1, to: minutes + 2 };
