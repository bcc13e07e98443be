import type { DiaryEntry, WeekAnswer } from '../../../shared/domain/diary/diary.ts';
import { weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';
import { WeekChart } from './week-chart.tsx';

/** The fewest weeks that are drawn: one alone shows no course. */
const fewestDrawn = 2;

/**
 * The answers about each week beside its mean pain: a chart for walking and for each activity, then a table, newest
 * first.
 */
export const WeekAnswers = ({
  texts,
  weeks,
  entries,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly weeks: readonly WeekAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: string) => string;
}) => {
  const { lang, diary } = texts;
  const numberName = numberNames(lang);
  const told = weeks.map(({ date, reach, activity = diary.weekWalking }) => {
    const last = addDays(date, -1);
    return { last, reach, activity, mean: weekSummary(entries, last).mean };
  });
  const series = [...Map.groupBy(told, ({ activity }) => activity)];
  const hasActivity = weeks.some(({ activity }) => activity !== undefined);
  return (
    <section class="section">
      <h2>{diary.weeksTitle}</h2>
      <p class="soft">{diary.weeksText}</p>
      {series.map(([activity, own]) =>
        own.length < fewestDrawn ? null : <WeekChart texts={texts} title={activity} weeks={own} />,
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{diary.weekUntil}</th>
            <th scope="col">{diary.weekPain}</th>
            <th scope="col">{diary.weekReach}</th>
          </tr>
        </thead>
        <tbody>
          {told.toReversed().map(({ last, mean, reach, activity }) => (
            <tr>
              <th scope="row">{dayName(last)}</th>
              <td>{mean === undefined ? '–' : numberName(mean)}</td>
              <td>
                {diary.reaches[reach]}
                {hasActivity ? <span class="small">{activity}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
