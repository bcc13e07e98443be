import { type Actor, letsClinicRead } from '../../domain/desk/authorise.ts';
import { type Month, type MonthReport, type PersonMonth, reportMonth } from '../../domain/desk/month-report.ts';
import type { RedFlagReaders } from '../../domain/desk/red-flag-readers.ts';
import type { DiaryEvent } from '../../domain/diary/diary.ts';
import { dayScores } from '../../domain/diary/diary-statistics.ts';
import { foldDiary } from '../../domain/diary/fold-diary.ts';
import type { Consent } from '../../domain/people/consent.ts';
import type { Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import { dayMs } from '../../domain/time/durations.ts';
import { addDays, daysBetween } from '../../domain/time/local-time.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import type { TipState } from '../../domain/tips/tip-outcome.ts';
import type { Clock } from '../../platform/clock.ts';
import { readOutcome, readWholeConsent } from '../../schemas/stored-items.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { consentPrefix, idOfKey, pageKey, pagePrefix, profileKey, tipKey } from '../../store/keys.ts';
import { eventsOfPage, pageOf } from '../../store/page-item.ts';
import { parsedItem } from '../../store/parsed-item.ts';
import type { Item } from '../../store/query-pages.ts';
import { scanTable } from '../../store/scan-table.ts';
import { readProfileItem } from '../../store/subscriber-item.ts';
import type { WorklistStore } from '../../store/worklist-store.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';
import type { Progress } from './show-today.ts';

interface ReportMonthDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly guard: Guard;
  readonly table: Table;
  readonly worklist: Pick<WorklistStore, 'list'>;
  readonly readers: RedFlagReaders;
}

/** The worklist keeps a red flag this long, so an older month's flags can no longer be counted. */
const flagsKeptDays = 100;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

const monthNamed = (said: string, now: number): Month => {
  if (!monthPattern.test(said))
    throw new CannotError({ en: 'a month is written like 2026-11', fr: 'un mois s’écrit comme 2026-11' });
  const first = `${said}-01`;
  // East of UTC the next day, and so perhaps the month, has already begun.
  if (first > new Date(now + dayMs).toISOString().slice(0, 10))
    throw new CannotError({ en: 'that month is yet to come', fr: 'ce mois est encore à venir' });
  // A month ends within 31 days.
  const last = Array.from({ length: 31 }, (_, days) => addDays(first, days)).findLast((date) => date.startsWith(said));
  return { first, last: last ?? first };
};

/** What the scan has found of one person's month so far. */
interface Found {
  subscriber?: Subscriber;
  readonly pages: { readonly epoch: string; readonly events: readonly DiaryEvent[] }[];
  readonly tips: TipState[];
  readonly consents: Pick<Consent, 'at' | 'act' | 'where'>[];
}

/** Whether a consent is to messages. Those to the clinic's reading, to research and to calls are others. */
const isOfMessages = ({ act }: Pick<Consent, 'act'>): boolean =>
  act === 'given' || act === 'confirmed' || act === 'withdrawn';

const personMonth = ({ subscriber, pages, tips, consents }: Found, month: Month): PersonMonth | undefined => {
  if (!subscriber || subscriber.status === 'pending' || subscriber.status === 'erasing') return undefined;
  const { zone, epoch, joinedAt } = subscriber;
  const history = consents.filter(isOfMessages).toSorted((one, other) => one.at - other.at);
  // Where no consent is kept of a sign-up, the profile tells when it was.
  const said = history.length > 0 ? history : [{ at: joinedAt, act: 'given', where: 'sms' } as const];
  const dated = said.map((one) => ({ ...one, date: localDateTime(zone, one.at).date }));
  const before = dated.findLast(({ date }) => date < month.first);
  const last = dated.findLast(({ date }) => date <= month.last);
  const isIn = (one: (typeof dated)[number] | undefined): boolean => one !== undefined && one.act !== 'withdrawn';
  const { entries } = foldDiary(pages.filter((page) => page.epoch === epoch).flatMap(({ events }) => events));
  const days = dayScores(entries, month.last, daysBetween(month.first, month.last) + 1);
  return {
    atStart: isIn(before),
    joined: !isIn(before) && dated.some((one) => isIn(one) && one.date >= month.first && one.date <= month.last),
    ...(last?.act === 'withdrawn' ? { goneBy: last.where === 'provider' ? 'provider' : 'themselves' } : {}),
    tips,
    days: days.filter(({ score }) => score !== null),
    letsClinicRead: letsClinicRead(subscriber),
  };
};

/** The items of everybody that a month's report is made of. */
const monthPages = (table: Table, { first, last }: Month): AsyncGenerator<readonly Item[]> =>
  scanTable(table, {
    FilterExpression:
      '#sk = :profile OR #sk BETWEEN :firstTip AND :lastTip OR #sk BETWEEN :firstPage AND :lastPage OR begins_with(#sk, :consent)',
    ExpressionAttributeNames: { '#sk': 'SK' },
    ExpressionAttributeValues: {
      ':profile': profileKey,
      ':firstTip': tipKey(first),
      ':lastTip': tipKey(last),
      ':firstPage': pageKey(first, ''),
      ':lastPage': pageKey(last, '~'),
      ':consent': consentPrefix,
    },
  });

const keep = (found: Found, id: string, item: Item): void => {
  const sortKey = String(item['SK']);
  if (sortKey === profileKey) {
    const profile = readProfileItem(id, item);
    if (!('alias' in profile)) found.subscriber = profile;
  } else if (sortKey.startsWith(pagePrefix)) {
    found.pages.push({ epoch: pageOf(sortKey).epoch, events: eventsOfPage(item) });
  } else if (sortKey.startsWith(consentPrefix)) {
    found.consents.push(parsedItem('CONSENT', readWholeConsent(item)));
  } else {
    found.tips.push(parsedItem('TIP', readOutcome(item)).state);
  }
};

/** The month's report for the clinic. */
export const createReportMonth = ({ clock, guard, table, worklist, readers }: ReportMonthDeps) => {
  const readEverybody = async (month: Month, progress: Progress): Promise<readonly PersonMonth[]> => {
    const people = new Map<SubscriberId, Found>();
    for await (const items of monthPages(table, month)) {
      for (const item of items) {
        const id = idOfKey(String(item['PK']));
        const found = people.get(id) ?? { pages: [], tips: [], consents: [] };
        people.set(id, found);
        keep(found, id, item);
      }
      progress(people.size);
    }
    return [...people.values()].flatMap((found) => personMonth(found, month) ?? []);
  };

  const readFlags = async ({ first, last }: Month) => {
    const oldest = new Date(clock.now()).toISOString().slice(0, 10);
    if (readers === 'nobody' || daysBetween(first, oldest) >= flagsKeptDays) return undefined;
    const { zone } = readers;
    return (await worklist.list()).filter(({ at, kind }) => {
      const { date } = localDateTime(zone, at);
      return kind !== 'worse' && kind !== 'asked' && date >= first && date <= last;
    });
  };

  return {
    /**
     * Counts what a month (2026-11) came to. No count that is shown is below five.
     * @throws NotAllowedError or CannotError
     */
    report: async (actor: Actor, said: string, progress: Progress): Promise<MonthReport> => {
      const month = monthNamed(said, clock.now());
      await guard(actor, 'report');
      const report = reportMonth(await readEverybody(month, progress), await readFlags(month), month);
      if (!report)
        throw new CannotError({
          en: 'fewer than five people were with you in that month: a report would show them',
          fr: 'moins de cinq personnes étaient chez vous ce mois-là : un rapport les montrerait',
        });
      return report;
    },
  };
};
