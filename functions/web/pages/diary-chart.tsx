import type { DayScore } from '../../../shared/domain/diary/diary-statistics.ts';
import { numberNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

interface ChartProps {
  readonly texts: PageTexts;
  readonly days: readonly DayScore[];
  readonly dayName: (date: string) => string;
}

/** Ten units a day across and ten a point down; the picture is stretched to its place, strokes and dots are not. */
const unit = 10;
const maxScore = 10;

const pointsOf = (days: readonly DayScore[]) =>
  days.flatMap(({ date, score }, index) =>
    score === null ? [] : [{ date, score, index, x: index * unit, y: (maxScore - score) * unit }],
  );
type Point = ReturnType<typeof pointsOf>[number];

/** One line for each pair of days that follow one another in the diary; where days lie between, it is dotted. */
const Lines = ({ points }: { readonly points: readonly Point[] }) => {
  const pairs = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const path = (gap: boolean): string =>
    pairs
      .filter(({ from, to }) => to.index - from.index > 1 === gap)
      .map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`)
      .join('');
  return (
    <>
      <path class="gap" d={path(true)} />
      <path d={path(false)} />
      {/* A line of no length with round ends is a dot that stays round however the picture is stretched. */}
      <path class="dot" d={points.map(({ x, y }) => `M${x} ${y}h0`).join('')} />
    </>
  );
};

const describe = ({ texts, days, dayName }: ChartProps, points: readonly Point[]): string => {
  const from = dayName(days[0]?.date ?? '');
  const to = dayName(days.at(-1)?.date ?? '');
  const latest = points.at(-1);
  if (!latest) return fill(texts.diary.chartEmpty, { from, to });
  const scores = points.map(({ score }) => score);
  const numberName = numberNames(texts.lang);
  return fill(texts.diary.chartDesc, {
    from,
    to,
    days: String(points.length),
    lowest: numberName(Math.min(...scores)),
    highest: numberName(Math.max(...scores)),
    latest: numberName(latest.score),
  });
};

/** The daily mean of the pain score as a line, with a title and a description for those who hear the page. */
export const DiaryChart = (props: ChartProps) => {
  const { texts, days, dayName } = props;
  const points = pointsOf(days);
  const width = (days.length - 1) * unit;
  const height = maxScore * unit;
  const grid = [0, 5, 10].map((score) => `M0 ${(maxScore - score) * unit}H${width}`).join('');
  const marks = [days[0], days[Math.floor(days.length / 2)], days.at(-1)].flatMap((day) =>
    day ? [dayName(day.date)] : [],
  );
  return (
    <figure class="chart">
      <div class="plot">
        <div class="axis-y" aria-hidden="true">
          <span>10</span>
          <span>5</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby="chart-title chart-desc"
        >
          <title id="chart-title">{texts.diary.chartTitle}</title>
          <desc id="chart-desc">{describe(props, points)}</desc>
          <path class="grid" d={grid} />
          <Lines points={points} />
        </svg>
        <div class="axis-x" aria-hidden="true">
          {marks.map((mark) => (
            <span>{mark}</span>
          ))}
        </div>
      </div>
      <figcaption>{texts.diary.scale}</figcaption>
    </figure>
  );
};
