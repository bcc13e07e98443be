/** A tip of a programme. */
export interface ProgrammeTip {
  /** File name of the tip without `.md`, the same in every language. */
  readonly tip: string;
  /**
   * The number in the name of the tip's file, from 1 on. What people have had is remembered by it, so it never changes
   * and is never given to another tip.
   */
  readonly number: number;
  /** What the tip is about; tips of one topic are relatives. */
  readonly topic: string;
  /** It asks for an effort of body or will: it waits while somebody's pain is well above their usual (../diary/flare.ts). */
  readonly effort?: true;
}

/** Which tip comes when: a file of content/programmes/. */
export interface TipProgramme {
  readonly id: string;
  readonly version: string;
  /** In the order in which they come. */
  readonly tips: readonly ProgrammeTip[];
  /** What comes in a flare in place of a tip that asks for an effort, in this order: the tips of another programme. */
  readonly gentle: readonly ProgrammeTip[];
  /** Numbers of the tips in the order they came in before courses were kept (course.ts). */
  readonly formerly: readonly number[];
}
