/**
 * Who walks that long with ease is asked for no more. Half an hour on most days is what the coached walkers of WalkBack were led to, as
 * far as is generally known; that a little more each week puts off the next bout is in docs/facts.md#d5.
 */
const enough = 30;

/** The minutes to try in the week to come; undefined for whoever walks half an hour already. */
export interface NextMinutes {
  readonly from: number;
  readonly to: number;
}

/** One or two minutes more than somebody walks with ease. */
export const nextMinutes = (minutes: number): NextMinutes | undefined =>
  minutes >= enough ? undefined : { from: minutes + 1, to: minutes + 2 };
