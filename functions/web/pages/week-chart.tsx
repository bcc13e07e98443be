import type { Reach } from '../../../shared/domain/diary/diary.ts';
import { height, LevelLines, maxScore, ScoreAxis, Stroke, unit } from './chart-parts.tsx';
import type { PageTexts } from './texts/page-texts.ts';

/** An answer about a week, beside the mean pain of that week. */
export interface AnsweredWeek {
  readonly reach: Reach;
  readonly mean: number | undefined;
}

/** The width of a week: that of four days in the chart of days. */
const width = 40;
/** The height of each answer's bar; `none` is a line at the foot. */
const heights: Readonly<Record<Reach, number>> = { all: height, some: height / 2, none: 2 };

/**
 * A chart of the answers: a bar for each week shows how far somebody did what they wanted, and a line over the bars the
 * week's mean pain. The table says the same.
 */
export const WeekChart = ({
  texts: { diary },
  title,
  weeks,
}: {
  readonly texts: PageTexts;
  readonly title: string;
  readonly weeks: readonly AnsweredWeek[];
}) => {
  const bars = weeks.map(({ reach }, index) => `M${index * width + 6} ${height}h28v${-heights[reach]}h-28z`).join('');
  const points = weeks.flatMap(({ mean }, index) =>
    mean === undefined ? [] : [{ index, x: index * width + width / 2, y: (maxScore - mean) * unit }],
  );
  const line = points
    .map(({ x, y, index }, at) => (points[at - 1]?.index === index - 1 ? `L${x} ${y}` : `M${x} ${y}`))
    .join('');
  return (
    <figure class="chart">
      <div class="plot">
        <ScoreAxis />
        {/* The table below says the same to those who hear the page. */}
        <svg viewBox={`0 0 ${weeks.length * width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <Stroke class="bars" d={bars} />
          <LevelLines width={weeks.length * width} />
          <Stroke d={line} />
          <Stroke class="dot" d={points.map(({ x, y }) => `M${x} ${y}h0`).join('')} />
        </svg>
      </div>
      <figcaption>
        {title}: {diary.weekChart}
      </figcaption>
    </figure>
  );
};
