import { recentDays } from '../domain/diary/diary.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../domain/time/local-time.ts';

// Sort keys are chosen so that one Query reads a person: CONSENT# < DAY# < PROFILE < TIP#.

/** The partition of a person's items. */
export const subscriberKey = (id: SubscriberId): string => `SUB#${id}`;

/** The id in the key of a person's partition. */
export const idOfKey = (key: string): SubscriberId => key.slice('SUB#'.length);

/** The sort key of a profile, or of an alias. */
export const profileKey = 'PROFILE';
/**
 * The last tip, which outlasts ERASE for two days. It sorts between the pages and PROFILE, so that the Query that reads
 * a person reads it too.
 */
export const lastTipKey = 'LASTTIP';
/** How often a mailbox was asked to confirm. It sorts after PROFILE, so that reading a person does not read it. */
export const confirmationMailsKey = 'REQUESTS';
/** A page names its epoch, so that the pages of an earlier enrolment are never taken for this one's. */
export const pageKey = (date: LocalDate, epoch: string): string => `DAY#${date}#${epoch}`;
/** With what the sort key of every page of a diary begins. */
export const pagePrefix = 'DAY#';
/** A month's segments or mails, in a few items of one partition. */
export const spendKey = (month: string, channel: string, shard: string) => ({
  PK: `SPEND#${month}#${channel}`,
  SK: shard,
});
/**
 * The count of what strangers did in an hour or a day, under a name that identifies nobody and the instant at which
 * that time began.
 */
export const limitKey = (name: string, from: number) => ({ PK: `LIMIT#${name}`, SK: new Date(from).toISOString() });
/**
 * The desk's audit trail: one partition a day in UTC. `place`: which of the acts of that millisecond it is, from 0. The
 * letter before it stands behind the random hexadecimal digits in which the lines of earlier versions end.
 */
export const auditKey = (at: number, place: number) => {
  const instant = new Date(at).toISOString();
  return { PK: `AUDIT#${instant.slice(0, 10)}`, SK: `${instant}#n${String(place).padStart(6, '0')}` };
};
/** The tallies of a date's tips, as one shard of the table's stream tells them. */
export const tallyKey = (date: LocalDate, shard: string) => ({ PK: `TALLY#${date}`, SK: shard });
/** Red flags that wait for somebody: outside the persons' items, by pseudonym. */
export const worklistKey = (event: string) => ({ PK: 'WORKLIST', SK: event });
/** The clinic's codes, in one partition: a clinic has dozens, and each is read by its key. */
export const codeKey = (code: string) => ({ PK: 'CODES', SK: code });
/** Who joined by a code on a day in UTC. */
export const codeCountKey = (code: string, date: LocalDate) => ({ PK: `CODES#${code}`, SK: date });
/**
 * The cohort of an enrolment, and below it the code that a filled-in form waits with. They sort before the pages, so
 * that reading a person does not read them.
 */
export const cohortPrefix = 'COHORT#';
/** The sort key of an enrolment's cohort. */
export const cohortKey = (epoch: string): string => `${cohortPrefix}${epoch}`;
/** The sort key of the code that a form filled in at that instant (epoch ms) waits with. */
export const askedCodeKey = (askedAt: number): string => `ASKED#${new Date(askedAt).toISOString()}`;
/** That a mailbox was invited from a clinic's list; outside the person's items, for it outlives ERASE. */
export const invitationKey = (mailbox: SubscriberId) => ({ PK: `INVITED#${mailbox}`, SK: 'INVITED' });

/** The sort key of the outcome of a date's tip. */
export const tipKey = (date: LocalDate): string => `TIP#${date}`;
/**
 * What somebody shares for a visit. It sorts after PROFILE, like the outcomes of tips, so that reading a person does
 * not read it.
 */
export const visitPrefix = 'VISIT#';
/** The sort key of a share, by its name. */
export const visitKey = (share: string): string => `${visitPrefix}${share}`;
/** With what the sort key of every consent begins. */
export const consentPrefix = 'CONSENT#';
/** The sort key of a consent; without `act`, the key at which the consents of that instant begin. */
export const consentKey = (at: number, act?: string): string =>
  `${consentPrefix}${new Date(at).toISOString()}${act ? `#${act}` : ''}`;

/** The sort key at which the pages of a day and later ones begin; with `''`, all pages. */
export const pagesFrom = (date: LocalDate): string => `${pagePrefix}${date}`;
/**
 * The sort key at which the recent pages begin, given the date in UTC: one day before those of 40 days, because no zone
 * is further behind.
 */
export const recentStart = (utcDate: LocalDate): string => pagesFrom(addDays(utcDate, -recentDays));
