import type { DiaryEntry } from '../../../shared/domain/diary/diary.ts';
import { weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-time.ts';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** What was answered about the seven days before a date. */
export interface TableAnswer {
  readonly date: LocalDate;
  /** What names the row: the day of the answer, or the last day that it is about. */
  readonly day: LocalDate;
  readonly said: string;
}

/** Answers to a weekly question, each beside the pain of the seven days before it; newest first. */
export const AnswersTable = ({
  texts: { lang, diary },
  title,
  text,
  dayHead,
  saidHead,
  answers,
  entries,
  dayName,
}: {
  readonly texts: PageTexts;
  readonly title: string;
  readonly text: string;
  readonly dayHead: string;
  readonly saidHead: string;
  readonly answers: readonly TableAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: LocalDate) => string;
}) => {
  const numberName = numberNames(lang);
  return (
    <section class="section">
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{dayHead}</th>
            <th scope="col">{diary.weekPain}</th>
            <th scope="col">{saidHead}</th>
          </tr>
        </thead>
        <tbody>
          {answers.toReversed().map(({ date, day, said }) => {
            const { mean } = weekSummary(entries, addDays(date, -1));
            return (
              <tr>
                <th scope="row">{dayName(day)}</th>
                <td>{mean === undefined ? '–' : numberName(mean)}</td>
                <td>{said}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
