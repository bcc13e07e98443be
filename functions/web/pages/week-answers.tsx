import type { DiaryEntry, WeekAnswer } from '../../../shared/domain/diary/diary.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-time.ts';
import { AnswersTable } from './answers-table.tsx';
import type { PageTexts } from './texts/page-texts.ts';

/** What was answered about each week, by its last day. */
export const WeekAnswers = ({
  weeks,
  ...shown
}: {
  readonly texts: PageTexts;
  readonly weeks: readonly WeekAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: LocalDate) => string;
}) => {
  const { diary } = shown.texts;
  return (
    <AnswersTable
      {...shown}
      title={diary.weeksTitle}
      text={diary.weeksText}
      dayHead={diary.weekUntil}
      saidHead={diary.weekReach}
      answers={weeks.map(({ date, reach }) => ({ date, day: addDays(date, -1), said: diary.reaches[reach] }))}
    />
  );
};
