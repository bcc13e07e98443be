import type { PersonAtDesk } from '../shared/domain/desk/person-at-desk.ts';
import { cityOf } from '../shared/domain/time/zone-names.ts';
import { percentOf } from '../shared/domain/tips/spend.ts';
import type { DiaryRow } from '../shared/exports/diary-document.ts';
import type { WaitingFlag } from '../shared/use-cases/desk/handle-worklist.ts';
import { personInWords } from '../shared/use-cases/desk/person-in-words.ts';
import { kindInWords, ownerInWords } from '../shared/use-cases/desk/red-flag-in-words.ts';
import type { ExplainedDay, ShownCohort, WrittenByThem } from '../shared/use-cases/desk/show-person.ts';
import type { Status, TodaysTip } from '../shared/use-cases/desk/show-today.ts';
import {
  countsInWords,
  dayInWords,
  fateInWords,
  onClockOf,
  reasonInWords,
} from '../shared/use-cases/desk/tip-in-words.ts';
import { inColumns } from './columns.ts';

/** Somebody's settings, and by which code they came where that was read. */
export const personLines = (person: PersonAtDesk, cohort?: ShownCohort): readonly string[] =>
  inColumns(personInWords('en', person, cohort));

/** What RESUME came to. */
export const resumedLines = ({ nextTip }: PersonAtDesk): readonly string[] => [
  nextTip === undefined ? 'Done, but no tip comes: explain says why.' : `Done: the next tip comes on ${nextTip}.`,
];

/** The title of each tip by its id. */
type Titles = ReadonlyMap<string, string>;

/** Days and their tips. */
export const dayLines = (days: readonly ExplainedDay[], titles: Titles): readonly string[] =>
  inColumns(
    days.map((day) => {
      const { title = '-', id } = dayInWords('en', day, titles);
      return [day.date, id === undefined ? title : `${title} (${id})`, fateInWords('en', day, day.zone)];
    }),
  );

/** One day's tip, and why that one. */
export const explainedLines = (day: ExplainedDay, titles: Titles): readonly string[] => {
  const isNone = day.decision === 'none' || day.decision === 'skipped';
  return [
    ...dayLines([day], titles),
    ...(isNone || day.decision === 'claimed' ? [] : [`why this tip: ${reasonInWords('en', day)}`]),
  ];
};

const countLines = (counts: Parameters<typeof countsInWords>[1]): readonly (readonly string[])[] =>
  countsInWords('en', counts).map(([words, count]) => [`  ${words}`, String(count)]);

const tipsOf: Readonly<Record<string, string>> = { sms: 'texts', email: 'mails', erasure: 'erasures' };

/** How things stand: each day's tips, the month's money, the queues. */
export const statusLines = ({ days, money, queues }: Status): readonly string[] =>
  inColumns([
    ...(days.length === 0 ? [['no tip has come to anything, yesterday or today']] : []),
    ...days.flatMap(({ date, decided, missed, outcomes, withoutTip }) => [
      [`tips of ${date}`, String(decided)],
      ...countLines(outcomes),
      ...countLines(withoutTip),
      ['  of them went without, and not because they wished to', String(missed)],
    ]),
    ...money.map((spend) => [
      `${tipsOf[spend.channel]} of this month`,
      `${spend.used} of ${spend.cap} (${percentOf(spend)} %)`,
    ]),
    ...queues.map(({ queue, waiting, givenUp }) => [
      `${tipsOf[queue]} in the queue`,
      `${waiting} waiting, ${givenUp} given up`,
    ]),
  ]);

/** Everybody's tip of today. */
export const todayLines = (tips: readonly TodaysTip[]): readonly string[] =>
  tips.length === 0
    ? ['nobody']
    : inColumns(
        tips.map(({ id, date, time, zone, tipsBy, tip }) => [
          id,
          `${date} ${time}`,
          cityOf(zone),
          tipsBy === 'sms' ? 'by text' : 'by mail',
          fateInWords('en', tip, zone),
        ]),
      );

/** Scores and notes. */
export const diaryLines = (rows: readonly DiaryRow[]): readonly string[] =>
  rows.length === 0
    ? ['no entries']
    : inColumns(
        rows.map(({ date, time, score, note }) => [date, time ?? '', score === null ? '' : String(score), note ?? '']),
      );

const goalStates = { open: 'wanted', done: 'reached', replaced: 'given up for another' } as const;

/** What somebody wants to be able to do. */
export const goalLines = (goals: WrittenByThem['goals']): readonly string[] =>
  goals.length === 0
    ? []
    : ['', 'goals', ...inColumns(goals.map(({ date, words, state }) => [date, goalStates[state], words]))];

/** Red flags, each with the key to acknowledge it by. */
export const worklistLines = (flags: readonly WaitingFlag[]): readonly string[] =>
  flags.length === 0
    ? ['nothing waits']
    : inColumns(
        flags.map((flag) => [
          onClockOf(flag.zone, flag.at),
          kindInWords.en[flag.kind],
          flag.phone ?? '',
          ownerInWords('en', flag),
          flag.event,
        ]),
      );

/** What came of an acknowledgement. */
export const acknowledgedLines = (events: readonly string[]): readonly string[] =>
  events.length === 0
    ? ['You have it already.']
    : [`Done: you have ${events.length === 1 ? 'it' : `all ${events.length}`}. Nobody else is told.`];

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
