import type { DayScore } from '../../../shared/domain/diary/diary-statistics.ts';
import { dayMarks, mostDots, weekMeans } from '../pages/diary-chart.tsx';
import type { TaggedPage } from './tagged-page.ts';

const maxScore = 10;
const axisWidth = 20;

/** The first mark stands at the left, the last at the right; one alone, and the one between them, in the middle. */
const alignOf = (at: number, count: number): 'left' | 'center' | 'right' => {
  if (count === 1 || (at > 0 && at < count - 1)) return 'center';
  return at === 0 ? 'left' : 'right';
};

/** Draws the page's chart: the days as a line that breaks where a day is missing, and the weeks' means over it. */
export const chartFigure = (
  page: TaggedPage,
  {
    days,
    alt,
    dayName,
    noted,
  }: {
    readonly days: readonly DayScore[];
    readonly alt: string;
    readonly dayName: (date: string) => string;
    /** Days with words, which a stroke at the foot marks; left out where words are nobody's business. */
    readonly noted?: ReadonlySet<string>;
  },
): void => {
  const [top, left] = [page.y + page.scaled(4), page.left + axisWidth];
  const [height, width] = [page.scaled(120), page.width - axisWidth - 4];
  const x = (index: number): number => left + (days.length < 2 ? width / 2 : (index * width) / (days.length - 1));
  const y = (score: number): number => top + ((maxScore - score) * height) / maxScore;
  const foot = top + height + page.scaled(5);
  const dense = days.length > mostDots;
  const scored = days.flatMap(({ score }, index) => (score === null ? [] : [{ score, index }]));
  const line = scored
    .map(({ score, index }, at) => `${scored[at - 1]?.index === index - 1 ? 'L' : 'M'}${x(index)} ${y(score)}`)
    .join('');
  const words = days
    .flatMap(({ date }, index) => (noted?.has(date) ? [`M${x(index)} ${y(0)}v${-page.scaled(5)}`] : []))
    .join('');

  page.figure(alt, [page.left, top, page.left + page.width, foot + page.scaled(12)], () => {
    for (const score of [0, 5, 10]) {
      page.stroke(`M${left} ${y(score)}L${left + width} ${y(score)}`, 'line', 0.6);
      page.label(String(score), page.left, y(score) - page.scaled(4), 8, 'right', axisWidth - 6);
    }
    page.stroke(line, dense ? 'line' : 'accent', dense ? 1 : 1.6);
    page.dots(
      scored.map(({ score, index }) => [x(index), y(score)]),
      page.scaled(dense ? 1.3 : 2.2),
      'accent',
    );
    if (dense) {
      for (const { first, last, mean } of weekMeans(days))
        page.stroke(`M${x(first)} ${y(mean)}L${x(last)} ${y(mean)}`, 'warm', 2);
    }
    page.stroke(words, 'warm', 0.8);
    const marks = dayMarks(days);
    for (const [at, { date }] of marks.entries())
      page.label(dayName(date), left, foot, 8, alignOf(at, marks.length), width);
  });
  page.y = foot + page.scaled(14);
};
