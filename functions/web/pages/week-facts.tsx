import type { DiaryEntry } from '../../../shared/domain/diary/diary.ts';
import { weekSummary } from '../../../shared/domain/diary/diary-statistics.ts';
import { numberNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** A figure with its label and its meaning. */
export const Fact = ({
  title,
  figure,
  words,
}: {
  readonly title: string;
  readonly figure: string;
  readonly words: string;
}) => (
  <div>
    <dt>{title}</dt>
    <dd>
      <span class="figure">{figure}</span> <span>{words}</span>
    </dd>
  </div>
);

const changeWords = (texts: PageTexts, change: number | undefined): string => {
  if (change === undefined) return texts.diary.changeUnknown;
  if (change === 0) return texts.diary.changeNone;
  return change < 0 ? texts.diary.changeDown : texts.diary.changeUp;
};

/** The last seven days in three figures. */
export const WeekFacts = ({
  texts,
  entries,
  today,
}: {
  readonly texts: PageTexts;
  readonly entries: readonly DiaryEntry[];
  readonly today: string;
}) => {
  const { mean, change, daysReported } = weekSummary(entries, today);
  const numberName = numberNames(texts.lang);
  return (
    <div>
      <dl class="facts">
        <Fact
          title={texts.diary.week}
          figure={mean === undefined ? '–' : numberName(mean)}
          words={mean === undefined ? texts.diary.noMean : texts.diary.weekMean}
        />
        <Fact
          title={texts.diary.change}
          figure={change === undefined ? '–' : numberName(Math.abs(change))}
          words={changeWords(texts, change)}
        />
        <Fact title={texts.diary.days} figure={String(daysReported)} words={texts.diary.daysOf} />
      </dl>
      <p class="small soft">{texts.diary.orientation}</p>
    </div>
  );
};
