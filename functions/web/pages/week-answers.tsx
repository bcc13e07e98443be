import type { DiaryEntry, WeekAnswer } from '../../../shared/domain/diary/diary.ts';
import { weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** What was answered about each week, beside the pain of that week; newest first. */
export const WeekAnswers = ({
  texts: { lang, diary },
  weeks,
  entries,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly weeks: readonly WeekAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: string) => string;
}) => {
  const numberName = numberNames(lang);
  return (
    <section class="section">
      <h2>{diary.weeksTitle}</h2>
      <p class="soft">{diary.weeksText}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{diary.weekUntil}</th>
            <th scope="col">{diary.weekPain}</th>
            <th scope="col">{diary.weekReach}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ date, reach }) => {
            const last = addDays(date, -1);
            const { mean } = weekSummary(entries, last);
            return (
              <tr>
                <th scope="row">{dayName(last)}</th>
                <td>{mean === undefined ? '–' : numberName(mean)}</td>
                <td>{diary.reaches[reach]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
