import type { DiaryEntry, WalkAnswer } from '../../../shared/domain/diary/diary.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { AnswersTable } from './answers-table.tsx';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** The minutes that somebody said they walk with ease. */
export const WalkAnswers = ({
  walks,
  ...shown
}: {
  readonly texts: PageTexts;
  readonly walks: readonly WalkAnswer[];
  readonly entries: readonly DiaryEntry[];
  readonly dayName: (date: LocalDate) => string;
}) => {
  const { lang, diary } = shown.texts;
  const numberName = numberNames(lang);
  return (
    <AnswersTable
      {...shown}
      title={diary.walksTitle}
      text={diary.walksText}
      dayHead={diary.walkDate}
      saidHead={diary.walkMinutes}
      answers={walks.map(({ date, minutes }) => ({ date, day: date, said: numberName(minutes) }))}
    />
  );
};
