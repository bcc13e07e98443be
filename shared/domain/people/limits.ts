import { dayMs, hourMs } from '../time/durations.ts';

/** A span of time in which something is counted. */
export interface CountedSpan {
  /** When it began, epoch ms. */
  readonly from: number;
  readonly until: number;
}

const spanOf =
  (lengthMs: number) =>
  (now: number): CountedSpan => {
    const from = Math.floor(now / lengthMs) * lengthMs;
    return { from, until: from + lengthMs };
  };

/** The hour by the clock that an instant (epoch ms) is in. */
export const hourOf = spanOf(hourMs);

/** The day in UTC that an instant (epoch ms) is in. */
export const utcDayOf = spanOf(dayMs);

/** All time, for counts that are never forgotten. */
export const ever: CountedSpan = { from: 0, until: Date.UTC(2999, 0) };

/** How many strangers may begin a subscription by text, because each of its days is paid for. */
export interface JoinLimits {
  readonly aDay: number;
  /** The most ever: somebody who leaves makes no room, so that coming and going costs no more than staying. */
  readonly inTotal: number;
}

/**
 * How many confirmation mails the sign-up page may ask for in an hour. From one network: enough for a waiting room or a
 * works meeting behind one address, too few for a script. In total: more than a clinic's poster brings, and so few that
 * strangers cannot make SES take the whole account for a spammer (docs/facts.md#b5).
 */
export const signUpsAnHour = { network: 20, total: 100 } as const;

/**
 * How many mailboxes of a clinic's list may be invited in an hour, out of the total above: half of it, so that a long
 * list never closes the page to people in front of a poster.
 */
export const invitationsAnHour = 50;

/** How often one diary may be asked for as PDF in an hour: each takes a function some seconds. */
export const diaryPdfsAnHour = 20;
