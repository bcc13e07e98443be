import type { PersonAtDesk } from '../../domain/desk/person-at-desk.ts';
import type { ShownCohort } from './show-person.ts';
import { minute } from './tip-in-words.ts';

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/**
 * Somebody's settings, and by which code they came where that was read, each with what it is: for the command line and for the
 * page.
 */
export const personInWords = (
  person: PersonAtDesk,
  cohort?: ShownCohort,
): readonly (readonly [name: string, value: string])[] => [
  ['pseudonym', person.id],
  ['status', person.stopReason === undefined ? person.status : `${person.status} (${person.stopReason})`],
  ['tips', `by ${person.tipsBy} at ${person.time}, ${person.zone}${person.zoneSource === 'guess' ? ' (a guess)' : ''}`],
  ['next tip', person.nextTip ?? 'none'],
  ['paused until', person.pausedUntil ?? (person.addressFails ? 'their address fails' : 'not paused')],
  ['language', person.language],
  ['country', person.country],
  ['joined', minute(Date.parse(person.joinedAt))],
  ['tips given', String(person.tipsGiven)],
  [
    'has',
    `phone ${yesNo(person.hasPhone)}, mailbox ${yesNo(person.hasMailbox)}${person.mailboxWaits ? ' (one waits to be confirmed)' : ''}`,
  ],
  ...(cohort ? [['came by', `${cohort.code}: ${cohort.clinic}, ${cohort.contact}`] as const] : []),
  ['clinic may read', yesNo(person.letsClinicRead)],
  ['in research', yesNo(person.letsResearch)],
];
