/**
 * Units of the drawing per point of the pain score. The picture is stretched to its place; strokes and dots are not.
 */
export const unit = 10;
/** The highest pain score. */
export const maxScore = 10;
/** The height of a chart in units of the drawing. */
export const height = maxScore * unit;

/** A line whose thickness stays as the style says, however the picture is stretched. */
export const Stroke = (line: { readonly class?: string | undefined; readonly d: string }) => (
  <path {...line} vector-effect="non-scaling-stroke" />
);

/** The names of the levels at the chart's side. */
export const ScoreAxis = () => (
  <div class="axis-y" aria-hidden="true">
    <span>10</span>
    <span>5</span>
    <span>0</span>
  </div>
);

/** The lines of those levels, over the width of the chart. */
export const LevelLines = ({ width }: { readonly width: number }) => (
  <Stroke class="grid" d={[0, 5, 10].map((score) => `M0 ${(maxScore - score) * unit}H${width}`).join('')} />
);
