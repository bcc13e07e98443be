import type { TipExplanation } from '../shared/domain/desk/explain-tip.ts';
import type { PersonAtDesk } from '../shared/domain/desk/person-at-desk.ts';
import type { TodaysPicture } from '../shared/domain/desk/todays-picture.ts';
import type { DiaryRow } from '../shared/exports/diary-document.ts';
import type { ExplainedDay } from '../shared/use-cases/desk/show-person.ts';
import type { TodaysTip } from '../shared/use-cases/desk/show-today.ts';

/** Columns as wide as their widest cell. */
const inColumns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Reasons and states, in words that say what to do about them. */
const inWords: Readonly<Record<string, string>> = {
  late: 'skipped: more than 2 hours late',
  'outside-window': 'not between 08:00 and 20:00 where they may be',
  'too-soon': 'less than 10 hours after the last tip',
  paused: 'paused',
  'failing-address': 'paused: three days in a row did not arrive',
  'unconfirmed-mailbox': 'their mailbox has not confirmed',
  stopped: 'they have left',
  pending: 'signed up, and the mailbox has not confirmed',
  erasing: 'being erased',
  'before-joining': 'they joined after its time',
  'already-given': 'a later tip was given already',
  'no-record': 'nothing was written down: it did not go out, or their time or zone was another then',
  unknown: 'in doubt: the provider never said, and a mail is not sent twice',
  accepted: 'taken by the provider, not known to have arrived',
  sent: 'on its way, not known to have arrived',
  delivered: 'arrived',
  undelivered: 'did not arrive',
  failed: 'refused',
  claimed: 'being sent',
  due: 'its time has come: in the queue',
  'to-come': 'to come',
};
const words = (key: string): string => inWords[key] ?? key;

/** A tip's fate in a line. */
export const tipInWords = (tip: TipExplanation): string => {
  switch (tip.decision) {
    case 'none':
      return `none: ${words(tip.reason)}`;
    case 'to-come':
      return `to come at ${minute(tip.at)}`;
    case 'due':
    case 'claimed':
      return words(tip.decision);
    case 'skipped':
      return `none: ${words(tip.reason ?? 'no-record')}`;
    default: {
      const code = tip.code === undefined ? '' : ` (${tip.channel === 'sms' ? 'Twilio' : 'SES'} ${tip.code})`;
      return `${words(tip.decision)}${code}, ${minute(tip.at)}`;
    }
  }
};

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

/** Somebody's settings. */
export const personLines = (person: PersonAtDesk): readonly string[] =>
  inColumns([
    ['pseudonym', person.id],
    ['status', person.stopReason === undefined ? person.status : `${person.status} (${person.stopReason})`],
    [
      'tips',
      `by ${person.tipsBy} at ${person.time}, ${person.zone}${person.zoneSource === 'guess' ? ' (a guess)' : ''}`,
    ],
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
    ['clinic may read', yesNo(person.letsClinicRead)],
  ]);

/** Days and their tips. */
export const dayLines = (days: readonly ExplainedDay[]): readonly string[] =>
  inColumns(days.map((day) => [day.date, 'tip' in day && day.tip !== undefined ? day.tip : '-', tipInWords(day)]));

const countLines = (counts: Readonly<Record<string, number | undefined>>): readonly (readonly string[])[] =>
  Object.entries(counts).map(([key, count = 0]) => [`  ${words(key)}`, String(count)]);

/** Today's picture. */
export const statusLines = ({ active, toCome, underWay, outcomes, withoutTip }: TodaysPicture): readonly string[] =>
  inColumns([
    ['people with us', String(active)],
    ['  their tip is to come', String(toCome)],
    ['  its time has come', String(underWay)],
    ...countLines(outcomes),
    ['without a tip today', String(Object.values(withoutTip).reduce((sum, count) => sum + count, 0))],
    ...countLines(withoutTip),
  ]);

/** Everybody's tip of today. */
export const todayLines = (tips: readonly TodaysTip[]): readonly string[] =>
  tips.length === 0
    ? ['nobody']
    : inColumns(
        tips.map(({ id, date, time, zone, tipsBy, tip }) => [id, `${date} ${time}`, zone, tipsBy, tipInWords(tip)]),
      );

/** Scores and notes. */
export const diaryLines = (rows: readonly DiaryRow[]): readonly string[] =>
  rows.length === 0
    ? ['no entries']
    : inColumns(
        rows.map(({ date, time, score, note }) => [date, time ?? '', score === null ? '' : String(score), note ?? '']),
      );

interface AuditEntry {
  readonly at: number;
  readonly who: string;
  readonly role: string;
  readonly operation: string;
  readonly whom?: string | undefined;
  readonly refused?: string | undefined;
}

/** Who did what at the desk. */
export const auditLines = (lines: readonly AuditEntry[]): readonly string[] =>
  lines.length === 0
    ? ['nothing']
    : inColumns(
        lines.map(({ at, who, role, operation, whom = '', refused }) => [
          new Date(at).toISOString(),
          who,
          role,
          operation,
          whom,
          refused === undefined ? '' : `refused: ${refused}`,
        ]),
      );
