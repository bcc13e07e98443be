import type { LocalDate } from '../time/local-time.ts';

/** How far we have gone down with somebody who says nothing: one question, fewer tips, none. */
export type SilenceStep = 'nudged' | 'fewer' | 'gone';

/** What a profile knows of when somebody was last heard from. */
export interface Silence {
  /**
   * The local date that silence is counted from. A score writes no profile, so they may have been heard since: the diary
   * is read before anything is made of it. A step that comes late (a pause, a phone in a drawer) moves it, so that the next
   * one keeps its distance.
   */
  readonly since: LocalDate;
  readonly step?: SilenceStep | undefined;
}
