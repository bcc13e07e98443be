/** What stands before a number, and what that makes of it. */
export interface Before {
  /**
   * `pain`: the pain is named right before it. `said`: other words that announce a score. `now`: today or now.
   * `bare`: a clause begins with it. `unknown`: other words. `other`: it is a time, a count, a name's number.
   */
  readonly kind: 'pain' | 'said' | 'now' | 'bare' | 'unknown' | 'other';
  /** The first token of the words that say "this is the score". */
  readonly from: number;
  /** Words there show that the number is unsure, a limit, or of another part of the body. */
  readonly doubtful: boolean;
  /** Words there deny that the number is meant: "not 6". */
  readonly denied: boolean;
  /** A verb of the past stands there, so the day of the number is open: "was". */
  readonly isPast: boolean;
  /** The back or the pain is named there. */
  readonly isNamed: boolean;
  /** "Is" or "went down to" stands there, said of something unknown. */
  readonly hasCopula: boolean;
  /** A verb that counts stands there: "slept", "took". */
  readonly counts: boolean;
  /** An article stands there: "a 6". Only a score, a school mark or a measure with its unit is said so. */
  readonly hasArticle: boolean;
  /** A name that takes a number stands there: day 3, L 5, room 8. */
  readonly isLabel: boolean;
  /** Something else than pain is named there, which has a number of its own: "mood 8". */
  readonly isOtherThing: boolean;
}
