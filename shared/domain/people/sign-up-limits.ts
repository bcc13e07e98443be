const hourMs = 3_600_000;

/** The time in which something is counted. */
export interface CountedSpan {
  /** When it began, epoch ms. */
  readonly from: number;
  readonly until: number;
}

/** The hour by the clock. */
export const hourOf = (now: number): CountedSpan => {
  const from = Math.floor(now / hourMs) * hourMs;
  return { from, until: from + hourMs };
};

/**
 * Confirmation mails that the sign-up page may ask for in an hour. From one network: a waiting room or a works meeting
 * behind one address, not a script. In total: more than a clinic's poster brings, and so few that strangers cannot make
 * SES take the whole account for a spammer (docs/facts.md#b5).
 */
export const signUpsAnHour = { network: 20, total: 100 } as const;
