import type { DiaryEntry, WalkAnswer } from '../../../shared/domain/diary/diary.ts';
import { weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/**
 * A table of the minutes that somebody said they walk with ease, beside the mean pain of the seven days before; newest
 * first.
 */
export const WalkAnswers = ({
  texts: { lang, diary },
  walks,
  entries,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly walks: readonly WalkAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: string) => string;
}) => {
  const numberName = numberNames(lang);
  return (
    <section class="section">
      <h2>{diary.walksTitle}</h2>
      <p class="soft">{diary.walksText}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{diary.walkDate}</th>
            <th scope="col">{diary.weekPain}</th>
            <th scope="col">{diary.walkMinutes}</th>
          </tr>
        </thead>
        <tbody>
          {walks.toReversed().map(({ date, minutes }) => {
            const { mean } = weekSummary(entries, addDays(date, -1));
            return (
              <tr>
                <th scope="row">{dayName(date)}</th>
                <td>{mean === undefined ? '–' : numberName(mean)}</td>
                <td>{numberName(minutes)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
