/** A tip in its place of a programme. */
export interface ProgrammeTip {
  /** File name of the tip without `.md`, the same in every language. */
  readonly tip: string;
  /** That of the tip's file, from 1 on. What people have had is remembered by it, so it never changes and is never given away. */
  readonly number: number;
  /** What the tip is about; tips of one topic are relatives. */
  readonly topic: string;
}

/** Which tip comes when: a file of content/programmes/. */
export interface TipProgramme {
  readonly id: string;
  readonly version: string;
  /** In the order in which they come. */
  readonly tips: readonly ProgrammeTip[];
  /** Numbers of the tips in the order of before it was remembered which ones somebody has had (course.ts). */
  readonly formerly: readonly number[];
}
