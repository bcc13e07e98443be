import type { DayScore } from '../../../shared/domain/diary/diary-statistics.ts';
import { dayMarks, mostDots, weekMeans } from '../pages/diary-chart.tsx';
import type { TaggedPage } from './tagged-page.ts';

const maxScore = 10;
const axisWidth = 20;

/** Draws the page's chart: the days as a line that breaks where a day is missing, and the weeks' means over it. */
export const chartFigure = (
  page: TaggedPage,
  { days, alt, dayName }: { days: readonly DayScore[]; alt: string; dayName: (date: string) => string },
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

  page.figure(alt, [page.left, top, page.left + page.width, foot + page.scaled(12)], () => {
    for (const score of [0, 5, 10]) {
      page.stroke(`M${left} ${y(score)}L${left + width} ${y(score)}`, 'line', 0.6);
      page.label(String(score), page.left, y(score) - page.scaled(4), 8, 'right', axisWidth - 6);
    }
    if (line !== '') page.stroke(line, dense ? 'line' : 'accent', dense ? 1 : 1.6);
    page.dots(
      scored.map(({ score, index }) => [x(index), y(score)]),
      page.scaled(dense ? 1.3 : 2.2),
      'accent',
    );
    if (dense) {
      for (const { first, last, mean } of weekMeans(days))
        page.stroke(`M${x(first)} ${y(mean)}L${x(last)} ${y(mean)}`, 'warm', 2);
    }
    const aligned = ['left', 'center', 'right'] as const;
    for (const [at, { date }] of dayMarks(days).entries())
      page.label(dayName(date), left, foot, 8, aligned[at] ?? 'left', width);
  });
  page.y = foot + page.scaled(14);
};
