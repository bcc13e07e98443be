import { type DayScore, roundScore } from '../../../shared/domain/diary/diary-statistics.ts';
import { height, LevelLines, maxScore, ScoreAxis, Stroke, unit } from './chart-parts.tsx';
import { numberNames } from './spoken.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

interface ChartProps {
  readonly texts: PageTexts;
  readonly days: readonly DayScore[];
  /** Days that have notes. */
  readonly noted: ReadonlySet<string>;
  /**
   * Days on which a tip came; left out on the sheet for a visit, on which weekly means are shown for a fortnight too.
   */
  readonly tips?: ReadonlySet<string>;
  /** Whether the chart begins before the first tip that could be marked. */
  readonly tipsAreLate?: boolean;
  readonly dayName: (date: string) => string;
}

/** The most days with large dots: more would touch on a small screen, so the dots are then small. */
export const mostDots = 31;
/** The days of a week, whose mean says more than its days once there are more than two weeks. */
const weekDays = 7;

const pointsOf = (days: readonly DayScore[]) =>
  days.flatMap(({ date, score }, index) =>
    score === null ? [] : [{ date, score, index, x: index * unit, y: (maxScore - score) * unit }],
  );
type Point = ReturnType<typeof pointsOf>[number];

/** The line of the days: days in a row are joined, and a missing day leaves a gap. */
const Lines = ({ points, dense }: { readonly points: readonly Point[]; readonly dense: boolean }) => (
  <>
    <Stroke
      class={dense ? 'days' : undefined}
      d={points
        .map(({ x, y, index }, at) => (points[at - 1]?.index === index - 1 ? `L${x} ${y}` : `M${x} ${y}`))
        .join('')}
    />
    {/* A line of no length with round ends is a dot, and stays round however the picture is stretched. */}
    <Stroke class={dense ? 'dot dense' : 'dot'} d={points.map(({ x, y }) => `M${x} ${y}h0`).join('')} />
  </>
);

/**
 * The mean of each whole week, counted back from the last day, with the indices in `days` of its first and last day.
 */
export const weekMeans = (days: readonly DayScore[]) => {
  const weeks: { readonly first: number; readonly last: number; readonly mean: number }[] = [];
  for (let end = days.length; end >= weekDays; end -= weekDays) {
    const scores = days.slice(end - weekDays, end).flatMap(({ score }) => score ?? []);
    if (scores.length === 0) continue;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    weeks.push({ first: end - weekDays, last: end - 1, mean });
  }
  return weeks;
};

/** The path of the weeks' means: a level line over the days of each. */
const weekLines = (days: readonly DayScore[]): string =>
  weekMeans(days)
    .map(({ first, last, mean }) => `M${first * unit} ${roundScore((maxScore - mean) * unit)}H${last * unit}`)
    .join('');

/** The chart in a sentence or two, for those who hear the page. */
export const describeChart = ({ texts, days, dayName, tips, tipsAreLate }: Omit<ChartProps, 'noted'>): string => {
  const points = days.flatMap(({ score }) => (score === null ? [] : [{ score }]));
  const from = dayName(days[0]?.date ?? '');
  const to = dayName(days.at(-1)?.date ?? '');
  const latest = points.at(-1);
  if (!latest) return fill(texts.diary.chartEmpty, { from, to });
  const scores = points.map(({ score }) => score);
  const numberName = numberNames(texts.lang);
  const told = fill(texts.diary.chartDesc, {
    from,
    to,
    days: String(points.length),
    lowest: numberName(Math.min(...scores)),
    highest: numberName(Math.max(...scores)),
    latest: numberName(latest.score),
  });
  const withTip = days.filter(({ date }) => tips?.has(date)).length;
  const { chartTips, chartTipsLately } = texts.diary;
  const count = String(withTip);
  return withTip === 0 ? told : `${told} ${fill(tipsAreLate ? chartTipsLately : chartTips, { count })}`;
};

/** The days that are named under the chart: first, middle and last, each once. */
export const dayMarks = (days: readonly DayScore[]): readonly DayScore[] => [
  ...new Set([days[0], days[Math.floor(days.length / 2)], days.at(-1)].flatMap((day) => day ?? [])),
];

/** The daily mean of the pain score as a line, with the weeks' means once there are several, and a sentence for those who hear the page. */
export const DiaryChart = (props: ChartProps) => {
  const { texts, days, noted, dayName, tips } = props;
  const points = pointsOf(days);
  const width = (days.length - 1) * unit;
  const dense = days.length > mostDots;
  const strokes = (marked: ReadonlySet<string>, from: number, length: number): string =>
    days.flatMap(({ date }, index) => (marked.has(date) ? [`M${index * unit} ${from}v${length}`] : [])).join('');
  const notes = strokes(noted, height, -4);
  const given = tips === undefined ? '' : strokes(tips, 0, 4);
  const hasWeeks = dense || tips !== undefined;
  const tipMark = props.tipsAreLate ? texts.diary.tipMarkLately : texts.diary.tipMark;
  const marks = dayMarks(days).map(({ date }) => dayName(date));
  return (
    <figure class="chart">
      <div class="plot">
        <ScoreAxis />
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={describeChart(props)}>
          <LevelLines width={width} />
          <Lines points={points} dense={dense} />
          {hasWeeks ? <Stroke class="week" d={weekLines(days)} /> : null}
          <Stroke class="noted" d={notes} />
          {given === '' ? null : <Stroke class={dense ? 'tips dense' : 'tips'} d={given} />}
        </svg>
        <div class="axis-x" aria-hidden="true">
          {marks.map((mark) => (
            <span>{mark}</span>
          ))}
        </div>
      </div>
      <figcaption>
        {texts.diary.scale} {hasWeeks ? `${texts.diary.weekLine} ` : ''}
        {notes === '' ? '' : `${texts.diary.notedMark} `}
        {given === '' ? '' : tipMark}
      </figcaption>
    </figure>
  );
};
