/** What stands before a number, and what it makes of it. */
export interface Before {
  /**
   * `pain`: the pain is named right before it. `said`: other words that announce a score. `now`: today or now.
   * `bare`: a clause begins with it. `unknown`: other words. `other`: it is a time, a count, a name's number.
   */
  readonly kind: 'pain' | 'said' | 'now' | 'bare' | 'unknown' | 'other';
  /** The first token of all that says "this is the score". */
  readonly from: number;
  /** Something there says that the number is not sure, a limit, or of another part of the body. */
  readonly doubtful: boolean;
  /** The number is said not to be meant: "not 6". */
  readonly denied: boolean;
  /** "Was": needs to hear when. */
  readonly isPast: boolean;
  /** The back or the pain is named there. */
  readonly isNamed: boolean;
  /** "Is" or "went down to" stands there, said of something that is not known. */
  readonly hasCopula: boolean;
  /** A verb stands there that counts: "slept", "took". */
  readonly counts: boolean;
  /** "A 6": nothing but a score, a mark or a measure with its unit is said with an article. */
  readonly hasArticle: boolean;
  /** A name that has a number stands there: day 3, L 5, room 8. */
  readonly isLabel: boolean;
  /** What stands there names another thing than pain, which has a number of its own: "mood 8". */
  readonly isOtherThing: boolean;
}
