import type { PageAct } from '../../../shared/domain/answering/decide-on-page.ts';
import { activityOn } from '../../../shared/domain/diary/activity.ts';
import { dayScores } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import { isFailing } from '../../../shared/domain/tips/failing-address.ts';
import { cameAsTip, type TipOutcome } from '../../../shared/domain/tips/tip-outcome.ts';
import type { DiaryDocument } from '../../../shared/exports/diary-document.ts';
import type { PageOutcome } from '../../../shared/use-cases/act-on-page.ts';
import { type DiaryView, dayCount, firstDayOf, markedTipDays, ranges, shownWeeks, tablePage } from '../diary-view.ts';
import { ChangeNotice } from './change-notice.tsx';
import { DiaryChart } from './diary-chart.tsx';
import { DiaryTable } from './diary-table.tsx';
import { ActivitySection, GoalSection } from './goal-section.tsx';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames, localeOf } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';
import { WalkAnswers } from './walk-answers.tsx';
import { WeekAnswers } from './week-answers.tsx';
import { WeekFacts } from './week-facts.tsx';

/** What was just done on the diary's page. */
export interface DiaryChange {
  readonly outcome: Extract<PageOutcome, { kind: 'done' }>;
  readonly act: PageAct;
  readonly nonce: string;
}

interface DiaryPageProps {
  readonly reader: Reader;
  readonly document: DiaryDocument;
  /** The outcomes of the tips in the range that is shown. */
  readonly tips: readonly TipOutcome[];
  readonly path: string;
  /** Where a score of today is logged; undefined for somebody who left. */
  readonly painPath: string | undefined;
  readonly view: DiaryView;
  /** The nonce of this page's forms. */
  readonly nonce: string;
  /** What was just done on this page. */
  readonly change?: DiaryChange;
}

const Downloads = ({ texts, path }: { readonly texts: PageTexts; readonly path: string }) => (
  <section class="section no-print">
    <h2>{texts.diary.exportsTitle}</h2>
    <ul class="downloads">
      {texts.diary.exports.map(({ file, name, text }) => (
        <li>
          <a href={`${path}/export.${file}`}>{name}</a> <span class="soft">{text}</span>
        </li>
      ))}
    </ul>
    <p class="small soft">{texts.diary.printHint}</p>
  </section>
);

/** The links to the ranges; the one that is shown is no link. */
const RangeLinks = ({ texts, path, view }: Pick<DiaryPageProps, 'path' | 'view'> & { readonly texts: PageTexts }) => (
  <nav class="ranges no-print" aria-label={texts.diary.rangeTitle}>
    {ranges.map((range) =>
      range === view.range && view.before === undefined ? (
        <span aria-current="page">{texts.diary.ranges[range]}</span>
      ) : (
        <a href={`${path}?range=${range}`}>{texts.diary.ranges[range]}</a>
      ),
    )}
  </nav>
);

/** The chart and the table of the chosen range. */
const Records = ({ reader: { texts }, document, tips, path, view }: DiaryPageProps) => {
  const { zone, country } = document.subscriber;
  const { entries } = document.diary;
  const today = localDateTime(zone, document.exportedAt).date;
  const first = firstDayOf(view.range, entries, today);
  const { shown, older, olderBefore } = tablePage(entries, first, view.before);
  const words = { locale: localeOf(texts.lang, country), first: texts.diary.firstOfMonth };
  const year = first.slice(0, 4) === today.slice(0, 4) || view.range !== 'all' ? {} : { year: 'numeric' as const };
  const chartDay = dayNames(words, { day: 'numeric', month: 'short', ...year });
  const rowDay = dayNames(words, { weekday: 'short', day: 'numeric', month: 'short', ...year });
  const tipsFrom = addDays(today, 1 - markedTipDays);
  const noted = new Set(entries.flatMap(({ date, note }) => (note === null ? [] : [date])));
  return (
    <>
      <section class="section card">
        <h2>{texts.diary.chartTitle}</h2>
        <RangeLinks texts={texts} path={path} view={view} />
        <DiaryChart
          texts={texts}
          days={dayScores(entries, today, dayCount(first, today))}
          noted={noted}
          tips={new Set(tips.flatMap((tip) => (cameAsTip(tip) && tip.date >= tipsFrom ? [tip.date] : [])))}
          tipsAreLate={first < tipsFrom}
          dayName={chartDay}
        />
      </section>
      <section class="section">
        <h2>{texts.diary.entries}</h2>
        {shown.length === 0 ? (
          <p>{texts.diary.noneInRange}</p>
        ) : (
          <DiaryTable
            texts={texts}
            entries={shown}
            zone={zone}
            country={country}
            caption={texts.diary.entries}
            dayName={rowDay}
            path={path}
          />
        )}
        {olderBefore === undefined ? null : (
          <p class="no-print">
            <a href={`${path}?range=${view.range}&before=${olderBefore}`}>
              {fill(texts.diary.older, { count: String(older) })}
            </a>
          </p>
        )}
      </section>
    </>
  );
};

/**
 * The diary as its owner reads it: the week in figures, the days as a line, the same as a table with the notes. An
 * empty diary has nothing to chart, share, export or change: its page says how to begin, and leads to the settings.
 */
export const diaryPage = (props: DiaryPageProps): string => {
  const { reader, document, path, painPath, nonce, change } = props;
  const { texts } = reader;
  const { zone, country } = document.subscriber;
  const { entries } = document.diary;
  const today = localDateTime(zone, document.exportedAt).date;
  const words = { locale: localeOf(texts.lang, country), first: texts.diary.firstOfMonth };
  const fullDay = dayNames(words, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const rowDay = dayNames(words, { day: 'numeric', month: 'short', year: 'numeric' });
  const { goals } = document.diary;
  const isShown = ({ date }: { readonly date: string }): boolean => date > addDays(today, -7 * shownWeeks);
  const weeks = document.diary.weeks.filter(isShown);
  const walks = document.diary.walks.filter(isShown);
  const isEmpty = entries.length === 0;
  return documentOf(
    <Layout reader={reader} title={texts.diary.title}>
      {change ? <ChangeNotice reader={reader} {...change} /> : null}
      <h1>{texts.diary.title}</h1>
      {isEmpty ? (
        <p class="lead">{texts.diary.empty}</p>
      ) : (
        <p class="soft">
          {fill(texts.diary.asOf, { date: fullDay(today) })} {texts.diary.private}
        </p>
      )}
      {isFailing(document.subscriber) ? <p class="card">{texts.diary.failing[document.subscriber.tipsBy]}</p> : null}
      {painPath === undefined ? null : (
        <p class="actions no-print">
          <a class="button" href={painPath}>
            {texts.diary.logToday}
          </a>
          <a href={`${path}?add`}>{texts.diary.addLink}</a>
        </p>
      )}
      {isEmpty ? null : (
        <>
          <WeekFacts texts={texts} entries={entries} today={today} />
          <Records {...props} />
          <section class="section no-print">
            <h2>
              <a href={`${path}/share`}>{texts.share.fromDiary}</a>
            </h2>
            <p>{texts.share.fromDiaryText}</p>
          </section>
          <section class="section no-print">
            <h2>
              <a href={`${path}/helped`}>{texts.helped.fromDiary}</a>
            </h2>
            <p>{texts.helped.fromDiaryText}</p>
          </section>
        </>
      )}
      {isEmpty && goals.length === 0 ? null : (
        <GoalSection
          texts={texts}
          goals={goals}
          today={today}
          path={path}
          nonce={document.subscriber.status === 'active' ? nonce : undefined}
          dayName={fullDay}
        />
      )}
      {document.subscriber.status === 'active' && !isEmpty ? (
        <ActivitySection
          texts={texts}
          activity={activityOn(document.diary, addDays(today, 1))}
          path={path}
          nonce={nonce}
        />
      ) : null}
      {weeks.length === 0 ? null : <WeekAnswers texts={texts} weeks={weeks} entries={entries} dayName={rowDay} />}
      {walks.length === 0 ? null : <WalkAnswers texts={texts} walks={walks} entries={entries} dayName={rowDay} />}
      {document.subscriber.status === 'active' ? (
        <section class="section no-print">
          <h2>
            <a href={`${path}/settings`}>{texts.settings.fromDiary}</a>
          </h2>
          <p>{texts.settings.fromDiaryText}</p>
        </section>
      ) : null}
      {isEmpty ? null : <Downloads texts={texts} path={path} />}
      <section class="section no-print">
        <h2>
          <a href={`${path}/held`}>{texts.settings.heldLink}</a>
        </h2>
        <p>{texts.settings.heldText}</p>
      </section>
      {isEmpty ? null : (
        <section class="section no-print">
          <h2>{texts.diary.changesTitle}</h2>
          <p>{texts.diary.changes}</p>
        </section>
      )}
    </Layout>,
  );
};
