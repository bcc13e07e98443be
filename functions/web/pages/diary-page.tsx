import { dayScores } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import type { DiaryDocument } from '../../../shared/exports/diary-document.ts';
import { DiaryChart } from './diary-chart.tsx';
import { DiaryTable } from './diary-table.tsx';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { dayNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';
import { WeekFacts } from './week-facts.tsx';

const shownDays = 30;

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

/** The diary as its owner reads it: the week in figures, a month as a line, the same as a table with the notes. */
export const diaryPage = ({
  reader,
  document,
  path,
  painPath,
}: {
  readonly reader: Reader;
  readonly document: DiaryDocument;
  readonly path: string;
  /** Where a score of today is logged. */
  readonly painPath: string | undefined;
}): string => {
  const { texts } = reader;
  const { zone, country } = document.subscriber;
  // Of those who write English, a country decides between 14 Jan and Jan 14; ZZ, nowhere known, leaves it to the language.
  const locale = texts.lang === 'en' && /^[A-Z]{2}$/.test(country) ? `en-${country}` : texts.lang;
  const { entries } = document.diary;
  const today = localDateTime(zone, document.exportedAt).date;
  const firstShown = addDays(today, 1 - shownDays);
  const recent = entries.filter(({ date }) => date >= firstShown);
  const older = entries.filter(({ date }) => date < firstShown);
  const words = { locale, first: texts.diary.firstOfMonth };
  const chartDay = dayNames(words, { day: 'numeric', month: 'short' });
  const rowDay = dayNames(words, { weekday: 'short', day: 'numeric', month: 'short' });
  const fullDay = dayNames(words, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const oldDay = dayNames(words, { day: 'numeric', month: 'short', year: 'numeric' });
  return documentOf(
    <Layout reader={reader} title={texts.diary.title}>
      <h1>{texts.diary.title}</h1>
      <p class="soft">
        {fill(texts.diary.asOf, { date: fullDay(today) })} {texts.diary.private}
      </p>
      {painPath === undefined ? null : (
        <p class="no-print">
          <a class="button" href={painPath}>
            {texts.diary.logToday}
          </a>
        </p>
      )}
      <WeekFacts texts={texts} entries={entries} today={today} />
      <section class="section card">
        <h2>{texts.diary.chartTitle}</h2>
        <DiaryChart texts={texts} days={dayScores(entries, today, shownDays)} dayName={chartDay} />
      </section>
      <section class="section">
        <h2>{texts.diary.entries}</h2>
        {recent.length === 0 ? (
          <p>{texts.diary.empty}</p>
        ) : (
          <DiaryTable texts={texts} entries={recent} zone={zone} caption={texts.diary.entries} dayName={rowDay} />
        )}
        {older.length === 0 ? null : (
          <details>
            <summary>{fill(texts.diary.older, { count: String(older.length) })}</summary>
            <DiaryTable
              texts={texts}
              entries={older}
              zone={zone}
              caption={fill(texts.diary.older, { count: String(older.length) })}
              dayName={oldDay}
            />
          </details>
        )}
      </section>
      <Downloads texts={texts} path={path} />
      <section class="section no-print">
        <h2>{texts.diary.changesTitle}</h2>
        <p>{texts.diary.changes}</p>
      </section>
    </Layout>,
  );
};
