import type { LocalDate } from '../time/local-time.ts';

/** The steps with somebody who says nothing: one question, fewer tips, none. */
export type SilenceStep = 'nudged' | 'fewer' | 'gone';

/** What a profile says about when somebody was last heard from. */
export interface Silence {
  /**
   * The local date from which silence is counted. A score writes no profile, so they may have been heard from since:
   * the diary is read before anything is concluded. A step that comes late (a pause, a phone switched off) moves it, so
   * that the next one keeps its distance.
   */
  readonly since: LocalDate;
  readonly step?: SilenceStep | undefined;
}
